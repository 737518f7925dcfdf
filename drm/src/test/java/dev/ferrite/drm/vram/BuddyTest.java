package dev.ferrite.drm.vram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.offheap.diag.KernelBug;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuddyTest {
    private record Run(long start, long count) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 7, 64, 65, 100, 1023, 1024, 2025, 5000})
    void anythingAllocatedIsDisjointAndAllOfItComesBack(long pages) {
        Random random = new Random(pages);
        Buddy buddy = new Buddy(pages);
        BitSet used = new BitSet();
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            if (random.nextInt(2) == 0 || runs.isEmpty()) {
                long count = 1 + random.nextLong(Math.max(1, random.nextInt(4) == 0 ? pages : pages / 8 + 1));
                long longest = longestFree(used, pages);
                long start = buddy.allocate(count);
                assertThat(start >= 0).as("count=%d longest=%d", count, longest).isEqualTo(count <= longest);
                if (start >= 0) {
                    int next = used.nextSetBit((int) start);
                    assertThat(start + count).isLessThanOrEqualTo(next < 0 ? pages : next);
                    used.set((int) start, (int) (start + count));
                    runs.add(new Run(start, count));
                }
            } else {
                Run run = runs.remove(random.nextInt(runs.size()));
                buddy.free(run.start, run.count);
                used.clear((int) run.start, (int) (run.start + run.count));
            }
            assertThat(buddy.freePages()).isEqualTo(pages - used.cardinality());
            if (i % 100 == 0) {
                assertThat(buddy.largestFree()).isEqualTo(longestFree(used, pages));
            }
        }
        runs.forEach(run -> buddy.free(run.start, run.count));
        assertThat(buddy.largestFree()).isEqualTo(pages);
        assertThat(buddy.allocate(pages)).as("everything in one piece").isZero();
    }

    private static long longestFree(BitSet used, long pages) {
        long longest = 0;
        int at = 0;
        while (at < pages) {
            int from = used.nextClearBit(at);
            int to = used.nextSetBit(from);
            long end = to < 0 ? pages : to;
            longest = Math.max(longest, end - from);
            at = (int) end;
        }
        return longest;
    }

    @Test
    void bestFitKeepsLargeBlocksWhole() {
        Buddy buddy = new Buddy(64);
        assertThat(buddy.allocate(28)).isZero();
        assertThat(buddy.allocate(3))
                .as("the tail of 4, not the half that is free")
                .isEqualTo(28);
        assertThat(buddy.allocate(32)).isEqualTo(32);
    }

    @Test
    void tailIsGivenBack() {
        Buddy buddy = new Buddy(8);
        assertThat(buddy.allocate(5)).isZero();
        assertThat(buddy.freePages()).isEqualTo(3);
        assertThat(buddy.allocate(2)).isEqualTo(6);
        assertThat(buddy.allocate(1)).isEqualTo(5);
        assertThat(buddy.allocate(1)).isEqualTo(-1);
    }

    @Test
    void freeingTwiceOrOutsideIsABug() {
        Buddy buddy = new Buddy(8);
        long start = buddy.allocate(1);
        buddy.allocate(1);
        buddy.free(start, 1);
        assertThatThrownBy(() -> buddy.free(start, 1)).isInstanceOf(KernelBug.class);
        assertThatThrownBy(() -> buddy.free(7, 2)).isInstanceOf(KernelBug.class).hasMessageContaining("start=7");
    }

    /** Every kind of request against a list of pages: found if and only if there is a place, and the place that was asked for. */
    @ParameterizedTest
    @ValueSource(longs = {1, 3, 64, 100, 513, 1024})
    void placesAreThoseOfAListOfPages(long pages) {
        Random random = new Random(pages);
        Buddy buddy = new Buddy(pages);
        BitSet used = new BitSet();
        List<Run> runs = new ArrayList<>();
        int found = 0;
        for (int i = 0; i < 20_000; i++) {
            if (random.nextInt(3) > 0 || runs.isEmpty()) {
                long count = 1 + random.nextLong(Math.max(1, pages / (1 + random.nextInt(16))));
                long from = random.nextInt(3) == 0 ? random.nextLong(pages) : 0;
                long to = random.nextInt(3) == 0 ? from + 1 + random.nextLong(pages - from) : pages;
                long alignment = 1L << random.nextInt(random.nextBoolean() ? 1 : 6);
                boolean topDown = random.nextBoolean();
                long start = buddy.allocate(count, from, to, alignment, topDown);
                assertThat(start)
                        .as("count=%d in %d..%d alignment=%d down=%s", count, from, to, alignment, topDown)
                        .isEqualTo(place(used, count, from, to, alignment, topDown));
                if (start >= 0) {
                    found++;
                    used.set((int) start, (int) (start + count));
                    runs.add(new Run(start, count));
                }
            } else {
                Run run = runs.remove(random.nextInt(runs.size()));
                buddy.free(run.start, run.count);
                used.clear((int) run.start, (int) (run.start + run.count));
            }
            if (i % 20 == 0) {
                assertThat(buddy.freePages()).isEqualTo(pages - used.cardinality());
                assertThat(buddy.freeBlocks()).isEqualTo(freeBlocks(used, pages));
            }
        }
        assertThat(found).as("requests that were met").isGreaterThan(1000);
        runs.forEach(run -> buddy.free(run.start, run.count));
        assertThat(buddy.freeBlocks()).isEqualTo(new Buddy(pages).freeBlocks());
    }

    private static long place(BitSet used, long count, long from, long to, long alignment, boolean topDown) {
        long found = -1;
        for (long start = (from + alignment - 1) / alignment * alignment; start + count <= to; start += alignment) {
            int next = used.nextSetBit((int) start);
            if (next < 0 || next >= start + count) {
                found = start;
                if (!topDown) {
                    return found;
                }
            }
        }
        return found;
    }

    /** Aligned blocks that are free as a whole and whose buddies are not, from the largest down. */
    private static long[] freeBlocks(BitSet used, long pages) {
        long[] blocks = new long[64 - Long.numberOfLeadingZeros(pages)];
        for (int order = 0; order < blocks.length; order++) {
            long size = 1L << order;
            for (long start = 0; start + size <= pages; start += size) {
                if (isFree(used, start, size, pages) && !isFree(used, start & -(2 * size), 2 * size, pages)) {
                    blocks[order]++;
                }
            }
        }
        return blocks;
    }

    private static boolean isFree(BitSet used, long start, long size, long pages) {
        int next = used.nextSetBit((int) start);
        return start + size <= pages && (next < 0 || next >= start + size);
    }

    @Test
    void splitsAndMergesAreCounted() {
        Buddy buddy = new Buddy(16);
        assertThat(buddy.freeBlocks()).containsExactly(0, 0, 0, 0, 1);
        assertThat(buddy.allocate(1)).isZero();
        assertThat(buddy.splits()).as("16 to 8, 4, 2, 1").isEqualTo(4);
        assertThat(buddy.freeBlocks()).containsExactly(1, 1, 1, 1, 0);
        assertThat(buddy.merges()).isZero();
        buddy.free(0, 1);
        assertThat(buddy.merges()).isEqualTo(4);
        assertThat(buddy.freeBlocks()).containsExactly(0, 0, 0, 0, 1);
        assertThat(buddy.allocate(4, 0, 16, 4, true)).as("from the top").isEqualTo(12);
        assertThat(buddy.splits()).isEqualTo(6);
        assertThat(buddy.allocate(4, 2, 12, 4, false)).isEqualTo(4);
    }
}
