package dev.ferrite.perf.offheap;

import static dev.ferrite.perf.offheap.Structs.COUNT;
import static dev.ferrite.perf.offheap.Structs.FIELD;
import static dev.ferrite.perf.offheap.Structs.SIZE;
import static dev.ferrite.perf.offheap.Unsafes.UNSAFE;

import dev.ferrite.offheap.Words;
import dev.ferrite.perf.report.Comparison;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/**
 * The same as {@link FieldPlain} and {@link FieldAcquireRelease}, with a pointer that walks instead of an index.
 *
 * <p>It has no goal, for it shows the price of the check: C2 takes sign and alignment of {@code base + i * 16} out of a
 * counted loop, and leaves both in a loop whose only variable is the address. Seen on a busy machine: 1.05 to 1.25 times
 * Unsafe plain, 1.03 to 1.09 acquire and release. {@code rejected.AddressMask} has what was tried against it.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(COUNT)
@Comparison(
        title = "Count up a struct field, walking a pointer",
        baseline = "unsafe",
        noGarbage = {"words", "wordsAcquireRelease"})
public class FieldWalk {
    /**
     * Ours, plain.
     *
     * @param structs the memory
     */
    @Benchmark
    public int words(Structs structs) {
        int sum = 0;
        for (long at = structs.address + FIELD, end = at + COUNT * SIZE; at != end; at += SIZE) {
            int value = Words.getIntPlain(at) + 1;
            Words.setIntPlain(at, value);
            sum += value;
        }
        return sum;
    }

    /**
     * sun.misc.Unsafe, plain.
     *
     * @param structs the memory
     */
    @SuppressWarnings("removal")
    @Benchmark
    public int unsafe(Structs structs) {
        int sum = 0;
        for (long at = structs.address + FIELD, end = at + COUNT * SIZE; at != end; at += SIZE) {
            int value = UNSAFE.getInt(at) + 1;
            UNSAFE.putInt(at, value);
            sum += value;
        }
        return sum;
    }

    /**
     * Ours, acquire and release.
     *
     * @param structs the memory
     */
    @Benchmark
    public int wordsAcquireRelease(Structs structs) {
        int sum = 0;
        for (long at = structs.address + FIELD, end = at + COUNT * SIZE; at != end; at += SIZE) {
            int value = Words.getIntAcquire(at) + 1;
            Words.setIntRelease(at, value);
            sum += value;
        }
        return sum;
    }

    /**
     * sun.misc.Unsafe, acquire and release.
     *
     * @param structs the memory
     */
    @SuppressWarnings({"removal", "deprecation"})
    @Benchmark
    public int unsafeAcquireRelease(Structs structs) {
        int sum = 0;
        for (long at = structs.address + FIELD, end = at + COUNT * SIZE; at != end; at += SIZE) {
            int value = UNSAFE.getIntVolatile(null, at) + 1;
            UNSAFE.putOrderedInt(null, at, value);
            sum += value;
        }
        return sum;
    }
}
