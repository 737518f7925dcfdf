package dev.ferrite.perf.offheap;

import static dev.ferrite.perf.offheap.Unsafes.UNSAFE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.linux.Mapping;
import dev.ferrite.offheap.uapi.Pollfd;
import dev.ferrite.perf.report.Comparison;
import dev.ferrite.perf.report.Goal;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Reads two members of each of a million structs of 8 bytes: {@link Pollfd}, as the bindings generator wrote it.
 *
 * <p>The peer is what one writes without structs: an array of ints, two for each.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(StructScan.COUNT)
@Comparison(
        title = "Scan a million structs, two members each",
        baseline = "array",
        goals = {
            @Goal(id = "P2", subject = "accessors", against = "array", atMost = 1.05),
            @Goal(id = "P2", subject = "words", against = "array", atMost = 1.05),
        },
        noGarbage = {"accessors", "accessorsOfSlices", "words"})
public class StructScan {
    static final int COUNT = 1 << 20;

    private static final int SIZE = (int) Pollfd.SIZEOF;

    private final Mapping mapping = Mapping.confined(
            -1,
            0,
            (long) COUNT * SIZE,
            Linux.PROT_READ | Linux.PROT_WRITE,
            Linux.MAP_PRIVATE | Linux.MAP_ANONYMOUS | Linux.MAP_POPULATE);

    private final MemorySegment segment = mapping.segment();
    private final long address = segment.address();
    private final int[] array = new int[COUNT * SIZE / Integer.BYTES];

    /** Gives the memory back. */
    @TearDown(Level.Trial)
    public void close() {
        mapping.close();
    }

    /** Ours, checked: the layout's offsets on one segment. */
    @Benchmark
    public int accessors() {
        MemorySegment all = segment;
        int sum = 0;
        for (int i = 0; i < COUNT; i++) {
            long at = (long) i * SIZE;
            sum += all.get(JAVA_INT, at + Pollfd.FD_OFFSET) + all.get(JAVA_INT, at + Pollfd.EVENTS_OFFSET);
        }
        return sum;
    }

    /** Ours, checked: the generated accessors on a slice for each struct, which the compiler has to see through. */
    @Benchmark
    public int accessorsOfSlices() {
        MemorySegment all = segment;
        int sum = 0;
        for (int i = 0; i < COUNT; i++) {
            MemorySegment one = all.asSlice((long) i * SIZE, SIZE);
            sum += Pollfd.fd(one) + Pollfd.events(one);
        }
        return sum;
    }

    /** Ours, by address. */
    @Benchmark
    public int words() {
        long base = address;
        int sum = 0;
        for (int i = 0; i < COUNT; i++) {
            long at = base + (long) i * SIZE;
            sum += Words.getIntPlain(at + Pollfd.FD_OFFSET) + Words.getIntPlain(at + Pollfd.EVENTS_OFFSET);
        }
        return sum;
    }

    /** sun.misc.Unsafe, by address. */
    @SuppressWarnings("removal")
    @Benchmark
    public int unsafe() {
        long base = address;
        int sum = 0;
        for (int i = 0; i < COUNT; i++) {
            long at = base + (long) i * SIZE;
            sum += UNSAFE.getInt(at + Pollfd.FD_OFFSET) + UNSAFE.getInt(at + Pollfd.EVENTS_OFFSET);
        }
        return sum;
    }

    /** An array on the heap. */
    @Benchmark
    public int array() {
        int[] all = array;
        int sum = 0;
        for (int i = 0; i < COUNT; i++) {
            sum += all[2 * i] + all[2 * i + 1];
        }
        return sum;
    }
}
