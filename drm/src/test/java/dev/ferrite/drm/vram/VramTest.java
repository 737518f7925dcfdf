package dev.ferrite.drm.vram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.drm.stats.DrmLive;
import dev.ferrite.drm.testing.Bench;
import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.linux.Pages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VramTest {
    private static final long PAGE = Pages.SIZE;
    private static final int RW = Linux.PROT_READ | Linux.PROT_WRITE;

    @TempDir
    Path folder;

    @AfterEach
    void nothingIsLeft() {
        assertThat(DrmLive.now()).isEqualTo(Bench.nothing());
    }

    private static void expect(Errno errno, Runnable action, String... parts) {
        assertThatThrownBy(action::run).isInstanceOfSatisfying(ErrnoException.class, e -> {
            assertThat(e.errno()).isSameAs(errno);
            assertThat(List.of(parts)).allSatisfy(part -> assertThat(e).hasMessageContaining(part));
        });
    }

    @Test
    void sizesThatAreNoneAreRefused() {
        expect(Errno.EINVAL, () -> Vram.memfd(0).close(), "size=0");
        expect(Errno.EINVAL, () -> Vram.memfd(-1).close(), "size=-1");
        expect(Errno.EINVAL, () -> Vram.memfd(Long.MAX_VALUE).close());
        try (Vram vram = Vram.memfd(1)) {
            assertThat(vram.size()).isEqualTo(PAGE);
            expect(Errno.EINVAL, () -> vram.allocate(0), "size=0");
        }
    }

    @Test
    void fullIsEnospcWithTheNumbers() {
        try (Vram vram = Vram.memfd(4 * PAGE)) {
            VramExtent all = vram.allocate(4 * PAGE);
            expect(Errno.ENOSPC, () -> vram.allocate(1), "bytes=1", "free=0", "of=" + 4 * PAGE);
            all.free();
            vram.allocate(3 * PAGE + 1).free();
        }
    }

    @Test
    void newExtentsReadAsZerosAlsoWhenTheirPagesWereUsed() {
        try (Vram vram = Vram.memfd(32 * PAGE)) {
            for (int round = 0; round < 4; round++) {
                List<VramExtent> extents = new ArrayList<>();
                for (int pages = 1; pages <= 5; pages++) {
                    VramExtent extent = vram.allocate(pages * PAGE);
                    long address = extent.map(extent.size(), RW);
                    for (long at = 0; at < extent.size(); at += 8) {
                        assertThat(Words.getLongPlain(address + at)).isZero();
                    }
                    Words.fill(address, extent.size(), (byte) 0xA5);
                    assertThat(Linux.munmap(address, extent.size())).isZero();
                    extents.add(extent);
                }
                extents.forEach(VramExtent::free);
            }
        }
    }

    @Test
    void mappingGoesToThePagesAndNeverBeyond() {
        try (Vram vram = Vram.memfd(8 * PAGE)) {
            VramExtent first = vram.allocate(2 * PAGE);
            VramExtent second = vram.allocate(2 * PAGE);
            long one = first.map(2 * PAGE, RW);
            long other = first.map(PAGE, Linux.PROT_READ);
            Words.setLongPlain(one, 42);
            assertThat(Words.getLongPlain(other)).isEqualTo(42);
            assertThat(first.map(3 * PAGE, RW)).isEqualTo(-22);
            assertThat(first.map(0, RW)).isEqualTo(-22);
            long neighbour = second.map(PAGE, Linux.PROT_READ);
            assertThat(Words.getLongPlain(neighbour)).isZero();
            Linux.munmap(one, 2 * PAGE);
            Linux.munmap(other, PAGE);
            Linux.munmap(neighbour, PAGE);
            first.free();
            second.free();
        }
    }

    @Test
    void memoryIsReservedByGranuleOnFirstUse() {
        long granule = 2L << 20;
        try (Vram vram = Vram.memfd(8 * granule)) {
            assertThat(vram.stats().reserved()).isZero();
            VramExtent small = vram.allocate(PAGE);
            assertThat(vram.stats().reserved()).isEqualTo(granule);
            VramExtent large = vram.allocate(2 * granule);
            assertThat(vram.stats().reserved()).isEqualTo(3 * granule);
            small.free();
            large.free();
            vram.allocate(PAGE).free();
            assertThat(vram.stats().reserved()).isEqualTo(3 * granule);
        }
    }

    @Test
    void statisticsAddUp() {
        try (Vram vram = Vram.memfd(16 * PAGE)) {
            VramExtent a = vram.allocate(4 * PAGE);
            VramExtent b = vram.allocate(4 * PAGE);
            VramExtent c = vram.allocate(4 * PAGE);
            b.free();
            VramStats stats = vram.stats();
            assertThat(stats.used()).isEqualTo(8 * PAGE);
            assertThat(stats.extents()).isEqualTo(2);
            assertThat(stats.largestFree()).isEqualTo(4 * PAGE);
            assertThat(stats.fragmentation()).isEqualTo(0.5);
            assertThat(DrmLive.now().vramBytes()).isEqualTo(8 * PAGE);
            a.free();
            c.free();
            assertThat(vram.stats().fragmentation()).isZero();
        }
    }

    @Test
    void extentFreedTwiceIsABug() {
        try (Vram vram = Vram.memfd(PAGE)) {
            VramExtent extent = vram.allocate(PAGE);
            extent.free();
            assertThatThrownBy(extent::free).isInstanceOf(KernelBug.class);
        }
    }

    @Test
    void closeWaitsForTheLastExtent() {
        Vram vram = Vram.memfd(4 * PAGE);
        VramExtent extent = vram.allocate(PAGE);
        vram.close();
        vram.close();
        expect(Errno.ENODEV, () -> vram.allocate(PAGE));
        long address = extent.map(PAGE, RW);
        Words.setIntPlain(address, 1);
        Linux.munmap(address, PAGE);
        assertThat(DrmLive.now().vrams()).isEqualTo(1);
        extent.free();
    }

    @Test
    void fileIsMadeReservedAndRemovedOnlyIfAsked() throws IOException {
        Path kept = folder.resolve("kept");
        Vram.file(kept, 8 * PAGE, false).close();
        assertThat(Files.size(kept)).isEqualTo(8 * PAGE);
        assertThat((Long) Files.getAttribute(kept, "unix:size")).isEqualTo(8 * PAGE);
        Path gone = folder.resolve("gone");
        try (Vram vram = Vram.file(gone, 8 * PAGE, true)) {
            assertThat(vram.stats().reserved()).isEqualTo(8 * PAGE);
            assertThat(Files.exists(gone)).isTrue();
        }
        assertThat(Files.exists(gone)).isFalse();
        Vram.file(kept, 8 * PAGE, true).close();
        assertThat(Files.exists(kept)).as("it was there before").isTrue();
    }

    @Test
    void fileThatHeldSomethingReadsAsZerosInExtents() throws IOException {
        Path file = folder.resolve("used");
        byte[] old = new byte[(int) (6 * PAGE)];
        Arrays.fill(old, (byte) 7);
        Files.write(file, old);
        try (Vram vram = Vram.file(file, 4 * PAGE, true)) {
            VramExtent extent = vram.allocate(4 * PAGE);
            long address = extent.map(4 * PAGE, Linux.PROT_READ);
            for (long at = 0; at < 4 * PAGE; at += 8) {
                assertThat(Words.getLongPlain(address + at)).isZero();
            }
            Linux.munmap(address, 4 * PAGE);
            extent.free();
        }
        assertThat(Files.size(file)).as("a longer file keeps its length").isEqualTo(6 * PAGE);
        assertThat(Files.readAllBytes(file)[(int) (5 * PAGE)])
                .as("and what lies behind")
                .isEqualTo((byte) 7);
    }

    @Test
    void shorterFileIsRefusedAndLeftAlone() throws IOException {
        Path file = folder.resolve("short");
        Files.write(file, new byte[100]);
        expect(Errno.EINVAL, () -> Vram.file(file, PAGE, true).close(), "shorter", "length=100", "size=" + PAGE);
        assertThat(Files.size(file)).isEqualTo(100);
    }

    @Test
    void whatIsNoRegularWritableFileIsRefused() {
        expect(Errno.EISDIR, () -> Vram.file(folder, PAGE, true).close(), folder.toString());
        expect(Errno.EINVAL, () -> Vram.file(Path.of("/dev/null"), PAGE, true).close(), "not a regular file");
        Path nowhere = folder.resolve("no/such/folder/file");
        expect(Errno.ENOENT, () -> Vram.file(nowhere, PAGE, true).close(), nowhere.toString());
        // Somebody runs it, so it cannot be written, whoever asks.
        Path running = Path.of(ProcessHandle.current().info().command().orElseThrow());
        expect(Errno.ETXTBSY, () -> Vram.file(running, PAGE, true).close(), running.toString());
    }

    @Test
    void fileInUseAsVramIsBusy() {
        Path file = folder.resolve("shared");
        try (Vram first = Vram.file(file, PAGE, true)) {
            expect(Errno.EBUSY, () -> Vram.file(file, PAGE, true).close(), "in use");
            assertThat(Files.exists(file)).isTrue();
            assertThat(first.size()).isEqualTo(PAGE);
        }
    }

    @Test
    void placesOfExtentsAreAsked() {
        try (Vram vram = Vram.memfd(16 * PAGE)) {
            VramPlacement anywhere = VramPlacement.ANYWHERE;
            VramExtent top = vram.allocate(PAGE, anywhere.fromTheTop());
            assertThat(top.offset()).isEqualTo(15 * PAGE);
            VramExtent aligned =
                    vram.allocate(3 * PAGE, anywhere.alignedTo(8 * PAGE).fromTheTop());
            assertThat(aligned.offset()).isEqualTo(8 * PAGE);
            VramExtent inside = vram.allocate(2 * PAGE, anywhere.within(3 * PAGE, 6 * PAGE));
            assertThat(inside.offset()).isEqualTo(3 * PAGE);
            assertThatThrownBy(() -> vram.allocate(2 * PAGE, anywhere.within(3 * PAGE, 6 * PAGE)))
                    .isInstanceOfSatisfying(
                            ErrnoException.class, e -> assertThat(e.errno()).isSameAs(Errno.ENOSPC));
            assertThat(vram.stats().freeBlocks()).hasSize(5);
            assertThat(vram.stats().splits()).isPositive();
            top.free();
            aligned.free();
            inside.free();
            assertThat(vram.stats().freeBlocks()).containsExactly(0L, 0L, 0L, 0L, 1L);
            // 3 pages at 8, and 2 pages at 3, come back in two blocks each.
            assertThat(vram.stats().merges()).isEqualTo(vram.stats().splits() + 2);
        }
    }

    @Test
    void placesThatAreNone() {
        VramPlacement anywhere = VramPlacement.ANYWHERE;
        for (Runnable bad : List.<Runnable>of(
                () -> anywhere.within(-PAGE, PAGE),
                () -> anywhere.within(PAGE, PAGE),
                () -> anywhere.within(1, PAGE),
                () -> anywhere.within(0, PAGE + 1),
                () -> anywhere.alignedTo(PAGE / 2),
                () -> anywhere.alignedTo(3 * PAGE))) {
            assertThatThrownBy(bad::run)
                    .isInstanceOfSatisfying(
                            ErrnoException.class, e -> assertThat(e.errno()).isSameAs(Errno.EINVAL));
        }
    }
}
