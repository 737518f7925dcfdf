package dev.ferrite.perf.offheap;

import static dev.ferrite.perf.offheap.Structs.ARRAY;
import static dev.ferrite.perf.offheap.Structs.COUNT;
import static dev.ferrite.perf.offheap.Structs.FIELD;
import static dev.ferrite.perf.offheap.Structs.SIZE;
import static dev.ferrite.perf.offheap.Unsafes.UNSAFE;

import dev.ferrite.offheap.Words;
import dev.ferrite.perf.report.Comparison;
import dev.ferrite.perf.report.Goal;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** Counts up one field of each of {@link Structs#COUNT} structs, acquire and release. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(COUNT)
@Comparison(
        title = "Count up a struct field in a loop, acquire and release",
        baseline = "unsafe",
        goals = @Goal(id = "P1", subject = "words", against = "unsafe", atMost = 1.02),
        noGarbage = "words")
public class FieldAcquireRelease {
    private static final VarHandle INT = ValueLayout.JAVA_INT.varHandle();

    /**
     * Ours: by address.
     *
     * @param structs the memory
     */
    @Benchmark
    public int words(Structs structs) {
        int sum = 0;
        for (long at = structs.address + FIELD, end = at + COUNT * SIZE; at != end; at += SIZE) {
            int value = Words.getIntAcquire(at) + 1;
            Words.setIntRelease(at, value);
            sum += value;
        }
        return sum;
    }

    /**
     * sun.misc.Unsafe, by address.
     *
     * @param structs the memory
     */
    @SuppressWarnings({"removal", "deprecation"})
    @Benchmark
    public int unsafe(Structs structs) {
        int sum = 0;
        for (long at = structs.address + FIELD, end = at + COUNT * SIZE; at != end; at += SIZE) {
            int value = UNSAFE.getIntVolatile(null, at) + 1;
            UNSAFE.putOrderedInt(null, at, value);
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
        for (int at = FIELD; at < COUNT * SIZE; at += SIZE) {
            int value = agrona.getIntAcquire(at) + 1;
            agrona.putIntRelease(at, value);
            sum += value;
        }
        return sum;
    }

    /**
     * A segment with an end and a life, as struct accessors use it.
     *
     * @param structs the memory
     */
    @Benchmark
    public int segment(Structs structs) {
        var segment = structs.segment;
        int sum = 0;
        for (int at = FIELD; at < COUNT * SIZE; at += SIZE) {
            int value = (int) INT.getAcquire(segment, (long) at) + 1;
            INT.setRelease(segment, (long) at, value);
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
        for (int at = FIELD / Integer.BYTES; at < COUNT * SIZE / Integer.BYTES; at += SIZE / Integer.BYTES) {
            int value = (int) ARRAY.getAcquire(array, at) + 1;
            ARRAY.setRelease(array, at, value);
            sum += value;
        }
        return sum;
    }
}
