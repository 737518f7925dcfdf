package dev.ferrite.offheap.alloc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.linux.Pages;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VmallocTest {
    private static final long ENOMEM = Errno.ENOMEM.negated();
    private static final int QUIET = Gfp.GFP_KERNEL | Gfp.__GFP_NOWARN;

    private final Vmalloc vmalloc = Vmalloc.create(PoolConfig.of("vtest").withBudget(32 << 20));

    @Test
    void blocksArePagesAndZeroAtFirst() {
        long block = vmalloc.alloc(5000, 4096, Gfp.GFP_KERNEL);
        assertThat(block % Pages.SIZE).isZero();
        assertThat(vmalloc.usableSize(block)).isEqualTo(Pages.align(5000));
        assertThat(Words.getLongPlain(block)).isZero();
        assertThat(Words.getLongPlain(block + Pages.align(5000) - 8)).isZero();
        vmalloc.free(block, 5000, 4096);
        assertThat(vmalloc.stats().liveBytes()).isZero();
    }

    @Test
    void alignmentAboveThePageSizeIsEnomemAndAWarning() {
        try (Warnings warnings = new Warnings()) {
            assertThat(vmalloc.alloc(100, Pages.SIZE * 2, Gfp.GFP_KERNEL)).isEqualTo(ENOMEM);
            assertThat(warnings.seen()).singleElement().asString().startsWith("vmalloc-align");
            assertThat(KVmalloc.of(Kmalloc.create(PoolConfig.of("k").withBudget(1 << 20)), vmalloc)
                            .alloc(100, 8192 * (Pages.SIZE / 4096), Gfp.GFP_KERNEL))
                    .isEqualTo(ENOMEM);
            assertThat(warnings.seen()).hasSize(2);
        }
    }

    @Test
    void sizeZeroDanglesAtTheAlignment() {
        assertThat(vmalloc.alloc(0, 64, Gfp.GFP_KERNEL)).isEqualTo(64);
        vmalloc.free(64, 0, 64);
        assertThat(vmalloc.stats().liveObjects()).isZero();
    }

    @Test
    void budgetIsKept() {
        long half = vmalloc.alloc(16 << 20, 8, QUIET);
        assertThat(half).isPositive();
        assertThat(vmalloc.alloc((16 << 20) + 1, 8, QUIET)).isEqualTo(ENOMEM);
        long other = vmalloc.alloc(16 << 20, 8, QUIET);
        assertThat(other).isPositive();
        assertThat(vmalloc.alloc(1, 8, QUIET)).isEqualTo(ENOMEM);
        vmalloc.free(half, 16 << 20, 8);
        assertThat(vmalloc.alloc(1, 8, QUIET)).isPositive();
        assertThat(vmalloc.alloc(Long.MAX_VALUE, 8, QUIET)).isEqualTo(ENOMEM);
    }

    @Test
    void zeroFlagZeroesARecycledRange() {
        long block = vmalloc.alloc(8192, 8, Gfp.GFP_KERNEL);
        vmalloc.free(block, 8192, 8);
        Words.setLongPlain(block, 0xBAD); // a late write through a stale pointer
        long again = vmalloc.alloc(8192, 8, Gfp.GFP_KERNEL | Gfp.__GFP_ZERO);
        assertThat(again).isEqualTo(block);
        assertThat(Words.getLongPlain(again)).isZero();
    }

    @Test
    void lateAccessAfterFreeDoesNotEndTheJvm() {
        long block = vmalloc.alloc(1 << 20, 8, Gfp.GFP_KERNEL);
        Words.setLongPlain(block, 1);
        vmalloc.free(block, 1 << 20, 8);
        assertThat(Words.getLongPlain(block))
                .as("the pages went back to the kernel")
                .isZero();
    }

    @Test
    void doubleAndForeignFreesAreRefused() {
        long block = vmalloc.alloc(100, 8, Gfp.GFP_KERNEL);
        assertThatThrownBy(() -> vmalloc.free(block + 8, 100, 8)).isInstanceOf(KernelBug.class);
        assertThatThrownBy(() -> vmalloc.free(block, 5000, 8)).isInstanceOf(KernelBug.class);
        assertThatThrownBy(() -> vmalloc.free(Kmalloc.system().alloc(100, Gfp.GFP_KERNEL), 100, 8))
                .isInstanceOf(KernelBug.class);
        vmalloc.free(block, 100, 8);
        assertThatThrownBy(() -> vmalloc.free(block, 100, 8))
                .isInstanceOf(KernelBug.class)
                .hasMessageContaining("double free");
        assertThatThrownBy(() -> vmalloc.alloc(-5, 8, Gfp.GFP_KERNEL)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> vmalloc.alloc(5, 6, Gfp.GFP_KERNEL)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nowaitNeverMaps() {
        assertThat(vmalloc.alloc(100, 8, Gfp.GFP_NOWAIT)).isEqualTo(ENOMEM);
        vmalloc.free(vmalloc.alloc(100_000, 8, Gfp.GFP_KERNEL), 100_000, 8);
        assertThat(vmalloc.alloc(100, 8, Gfp.GFP_NOWAIT))
                .as("a range mapped before")
                .isPositive();
    }

    @Test
    void manyRangesOfManySizesAreRecycled() {
        List<Long> blocks = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            for (int pages = 1; pages < 60; pages++) {
                long block = vmalloc.alloc(pages * Pages.SIZE, 8, Gfp.GFP_KERNEL);
                Words.setLongPlain(block + pages * Pages.SIZE - 8, pages);
                blocks.add(block);
            }
            for (int pages = 1; pages < 60; pages++) {
                long block = blocks.get(pages - 1);
                assertThat(Words.getLongPlain(block + pages * Pages.SIZE - 8)).isEqualTo(pages);
                vmalloc.free(block, pages * Pages.SIZE, 8);
            }
            blocks.clear();
        }
        assertThat(vmalloc.stats().liveObjects()).isZero();
    }

    @Test
    void kvmallocSucceedsJustAboveTheLargestSlabBlock() {
        Kmalloc kmalloc = Kmalloc.create(PoolConfig.of("k").withBudget(1 << 20));
        KVmalloc kvmalloc = KVmalloc.of(kmalloc, vmalloc);
        long size = Kmalloc.MAX_SIZE + 1;
        assertThat(kmalloc.alloc(size, 8, QUIET)).isEqualTo(ENOMEM);
        long block = kvmalloc.alloc(size, 8, Gfp.GFP_KERNEL);
        assertThat(vmalloc.owns(block)).isTrue();
        Pattern.write(block, size, 3);
        block = kvmalloc.realloc(block, 100, 8, size, 8, Gfp.GFP_KERNEL);
        assertThat(kmalloc.owns(block)).isTrue();
        Pattern.verifyPrefix(block, 100, 3);
        block = kvmalloc.realloc(block, 1 << 20, 8, 100, 8, Gfp.GFP_KERNEL);
        assertThat(vmalloc.owns(block)).isTrue();
        Pattern.verifyPrefix(block, 100, 3);
        kvmalloc.free(block, 1 << 20, 8);
        assertThat(kmalloc.stats().liveObjects() + vmalloc.stats().liveObjects())
                .isZero();
    }

    @Test
    void kvmallocFallsBackWhenTheSlabsAreUsedUp() {
        Kmalloc kmalloc = Kmalloc.create(PoolConfig.of("k").withBudget(256 << 10));
        KVmalloc kvmalloc = KVmalloc.of(kmalloc, vmalloc);
        try (Warnings warnings = new Warnings()) {
            List<Long> blocks = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                blocks.add(kvmalloc.alloc(32 << 10, 8, Gfp.GFP_KERNEL));
            }
            assertThat(blocks).doesNotContain(ENOMEM);
            assertThat(blocks.stream().filter(kmalloc::owns).count()).isEqualTo(8);
            blocks.forEach(block -> kvmalloc.free(block, 32 << 10, 8));
            assertThat(warnings.seen()).as("the first try is silent").isEmpty();
        }
    }
}
