package dev.ferrite.perf.rejected;

import dev.ferrite.offheap.Words;
import dev.ferrite.perf.report.Comparison;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Ways to take the check of sign and alignment out of {@link Words}.
 *
 * <p>A handle over a segment checks that the offset lies inside and is aligned. An address whose sign and low bits were
 * masked away passes both checks at compile time; a layout without alignment has no second check, but no atomics either.
 * Times of {@code sun.misc.Unsafe}, the best of 9 iterations on a busy machine:
 *
 * <pre>
 *                        indexed loop   walking pointer
 * as it is               0.94 to 1.06   1.07 to 1.25
 * masked, aligned        1.49           1.10
 * unaligned              1.12           1.08
 * masked, unaligned      1.42           1.02
 * </pre>
 *
 * <p>The mask is worse where it counts: C2 moves a check of {@code base + i * 16} out of the loop, and cannot move a
 * mask. And a bad address would silently become another one instead of an exception. So {@link Words} checks.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(AddressMask.COUNT)
@Comparison(title = "Ways around the check of an address, plain", baseline = "words")
public class AddressMask {
    static final int COUNT = 1024;

    private static final int SIZE = 16;

    @SuppressWarnings("restricted") // SAFETY: only addresses of the arena's block below are used
    private static final MemorySegment ALL = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

    private static final VarHandle INT = ValueLayout.JAVA_INT.varHandle();
    private static final VarHandle UNALIGNED = ValueLayout.JAVA_INT_UNALIGNED.varHandle();
    private static final long MASK = 0x3FFF_FFFF_FFFF_FFFCL;

    private final long base = Arena.global().allocate((long) COUNT * SIZE, 64).address();

    /** As it is. */
    @Benchmark
    public int words() {
        int sum = 0;
        for (int i = 0; i < COUNT; i++) {
            long at = base + (long) i * SIZE;
            int value = Words.getIntPlain(at) + 1;
            Words.setIntPlain(at, value);
            sum += value;
        }
        return sum;
    }

    /** The address masked, so that both checks fold. */
    @Benchmark
    public int masked() {
        int sum = 0;
        for (int i = 0; i < COUNT; i++) {
            long at = (base + (long) i * SIZE) & MASK;
            int value = (int) INT.get(ALL, at) + 1;
            INT.set(ALL, at, value);
            sum += value;
        }
        return sum;
    }

    /** Without the check of alignment: no mode but plain. */
    @Benchmark
    public int unaligned() {
        int sum = 0;
        for (int i = 0; i < COUNT; i++) {
            long at = base + (long) i * SIZE;
            int value = (int) UNALIGNED.get(ALL, at) + 1;
            UNALIGNED.set(ALL, at, value);
            sum += value;
        }
        return sum;
    }
}
