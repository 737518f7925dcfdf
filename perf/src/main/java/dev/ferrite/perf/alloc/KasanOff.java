package dev.ferrite.perf.alloc;

import dev.ferrite.offheap.alloc.Gfp;
import dev.ferrite.offheap.alloc.Kmalloc;
import dev.ferrite.offheap.alloc.PoolConfig;
import dev.ferrite.offheap.alloc.slab.SlabPool;
import dev.ferrite.perf.report.Comparison;
import dev.ferrite.perf.report.Goal;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * The allocator as it is, KASAN off, beside the same source without the switch.
 *
 * <p>The switch is {@code static final}, false, so the compiler drops the branches when it parses them. The copy is of
 * {@code Kmalloc.alloc}, {@code take}, {@code free} and {@code classOf}, line for line, less every line that mentions
 * KASAN, over the very same {@code SlabPool}; where the product zeroes or warns, the copy throws. Besides the time, of
 * which those two paths take a part, too, the size of the machine code says it ({@code -Xbatch -XX:+LogCompilation}): C1
 * makes 584 bytes of each, C2 2,664 of the product and 2,592 of the copy.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Comparison(
        title = "Allocate and free, with the switch for KASAN and without it",
        baseline = "withoutSwitch",
        goals = @Goal(id = "P13", subject = "withSwitch", against = "withoutSwitch", atMost = 1.02))
public class KasanOff {
    private static final int MAX_SIZE = (int) Kmalloc.MAX_SIZE;
    private static final int CLASSES = 44;

    /** Bytes of a block. */
    @Param("64")
    int size;

    private final Kmalloc kmalloc = Kmalloc.create(PoolConfig.of("perf").withBudget(64 << 20));
    private final Copy copy = new Copy();

    /** The product. */
    @Benchmark
    public void withSwitch() {
        long block = kmalloc.alloc(size, Gfp.GFP_KERNEL);
        kmalloc.free(block);
    }

    /** The same without the lines that mention KASAN. */
    @Benchmark
    public void withoutSwitch() {
        long block = copy.alloc(size, Gfp.GFP_KERNEL);
        copy.free(block);
    }

    private static final class Copy {
        private final SlabPool pool = new SlabPool(new SlabPool.Options("perf-copy", 64 << 20, false, false, false, 0));

        Copy() {
            long size = 0;
            for (int id = 0; id < CLASSES; id++) {
                size = Kmalloc.blockSize(size + 1);
                pool.addClass("perf-" + size, Math.toIntExact(size), false);
            }
        }

        long alloc(long size, int flags) {
            if (size - 1 >= MAX_SIZE || size <= 0) {
                throw new IllegalArgumentException("size must be 1.." + MAX_SIZE + ": size=" + size);
            }
            return take(size, flags);
        }

        void free(long address) {
            if (address <= MAX_SIZE && address >= 0 && (address & (address - 1)) == 0) {
                return;
            }
            pool.free(address, 0, CLASSES - 1);
        }

        private long take(long size, int flags) {
            long block = pool.alloc(classOf(size), reach(flags));
            if (block < 0) {
                throw new IllegalStateException("size=" + size);
            }
            if ((flags & Gfp.__GFP_ZERO) != 0) {
                throw new IllegalArgumentException("flags=" + flags);
            }
            return block;
        }

        private static int reach(int flags) {
            if ((flags & Gfp.__GFP_DIRECT_RECLAIM) != 0) {
                return SlabPool.FRESH;
            }
            return (flags & Gfp.__GFP_HIGH) != 0 ? SlabPool.RESERVE : SlabPool.MAPPED;
        }

        private static int classOf(long size) {
            int s = (int) size - 1;
            if (s < 64) {
                return s >>> 4;
            }
            int power = 31 - Integer.numberOfLeadingZeros(s);
            return 4 * (power - 5) + ((s >>> (power - 2)) & 3);
        }
    }
}
