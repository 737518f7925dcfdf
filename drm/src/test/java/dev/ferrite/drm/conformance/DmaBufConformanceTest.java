package dev.ferrite.drm.conformance;

import static dev.ferrite.drm.testing.Bench.EFAULT;
import static dev.ferrite.drm.testing.Bench.EINVAL;
import static dev.ferrite.drm.testing.Bench.ENOTTY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.drm.client.DrmNode;
import dev.ferrite.drm.client.Fence;
import dev.ferrite.drm.client.PrimeFd;
import dev.ferrite.drm.testing.Bench;
import dev.ferrite.drm.uapi.DrmH;
import dev.ferrite.offheap.uapi.DmaBufExportSyncFile;
import dev.ferrite.offheap.uapi.DmaBufH;
import dev.ferrite.offheap.uapi.DmaBufImportSyncFile;
import dev.ferrite.offheap.uapi.DmaBufSync;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;

/** The calls of a dma-buf. */
class DmaBufConformanceTest extends Conformance {
    private static final int READ = DmaBufH.DMA_BUF_SYNC_READ;
    private static final int WRITE = DmaBufH.DMA_BUF_SYNC_WRITE;
    private static final int END = DmaBufH.DMA_BUF_SYNC_END;

    private PrimeFd buffer() {
        DrmNode node = node();
        int handle = object(node, 1);
        return closing(PrimeFd.adopt(Bench.exportFd(node, handle, DrmH.DRM_CLOEXEC | DrmH.DRM_RDWR)));
    }

    private static int sync(PrimeFd buffer, long flags) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(DmaBufSync.LAYOUT);
            DmaBufSync.flags(args, flags);
            return buffer.ioctl(DmaBufH.DMA_BUF_IOCTL_SYNC, args);
        }
    }

    private static int exportSyncFile(PrimeFd buffer, int flags) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(DmaBufExportSyncFile.LAYOUT);
            DmaBufExportSyncFile.flags(args, flags);
            int result = buffer.ioctl(DmaBufH.DMA_BUF_IOCTL_EXPORT_SYNC_FILE, args);
            return result < 0 ? result : DmaBufExportSyncFile.fd(args);
        }
    }

    private static int importSyncFile(PrimeFd buffer, int flags, int fd) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(DmaBufImportSyncFile.LAYOUT);
            DmaBufImportSyncFile.flags(args, flags);
            DmaBufImportSyncFile.fd(args, fd);
            return buffer.ioctl(DmaBufH.DMA_BUF_IOCTL_IMPORT_SYNC_FILE, args);
        }
    }

    private static int name(PrimeFd buffer, int length) {
        try (Arena arena = Arena.ofConfined()) {
            return buffer.ioctl(DmaBufH.DMA_BUF_SET_NAME_B, arena.allocateFrom("n".repeat(length)));
        }
    }

    @Test
    void accessBeginsAndEnds() {
        PrimeFd buffer = buffer();
        for (long access : new long[] {READ, WRITE, READ | WRITE}) {
            assertThat(sync(buffer, access)).isZero();
            assertThat(sync(buffer, access | END)).isZero();
        }
        assertThat(sync(buffer, END | READ)).as("not begun").isZero();
    }

    @Test
    void accessOfNoKindOrWithUnknownFlagsIsEinval() {
        PrimeFd buffer = buffer();
        for (long flags : new long[] {0, END, 8 | READ, 1L << 32 | READ}) {
            assertThat(sync(buffer, flags)).as("0x%x", flags).isEqualTo(EINVAL);
        }
        for (int flags : new int[] {0, END | READ, 8 | READ}) {
            assertThat(exportSyncFile(buffer, flags)).as("0x%x", flags).isEqualTo(EINVAL);
            assertThat(importSyncFile(buffer, flags, -1)).as("0x%x", flags).isEqualTo(EINVAL);
        }
    }

    @Test
    void callsWithoutAnArgumentAreEfaultAndUnknownOnesEnotty() {
        PrimeFd buffer = buffer();
        for (int request : new int[] {
            DmaBufH.DMA_BUF_IOCTL_SYNC,
            DmaBufH.DMA_BUF_IOCTL_EXPORT_SYNC_FILE,
            DmaBufH.DMA_BUF_IOCTL_IMPORT_SYNC_FILE,
            DmaBufH.DMA_BUF_SET_NAME_B
        }) {
            assertThat(buffer.ioctl(request, MemorySegment.NULL))
                    .as("0x%x", request)
                    .isEqualTo(EFAULT);
        }
        assertThat(buffer.ioctl(DmaBufH.DMA_BUF_IOCTL_SYNC + 7, MemorySegment.NULL))
                .isEqualTo(ENOTTY);
    }

    @Test
    void withoutFencesTheExportedOneIsSignaled() {
        PrimeFd buffer = buffer();
        for (int access : new int[] {READ, WRITE, READ | WRITE}) {
            Fence fence = closing(Fence.adopt(exportSyncFile(buffer, access)));
            assertThat(fence.isSignaled()).isTrue();
            assertThat(importSyncFile(buffer, access, fence.fd())).isZero();
        }
        assertThat(importSyncFile(buffer, READ, -1)).as("no descriptor").isEqualTo(EINVAL);
        assertThat(importSyncFile(buffer, READ, buffer.fd())).as("no sync file").isEqualTo(EINVAL);
        assertThat(sync(buffer, WRITE)).as("nobody is in the way").isZero();
    }

    @Test
    void namesAreShorterThanThirtyTwoBytes() {
        PrimeFd buffer = buffer();
        assertThat(name(buffer, 0)).isZero();
        assertThat(name(buffer, 31)).isZero();
        assertThat(name(buffer, 32)).isEqualTo(EINVAL);
    }
}
