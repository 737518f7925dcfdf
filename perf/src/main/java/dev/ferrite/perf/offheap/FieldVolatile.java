package dev.ferrite.perf.offheap;

import static dev.ferrite.perf.offheap.Structs.ARRAY;
import static dev.ferrite.perf.offheap.Structs.COUNT;
import static dev.ferrite.perf.offheap.Structs.FIELD;
import static dev.ferrite.perf.offheap.Structs.SIZE;
import static dev.ferrite.perf.offheap.Unsafes.UNSAFE;

import dev.ferrite.offheap.Words;
import dev.ferrite.perf.report.Comparison;
import dev.ferrite.perf.report.Goal;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** Counts up one field of each of {@link Structs#COUNT} structs, volatile. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(COUNT)
@Comparison(
        title = "Count up a struct field in a loop, volatile",
        baseline = "unsafe",
        goals = @Goal(id = "P1", subject = "words", against = "unsafe", atMost = 1.02),
        noGarbage = "words")
public class FieldVolatile {
    /**
     * Ours: by address.
     *
     * @param structs the memory
     */
    @Benchmark
    public int words(Structs structs) {
        int sum = 0;
        for (long at = structs.address + FIELD, end = at + COUNT * SIZE; at != end; at += SIZE) {
            int value = Words.getIntVolatile(at) + 1;
            Words.setIntVolatile(at, value);
            sum += value;
        }
        return sum;
    }

    /**
     * sun.misc.Unsafe, by address.
     *
     * @param structs the memory
     */
    @SuppressWarnings("removal")
    @Benchmark
    public int unsafe(Structs structs) {
        int sum = 0;
        for (long at = structs.address + FIELD, end = at + COUNT * SIZE; at != end; at += SIZE) {
            int value = UNSAFE.getIntVolatile(null, at) + 1;
            UNSAFE.putIntVolatile(null, at, value);
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
            int value = agrona.getIntVolatile(at) + 1;
            agrona.putIntVolatile(at, value);
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
            int value = (int) ARRAY.getVolatile(array, at) + 1;
            ARRAY.setVolatile(array, at, value);
            sum += value;
        }
        return sum;
    }
}
