package dev.ferrite.offheap.alloc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.errno.Errno;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KmallocTest {
    private static final long ENOMEM = Errno.ENOMEM.negated();
    private static final int QUIET = Gfp.GFP_KERNEL | Gfp.__GFP_NOWARN;

    private final Kmalloc kmalloc = Kmalloc.create(PoolConfig.of("test").withBudget(16 << 20));

    @Test
    void everySizeGetsABlockAtMostAQuarterLonger() {
        long previous = 0;
        for (long size = 1; size <= Kmalloc.MAX_SIZE; size++) {
            long block = Kmalloc.blockSize(size);
            assertThat(block).isGreaterThanOrEqualTo(size).isGreaterThanOrEqualTo(previous);
            assertThat(block % 16).isZero();
            if (size > 64) {
                assertThat(block).isLessThan(size + size / 4 + 1);
            }
            previous = block;
        }
        assertThat(previous).isEqualTo(Kmalloc.MAX_SIZE);
    }

    @Test
    void powersOfTwoAreAlignedToThemselves() {
        List<Long> blocks = new ArrayList<>();
        for (long size = 16; size <= Kmalloc.MAX_SIZE; size <<= 1) {
            for (int i = 0; i < 5; i++) {
                long block = kmalloc.alloc(size, Gfp.GFP_KERNEL);
                assertThat(block % size).as("size %d", size).isZero();
                assertThat(Kmalloc.blockSize(size)).isEqualTo(size);
                blocks.add(block);
            }
        }
        blocks.forEach(kmalloc::free);
        assertThat(kmalloc.stats().liveObjects()).isZero();
    }

    @Test
    void anyAlignmentUpToTheLargestBlockIsKept() {
        for (long align = 1; align <= Kmalloc.MAX_SIZE; align <<= 1) {
            for (long size : new long[] {1, 7, 33, 100, 1000, 5000, 40_000}) {
                long block = kmalloc.alloc(size, align, QUIET);
                long padded = (size + align - 1) & -align;
                if (padded > Kmalloc.MAX_SIZE) {
                    assertThat(block).isEqualTo(ENOMEM);
                } else {
                    assertThat(block % align)
                            .as("size %d align %d", size, align)
                            .isZero();
                    assertThat(kmalloc.usableSize(block)).isGreaterThanOrEqualTo(padded);
                    kmalloc.free(block, size, align);
                }
            }
        }
    }

    @Test
    void sizeZeroDanglesAtTheAlignmentAndIsFreedForNothing() {
        for (long align = 1; align <= 4096; align <<= 1) {
            assertThat(kmalloc.alloc(0, align, Gfp.GFP_KERNEL)).isEqualTo(align);
            kmalloc.free(align, 0, align);
        }
        assertThat(kmalloc.alloc(0, Gfp.GFP_KERNEL)).isEqualTo(Kmalloc.MIN_ALIGN);
        kmalloc.free(Kmalloc.MIN_ALIGN);
        kmalloc.free(0);
        assertThat(kmalloc.stats().liveObjects()).isZero();
    }

    @Test
    void reallocKeepsThePrefixWhenItShrinksAndWhenItGrows() {
        long block = kmalloc.realloc(0, 1000, 8, 0, 1, Gfp.GFP_KERNEL);
        Pattern.write(block, 1000, 5);
        block = kmalloc.realloc(block, 100, 8, 1000, 8, Gfp.GFP_KERNEL);
        Pattern.verifyPrefix(block, 100, 5);
        block = kmalloc.realloc(block, 60_000, 4096, 100, 8, Gfp.GFP_KERNEL);
        Pattern.verifyPrefix(block, 100, 5);
        assertThat(block % 4096).isZero();
        assertThat(kmalloc.realloc(block, 0, 64, 60_000, 4096, Gfp.GFP_KERNEL)).isEqualTo(64);
        assertThat(kmalloc.stats().liveObjects()).isZero();
    }

    @Test
    void reallocOfADanglingBlockAllocates() {
        long block = kmalloc.realloc(0xdead, 64, 8, 0, 8, Gfp.GFP_KERNEL);
        assertThat(block).isPositive().isNotEqualTo(0xdead);
        kmalloc.free(block, 64, 8);
    }

    @Test
    void reallocWithinTheBlockStaysInPlaceAndZeroesTheTail() {
        long block = kmalloc.alloc(1025, Gfp.GFP_KERNEL);
        Words.fill(block, 1280, (byte) 0x77);
        assertThat(kmalloc.realloc(block, 1280, 8, 1025, 8, Gfp.GFP_KERNEL | Gfp.__GFP_ZERO))
                .isEqualTo(block);
        for (int i = 1025; i < 1280; i++) {
            assertThat(Words.getBytePlain(block + i)).isZero();
        }
        assertThat(Words.getBytePlain(block + 1024)).isEqualTo((byte) 0x77);
        kmalloc.free(block);
    }

    @Test
    void failedReallocLeavesTheOldBlockAsItWas() {
        long block = kmalloc.alloc(500, Gfp.GFP_KERNEL);
        Pattern.write(block, 500, 9);
        assertThat(kmalloc.realloc(block, Kmalloc.MAX_SIZE + 1, 8, 500, 8, QUIET))
                .isEqualTo(ENOMEM);
        assertThat(kmalloc.realloc(block, Long.MAX_VALUE, 8, 500, 8, QUIET)).isEqualTo(ENOMEM);
        Pattern.verify(block, 500, 9);
        kmalloc.free(block, 500, 8);
    }

    @Test
    void zeroFlagZeroesARecycledBlock() {
        for (long size : new long[] {1, 16, 100, 256, 257, 4096, 65536}) {
            long dirty = kmalloc.alloc(size, Gfp.GFP_KERNEL);
            Words.fill(dirty, size, (byte) 0xFF);
            kmalloc.free(dirty);
            long block = kmalloc.alloc(size, Gfp.GFP_KERNEL | Gfp.__GFP_ZERO);
            assertThat(block).isEqualTo(dirty);
            for (long i = 0; i < size; i++) {
                assertThat(Words.getBytePlain(block + i)).isZero();
            }
            kmalloc.free(block);
        }
    }

    @Test
    void sizesNoLayoutHasAreRefused() {
        assertThatThrownBy(() -> kmalloc.alloc(-1, Gfp.GFP_KERNEL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("size=-1");
        assertThatThrownBy(() -> kmalloc.alloc(Long.MIN_VALUE, 8, Gfp.GFP_KERNEL))
                .isInstanceOf(IllegalArgumentException.class);
        for (long align : new long[] {0, -1, 3, 24, Long.MIN_VALUE}) {
            assertThatThrownBy(() -> kmalloc.alloc(8, align, Gfp.GFP_KERNEL))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("align=" + align);
        }
        for (long size : new long[] {Kmalloc.MAX_SIZE + 1, Integer.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE - 7}) {
            assertThat(kmalloc.alloc(size, QUIET)).isEqualTo(ENOMEM);
            assertThat(kmalloc.alloc(size, 64, QUIET)).isEqualTo(ENOMEM);
        }
        assertThat(kmalloc.alloc(8, 1L << 62, QUIET)).isEqualTo(ENOMEM);
    }

    @Test
    void failureIsReportedUnlessAskedNotTo() {
        try (Warnings warnings = new Warnings()) {
            assertThat(kmalloc.alloc(Kmalloc.MAX_SIZE + 1, QUIET)).isEqualTo(ENOMEM);
            assertThat(warnings.seen()).isEmpty();
            assertThat(kmalloc.alloc(Kmalloc.MAX_SIZE + 1, Gfp.GFP_KERNEL)).isEqualTo(ENOMEM);
            assertThat(warnings.seen())
                    .singleElement()
                    .asString()
                    .contains("alloc-failure", "size=65537", "GFP_KERNEL");
        }
    }

    @Test
    void secondFreeIsRefusedAndTheBlockIsNotHandedOutTwice() {
        long block = kmalloc.alloc(100, Gfp.GFP_KERNEL);
        kmalloc.free(block);
        assertThatThrownBy(() -> kmalloc.free(block))
                .isInstanceOf(KernelBug.class)
                .hasMessageContaining("double free");
        long one = kmalloc.alloc(100, Gfp.GFP_KERNEL);
        long two = kmalloc.alloc(100, Gfp.GFP_KERNEL);
        assertThat(one).isNotEqualTo(two);
        kmalloc.free(one);
        kmalloc.free(two);
    }

    @Test
    void addressesThatAreNoBlockAreRefused() {
        long block = kmalloc.alloc(100, Gfp.GFP_KERNEL);
        Kmalloc other = Kmalloc.create(PoolConfig.of("other").withBudget(1 << 20));
        long foreign = other.alloc(100, Gfp.GFP_KERNEL);
        for (long bad : new long[] {
            block + 1, block + 16, block + 8, foreign, -1, -4096, Long.MIN_VALUE, 0x1234_5678L, block + (8 << 20), 4097
        }) {
            assertThatThrownBy(() -> kmalloc.free(bad)).as("0x%x", bad).isInstanceOf(KernelBug.class);
        }
        kmalloc.free(block);
        other.free(foreign);
        assertThat(kmalloc.stats().liveObjects()).isZero();
    }

    @Test
    void freeWithALayoutOfALargerClassIsRefused() {
        long block = kmalloc.alloc(100, 8, Gfp.GFP_KERNEL);
        assertThatThrownBy(() -> kmalloc.free(block, 200, 8)).isInstanceOf(KernelBug.class);
        assertThatThrownBy(() -> kmalloc.free(block, -1, 8)).isInstanceOf(KernelBug.class);
        assertThatThrownBy(() -> kmalloc.free(block, 100, 3)).isInstanceOf(KernelBug.class);
        kmalloc.free(block, 100, 8);
    }

    @Test
    void budgetIsKeptAndMemoryGivenBackCanBeHadAgainInAnotherClass() {
        Kmalloc small = Kmalloc.create(PoolConfig.of("small").withBudget(2 << 20));
        for (long size : new long[] {64, 4096, 65536, 16, 1000, 48}) {
            List<Long> blocks = new ArrayList<>();
            for (long block = small.alloc(size, QUIET); block >= 0; block = small.alloc(size, QUIET)) {
                blocks.add(block);
            }
            assertThat(blocks.size() * Kmalloc.blockSize(size)).isBetween((long) (1.9 * (1 << 20)), 2L << 20);
            assertThat(small.stats().heldBytes()).isEqualTo(2 << 20);
            blocks.forEach(small::free);
            assertThat(small.stats().liveObjects()).isZero();
        }
    }

    @Test
    void emptySlabsGiveTheirPagesBackOnShrink() {
        List<Long> blocks = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            blocks.add(kmalloc.alloc(4096, Gfp.GFP_KERNEL));
        }
        blocks.forEach(kmalloc::free);
        assertThat(kmalloc.shrink()).isGreaterThanOrEqualTo(3 << 20);
        assertThat(kmalloc.stats().heldBytes()).isZero();
        long block = kmalloc.alloc(4096, Gfp.GFP_KERNEL);
        assertThat(block).isPositive();
        kmalloc.free(block);
    }

    @Test
    void atomicUsesTheReserveAndNowaitDoesNot() {
        Kmalloc reserved =
                Kmalloc.create(PoolConfig.of("reserved").withBudget(4 << 20).withAtomicReserve(512 << 10));
        assertThat(reserved.alloc(64, Gfp.GFP_NOWAIT)).isEqualTo(ENOMEM);
        long block = reserved.alloc(64, Gfp.GFP_ATOMIC);
        assertThat(block).isPositive();
        long next = reserved.alloc(64, Gfp.GFP_NOWAIT);
        assertThat(next).as("the class has blocks now").isPositive();
        long count = 0;
        while (reserved.alloc(65536, QUIET) >= 0) {
            count++;
        }
        assertThat(count * 65536)
                .as("the usual flags leave the reserve alone")
                .isLessThanOrEqualTo((4 << 20) - (512 << 10));
        assertThat(reserved.alloc(1000, Gfp.GFP_ATOMIC | Gfp.__GFP_NOWARN)).isPositive();
        assertThat(reserved.alloc(2000, Gfp.GFP_NOWAIT)).isEqualTo(ENOMEM);
    }

    @Test
    void prefaultedLockedAndHugePoolsWork() {
        for (PoolConfig config : List.of(
                PoolConfig.of("prefault").withPrefault(),
                PoolConfig.of("lock").withLock(),
                PoolConfig.of("huge").withHugePages())) {
            Kmalloc pool = Kmalloc.create(config.withBudget(2 << 20));
            try (Warnings warnings = new Warnings()) {
                long block = pool.alloc(1000, QUIET);
                // RLIMIT_MEMLOCK may be less than a slab: then it is ENOMEM and a WARN, never anything else.
                assertThat(block > 0
                                || (block == ENOMEM
                                        && warnings.seen().toString().contains("mlock")))
                        .isTrue();
                if (block > 0) {
                    Pattern.write(block, 1000, 1);
                    Pattern.verify(block, 1000, 1);
                    pool.free(block);
                }
            }
        }
    }

    @Test
    void blocksOfAClassLieSideBySideWithoutAByteBetween() {
        Set<Long> blocks = new HashSet<>();
        int count = (256 << 10) / 64;
        for (int i = 0; i < count; i++) {
            blocks.add(kmalloc.alloc(64, Gfp.GFP_KERNEL));
        }
        long low = blocks.stream().mapToLong(Long::longValue).min().orElseThrow();
        long high = blocks.stream().mapToLong(Long::longValue).max().orElseThrow();
        assertThat(Kasan.ENABLED).isFalse();
        assertThat(blocks).hasSize(count);
        assertThat(high - low).as("a slab is all blocks").isEqualTo((256 << 10) - 64);
        assertThat(kmalloc.stats().heldBytes()).isEqualTo(256 << 10);
        blocks.forEach(kmalloc::free);
    }

    @Test
    void writesThroughStalePointersDoNotBreakTheAllocator() {
        List<Long> blocks = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            blocks.add(kmalloc.alloc(48, Gfp.GFP_KERNEL));
        }
        blocks.forEach(kmalloc::free);
        blocks.forEach(block -> Words.fill(block, 48, (byte) 0xFF));
        Set<Long> again = new HashSet<>();
        for (int i = 0; i < 2000; i++) {
            long block = kmalloc.alloc(48, Gfp.GFP_KERNEL);
            assertThat(kmalloc.owns(block)).isTrue();
            assertThat(again.add(block)).isTrue();
        }
        again.forEach(kmalloc::free);
    }
}
