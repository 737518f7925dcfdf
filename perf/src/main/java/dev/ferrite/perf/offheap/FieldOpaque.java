package dev.ferrite.perf.offheap;

import static dev.ferrite.perf.offheap.Structs.ARRAY;
import static dev.ferrite.perf.offheap.Structs.CELL;
import static dev.ferrite.perf.offheap.Structs.COUNT;
import static dev.ferrite.perf.offheap.Structs.FIELD;
import static dev.ferrite.perf.offheap.Structs.MEMBER;
import static dev.ferrite.perf.offheap.Structs.SIZE;

import dev.ferrite.offheap.Words;
import dev.ferrite.perf.report.Comparison;
import dev.ferrite.perf.report.Goal;
import java.util.concurrent.TimeUnit;
import jdk.internal.misc.Unsafe;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** Counts up one field of each of {@link Structs#COUNT} structs in a loop over their index, opaque. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(COUNT)
@Comparison(
        title = "Count up a struct field in a loop, opaque",
        baseline = "internalUnsafe",
        goals = @Goal(id = "P1", subject = "words", against = "internalUnsafe", atMost = 1.02),
        noGarbage = "words")
public class FieldOpaque {
    private static final Unsafe INTERNAL = Unsafe.getUnsafe();

    /**
     * Ours: by address.
     *
     * @param structs the memory
     */
    @Benchmark
    public int words(Structs structs) {
        long base = structs.address + FIELD;
        int sum = 0;
        for (int i = 0; i < COUNT; i++) {
            long at = base + (long) i * SIZE;
            int value = Words.getIntOpaque(at) + 1;
            Words.setIntOpaque(at, value);
            sum += value;
        }
        return sum;
    }

    /**
     * The JDK's own Unsafe, by address: {@code sun.misc.Unsafe} has no opaque access.
     *
     * @param structs the memory
     */
    @Benchmark
    public int internalUnsafe(Structs structs) {
        long base = structs.address + FIELD;
        int sum = 0;
        for (int i = 0; i < COUNT; i++) {
            long at = base + (long) i * SIZE;
            int value = INTERNAL.getIntOpaque(null, at) + 1;
            INTERNAL.putIntOpaque(null, at, value);
            sum += value;
        }
        return sum;
    }

    /**
     * Agrona's buffer, which checks bounds.
     *
     * @param structs the memory
     */
    @Benchmark
    public int agrona(Structs structs) {
        var agrona = structs.agrona;
        int sum = 0;
        for (int i = 0; i < COUNT; i++) {
            int at = i * SIZE + FIELD;
            int value = agrona.getIntOpaque(at) + 1;
            agrona.putIntOpaque(at, value);
            sum += value;
        }
        return sum;
    }

    /**
     * A segment in a field and the handle of a layout, as jextract writes its accessors.
     *
     * @param structs the memory
     */
    @Benchmark
    public int segment(Structs structs) {
        var segment = structs.segment;
        int sum = 0;
        for (int i = 0; i < COUNT; i++) {
            int value = (int) MEMBER.getOpaque(segment, (long) i * SIZE) + 1;
            MEMBER.setOpaque(segment, (long) i * SIZE, value);
            sum += value;
        }
        return sum;
    }

    /**
     * An array on the heap.
     *
     * @param structs the memory
     */
    @Benchmark
    public int array(Structs structs) {
        int[] array = structs.array;
        int sum = 0;
        for (int i = 0; i < COUNT; i++) {
            int at = (i * SIZE + FIELD) / Integer.BYTES;
            int value = (int) ARRAY.getOpaque(array, at) + 1;
            ARRAY.setOpaque(array, at, value);
            sum += value;
        }
        return sum;
    }

    /**
     * A field of objects on the heap.
     *
     * @param structs the memory
     */
    @Benchmark
    public int javaField(Structs structs) {
        Structs.Cell[] cells = structs.cells;
        int sum = 0;
        for (int i = 0; i < COUNT; i++) {
            int value = (int) CELL.getOpaque(cells[i]) + 1;
            CELL.setOpaque(cells[i], value);
            sum += value;
        }
        return sum;
    }
}
