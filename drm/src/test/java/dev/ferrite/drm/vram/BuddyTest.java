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
}
