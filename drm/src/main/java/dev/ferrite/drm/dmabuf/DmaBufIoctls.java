package dev.ferrite.drm.dmabuf;

import dev.ferrite.drm.fence.DmaFence;
import dev.ferrite.drm.fence.FenceMerge;
import dev.ferrite.drm.resv.DmaResv;
import dev.ferrite.drm.resv.Usage;
import dev.ferrite.drm.syncfile.SyncFile;
import dev.ferrite.drm.uaccess.UserMemory;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.uapi.DmaBufExportSyncFile;
import dev.ferrite.offheap.uapi.DmaBufH;
import dev.ferrite.offheap.uapi.DmaBufImportSyncFile;
import dev.ferrite.offheap.uapi.DmaBufSync;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

/**
 * The calls a dma-buf has: the counterpart of {@code dma_buf_ioctl}. A real {@code ioctl(2)} would reach the file that stands
 * for the buffer, so they are made here.
 *
 * <table>
 * <caption>Fact sheet</caption>
 * <tr><th>call</th><th>blocks</th><th>errno, beside EFAULT</th></tr>
 * <tr><td>DMA_BUF_IOCTL_SYNC</td><td>at the start of an access, until nobody is in the way</td>
 *     <td>EINVAL flags, no access named; EINTR</td></tr>
 * <tr><td>DMA_BUF_SET_NAME</td><td>no</td><td>EINVAL longer than 31 bytes</td></tr>
 * <tr><td>DMA_BUF_IOCTL_EXPORT_SYNC_FILE</td><td>no</td><td>EINVAL flags, no access named; EMFILE</td></tr>
 * <tr><td>DMA_BUF_IOCTL_IMPORT_SYNC_FILE</td><td>for the reservation's lock</td>
 *     <td>EINVAL flags, no access named, no sync file</td></tr>
 * </table>
 *
 * Any other call is ENOTTY.
 */
public final class DmaBufIoctls {
    private static final int EINVAL = Errno.EINVAL.negated();
    private static final int ACCESS = DmaBufH.DMA_BUF_SYNC_RW;

    private DmaBufIoctls() {}

    /**
     * Makes a call on a buffer of the core in this process.
     *
     * @param fd the buffer
     * @param request {@code DmaBufH.DMA_BUF_*}
     * @param argument the struct; for SET_NAME the name itself, with its NUL
     * @return 0, or {@code -errno}; EBADF and EINVAL for what is no buffer
     */
    public static int ioctl(int fd, int request, MemorySegment argument) {
        DmaBuf buffer;
        try {
            buffer = DmaBuf.get(fd);
        } catch (ErrnoException e) {
            return e.errno().negated();
        }
        try (Arena arena = Arena.ofConfined()) {
            UserMemory user = new UserMemory();
            user.lend(argument);
            return outward(
                    switch (request) {
                        case DmaBufH.DMA_BUF_IOCTL_SYNC -> sync(buffer, user, arena.allocate(DmaBufSync.LAYOUT));
                        case DmaBufH.DMA_BUF_SET_NAME_A, DmaBufH.DMA_BUF_SET_NAME_B ->
                            setName(buffer, user, arena.allocate(DmaBufH.DMA_BUF_NAME_LEN), argument.byteSize());
                        case DmaBufH.DMA_BUF_IOCTL_EXPORT_SYNC_FILE ->
                            exportSyncFile(buffer, user, arena.allocate(DmaBufExportSyncFile.LAYOUT));
                        case DmaBufH.DMA_BUF_IOCTL_IMPORT_SYNC_FILE ->
                            importSyncFile(buffer, user, arena.allocate(DmaBufImportSyncFile.LAYOUT));
                        default -> Errno.ENOTTY.negated();
                    });
        } finally {
            buffer.put();
        }
    }

    private static int outward(int result) {
        return result == Errno.ERESTARTSYS.negated() ? Errno.EINTR.negated() : result;
    }

    private static int sync(DmaBuf buffer, UserMemory user, MemorySegment data) {
        int error = user.copyArgumentIn(data.address(), DmaBufSync.SIZEOF);
        if (error < 0) {
            return error;
        }
        long flags = DmaBufSync.flags(data);
        if ((flags & ~(long) DmaBufH.DMA_BUF_SYNC_VALID_FLAGS_MASK) != 0 || (flags & ACCESS) == 0) {
            return EINVAL;
        }
        if ((flags & DmaBufH.DMA_BUF_SYNC_END) != 0) {
            return 0; // the memory is coherent
        }
        Usage inTheWay = Usage.toWaitFor((flags & DmaBufH.DMA_BUF_SYNC_WRITE) != 0);
        return (int) Math.min(0, buffer.exporter().resv().await(inTheWay, true, Long.MAX_VALUE));
    }

    private static int setName(DmaBuf buffer, UserMemory user, MemorySegment data, long given) {
        int error = user.copyArgumentIn(data.address(), Math.clamp(given, 1, data.byteSize()));
        if (error < 0) {
            return error;
        }
        long length = 0;
        while (length < data.byteSize() && data.get(ValueLayout.JAVA_BYTE, length) != 0) {
            length++;
        }
        if (length == data.byteSize()) {
            return EINVAL;
        }
        if (length >= given) {
            return Errno.EFAULT.negated(); // no NUL in what the caller lent
        }
        buffer.name(data.getString(0));
        return 0;
    }

    /** The flags name an access, and nothing else. */
    private static boolean isAccess(int flags) {
        return (flags & ~ACCESS) == 0 && flags != 0;
    }

    private static int exportSyncFile(DmaBuf buffer, UserMemory user, MemorySegment data) {
        int error = user.copyArgumentIn(data.address(), DmaBufExportSyncFile.SIZEOF);
        if (error < 0) {
            return error;
        }
        int flags = DmaBufExportSyncFile.flags(data);
        if (!isAccess(flags)) {
            return EINVAL;
        }
        Usage inTheWay = Usage.toWaitFor((flags & DmaBufH.DMA_BUF_SYNC_WRITE) != 0);
        DmaFence fence = buffer.exporter().resv().singleton(inTheWay);
        int fd = SyncFile.export(fence == null ? DmaFence.stub() : fence);
        if (fd < 0) {
            return fd;
        }
        DmaBufExportSyncFile.fd(data, fd);
        error = user.copyArgumentOut(data.address(), DmaBufExportSyncFile.SIZEOF);
        if (error < 0) {
            Linux.close(fd);
            SyncFile.reclaim();
        }
        return error;
    }

    private static int importSyncFile(DmaBuf buffer, UserMemory user, MemorySegment data) {
        int error = user.copyArgumentIn(data.address(), DmaBufImportSyncFile.SIZEOF);
        if (error < 0) {
            return error;
        }
        int flags = DmaBufImportSyncFile.flags(data);
        if (!isAccess(flags)) {
            return EINVAL;
        }
        DmaFence fence;
        try {
            fence = SyncFile.fenceOf(DmaBufImportSyncFile.fd(data));
        } catch (ErrnoException noSyncFile) {
            return EINVAL;
        }
        Usage usage = (flags & DmaBufH.DMA_BUF_SYNC_WRITE) != 0 ? Usage.WRITE : Usage.READ;
        List<DmaFence> leaves = FenceMerge.leaves(List.of(fence));
        DmaResv resv = buffer.exporter().resv();
        resv.lock(null);
        resv.reserve(leaves.size());
        leaves.forEach(leaf -> resv.add(leaf, usage));
        resv.unlock();
        return 0;
    }
}
