package dev.ferrite.perf.offheap;

import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.linux.Mapping;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.stream.Stream;
import org.agrona.concurrent.UnsafeBuffer;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A thousand structs of 16 bytes, off-heap, as a plain array, and as objects; the benchmarks count up the field at
 * offset 4. */
@State(Scope.Thread)
public class Structs {
    /** How many. */
    static final int COUNT = 1024;

    static final int SIZE = 16;
    static final int FIELD = 4;

    static final VarHandle ARRAY = MethodHandles.arrayElementVarHandle(int[].class);
    static final VarHandle CELL = cellValue();

    /** The member counted up: (segment, offset of the struct). */
    static final VarHandle MEMBER = MemoryLayout.structLayout(
                    ValueLayout.JAVA_INT.withName("before"),
                    ValueLayout.JAVA_INT.withName("value"),
                    ValueLayout.JAVA_LONG.withName("after"))
            .varHandle(MemoryLayout.PathElement.groupElement("value"));

    /** The same struct as an object. */
    static final class Cell {
        int value;
    }

    private final Mapping mapping = Mapping.confined(
            -1,
            0,
            (long) COUNT * SIZE,
            Linux.PROT_READ | Linux.PROT_WRITE,
            Linux.MAP_PRIVATE | Linux.MAP_ANONYMOUS | Linux.MAP_POPULATE);

    final MemorySegment segment = mapping.segment();
    final long address = segment.address();
    final UnsafeBuffer agrona = new UnsafeBuffer(address, COUNT * SIZE);
    final int[] array = new int[COUNT * SIZE / Integer.BYTES];
    final Cell[] cells = Stream.generate(Cell::new).limit(COUNT).toArray(Cell[]::new);

    /** Gives the memory back. */
    @TearDown(Level.Trial)
    public void close() {
        mapping.close();
    }

    private static VarHandle cellValue() {
        try {
            return MethodHandles.lookup().findVarHandle(Cell.class, "value", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
