package dev.ferrite.offheap.alloc;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What the allocator takes from the machine besides the blocks. */
class KmallocCostTest {
    private final Kmalloc kmalloc = Kmalloc.create(PoolConfig.of("cost").withBudget(1 << 30));

    @Test
    void allocateAndFreeMakeNoJavaObjects() throws Exception {
        long[] blocks = new long[500];
        for (int round = 0; round < 200; round++) {
            cycle(blocks);
        }
        long before = allocatedBytes();
        for (int round = 0; round < 2000; round++) {
            cycle(blocks);
        }
        long bytes = allocatedBytes() - before;
        // A million pairs: one object in a thousand of them would be 16 kB. What is left is the measuring itself.
        assertThat(bytes).isLessThan(16_000);
    }

    /** By reflection: the module under test does not read the management modules. */
    private static long allocatedBytes() throws Exception {
        Object threads = Class.forName("java.lang.management.ManagementFactory")
                .getMethod("getThreadMXBean")
                .invoke(null);
        Method bytes = Class.forName("com.sun.management.ThreadMXBean").getMethod("getCurrentThreadAllocatedBytes");
        return (long) bytes.invoke(threads);
    }

    private void cycle(long[] blocks) {
        for (int i = 0; i < blocks.length; i++) {
            blocks[i] = kmalloc.alloc(16 + i * 8L, Gfp.GFP_KERNEL);
        }
        for (long block : blocks) {
            kmalloc.free(block);
        }
    }

    @Test
    void overheadAtSteadyStateIsUnderAQuarter() {
        SplittableRandom random = new SplittableRandom(3);
        long[] blocks = new long[60_000];
        int[] sizes = new int[blocks.length];
        long requested = 0;
        for (int i = 0; i < 1_200_000; i++) {
            int at = random.nextInt(blocks.length);
            if (blocks[at] != 0) {
                kmalloc.free(blocks[at]);
                requested -= sizes[at];
            }
            int size = 16 + random.nextInt(1400);
            blocks[at] = kmalloc.alloc(size, Gfp.GFP_KERNEL);
            sizes[at] = size;
            requested += size;
        }
        AllocStats stats = kmalloc.stats();
        assertThat((double) stats.heldBytes() / requested)
                .as("held for each byte asked for")
                .isLessThan(1.25);
        assertThat(stats.liveObjects()).isEqualTo(blocks.length);
        assertThat(stats.fragmentation()).isBetween(0.0, 0.2);
        assertThat(stats.classes().stream().mapToLong(c -> c.liveObjects()).sum())
                .isEqualTo(blocks.length);
        for (long block : blocks) {
            kmalloc.free(block);
        }
    }

    @Test
    void overheadIsUnderAQuarterAgainAfterTheProgramTurnedToOtherSizes() {
        SplittableRandom random = new SplittableRandom(3);
        long[] blocks = new long[100_000];
        int[] sizes = new int[blocks.length];
        int[][] mixes = {{16, 1400}, {700, 1400}, {1400, 4000}, {16, 1400}, {700, 1400}};
        long requested = 0;
        for (int[] mix : mixes) {
            // Compactions take turns with time, so a fast machine may need more turnovers: ten times as many are the
            // limit.
            for (int round = 0; round < 10; round++) {
                for (int i = 0; i < 20 * blocks.length; i++) {
                    int at = random.nextInt(blocks.length);
                    if (blocks[at] != 0) {
                        kmalloc.free(blocks[at]);
                        requested -= sizes[at];
                    }
                    int size = mix[0] + random.nextInt(mix[1] - mix[0]);
                    blocks[at] = kmalloc.alloc(size, Gfp.GFP_KERNEL);
                    sizes[at] = size;
                    requested += size;
                }
                if ((double) kmalloc.stats().heldBytes() / requested < 1.25) {
                    break;
                }
            }
            assertThat((double) kmalloc.stats().heldBytes() / requested)
                    .as("held for each byte asked for, sizes %d to %d", mix[0], mix[1])
                    .isLessThan(1.25);
        }
        for (long block : blocks) {
            kmalloc.free(block);
        }
    }

    /** Pages decay with time, so the test gives it time: a tenth of a second is enough, twenty are the limit. */
    @Test
    void pagesThatNobodyNeedsAnyMoreGoBackWhileTheProgramRuns() {
        long[] blocks = new long[16_000];
        for (int i = 0; i < blocks.length; i++) {
            blocks[i] = kmalloc.alloc(4096, Gfp.GFP_KERNEL);
        }
        for (long block : blocks) {
            kmalloc.free(block);
        }
        long deadline = System.nanoTime() + 20_000_000_000L;
        long[] few = new long[500];
        AllocStats stats = kmalloc.stats();
        while (stats.heldBytes() + stats.spareBytes() > 16 << 20) {
            assertThat(System.nanoTime()).as("%s", stats).isLessThan(deadline);
            cycle(few);
            stats = kmalloc.stats();
        }
        assertThat(stats.liveObjects()).isZero();
        assertThat(stats.classes().stream().mapToLong(c -> c.liveBytes()).sum()).isZero();
    }

    @Test
    void slabsThatRandomFreesThinnedOutFillUpAgain() {
        SplittableRandom random = new SplittableRandom(3);
        long[] blocks = new long[100_000];
        int count = 0;
        while (count < blocks.length) {
            blocks[count++] = kmalloc.alloc(512, Gfp.GFP_KERNEL);
        }
        count = freeAtRandom(random, blocks, count, 70_000);
        double sparse = (double) kmalloc.stats().heldBytes() / (count * 512L);
        for (int burst = 0; burst < 200; burst++) {
            for (int i = 0; i < 3000; i++) {
                blocks[count++] = kmalloc.alloc(512, Gfp.GFP_KERNEL);
            }
            count = freeAtRandom(random, blocks, count, 3000);
        }
        kmalloc.shrink();
        double dense = (double) kmalloc.stats().heldBytes() / (count * 512L);
        assertThat(sparse)
                .as("three in ten blocks of each slab, at random, are in use")
                .isGreaterThan(3);
        assertThat(dense).isLessThan(sparse * 0.7);
        freeAtRandom(random, blocks, count, count);
        kmalloc.shrink();
        assertThat(kmalloc.stats().heldBytes()).isZero();
    }

    private int freeAtRandom(SplittableRandom random, long[] blocks, int count, int gone) {
        int left = count;
        for (int i = 0; i < gone; i++) {
            int at = random.nextInt(left);
            kmalloc.free(blocks[at]);
            blocks[at] = blocks[--left];
        }
        return left;
    }
}
