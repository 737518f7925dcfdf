package dev.ferrite.drm.client;

import dev.ferrite.drm.dmabuf.DmaBuf;
import dev.ferrite.drm.dmabuf.DmaBufIoctls;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.linux.Mapping;
import dev.ferrite.offheap.uapi.DmaBufExportSyncFile;
import dev.ferrite.offheap.uapi.DmaBufH;
import dev.ferrite.offheap.uapi.DmaBufImportSyncFile;
import dev.ferrite.offheap.uapi.DmaBufSync;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Cleaner;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Owns one dma-buf descriptor. Closing it gives the buffer's reference back, unless somebody has a duplicate.
 *
 * <p>A number that was closed behind our back, and perhaps means something else by now, is left alone: the descriptor is
 * closed only if it is still the file it was. One that becomes unreachable unclosed is closed by the collector.
 */
public final class PrimeFd implements AutoCloseable {
    private static final Cleaner CLEANER = Cleaner.create();

    private final State state;
    private final Cleaner.Cleanable cleanable;

    private PrimeFd(State state) {
        this.state = state;
        this.cleanable = CLEANER.register(this, state);
    }

    /**
     * Takes ownership of a descriptor: one that PRIME_HANDLE_TO_FD returned, or that came from elsewhere.
     *
     * @param fd the descriptor
     * @return the owner
     * @throws dev.ferrite.offheap.errno.ErrnoException EBADF if it is none
     */
    public static PrimeFd adopt(int fd) {
        Linux.FileStat stat = Linux.fstat(fd);
        Errno.check(stat.error(), "dma-buf fd=" + fd);
        return new PrimeFd(new State(fd, stat.device(), stat.inode()));
    }

    /**
     * The number.
     *
     * @return the descriptor
     * @throws IllegalStateException if it is closed
     */
    public int fd() {
        int fd = state.fd.get();
        if (fd < 0) {
            throw new IllegalStateException("dma-buf descriptor is closed: was=" + ~fd);
        }
        return fd;
    }

    /**
     * The buffer's length.
     *
     * @return bytes
     * @throws dev.ferrite.offheap.errno.ErrnoException EBADF if somebody else closed the number
     */
    public long size() {
        Linux.FileStat stat = Linux.fstat(fd());
        Errno.check(stat.error(), "dma-buf fd=" + state.fd.get());
        return stat.size() != 0 ? stat.size() : stat.blocks() * 512;
    }

    /**
     * Maps the buffer itself, whoever exported it: what a client does with one that it imported from another device or another
     * process, for which MODE_MAP_DUMB gives no offset. Around each access belong {@link #beginAccess} and {@link #endAccess}.
     *
     * @return the whole buffer, for reading and writing by any thread; outlives this owner
     * @throws dev.ferrite.offheap.errno.ErrnoException EPERM or EACCES if it shows its memory to nobody or is not open for
     *     writing, ENOMEM, or what a real driver says
     */
    public Mapping map() {
        return Mapping.shared(fd(), 0, size(), Linux.PROT_READ | Linux.PROT_WRITE, Linux.MAP_SHARED);
    }

    /**
     * Waits for those whose fences are in the way of an access by the processor: DMA_BUF_IOCTL_SYNC.
     *
     * @param write whether the buffer will be written
     * @throws dev.ferrite.offheap.errno.ErrnoException EINTR if the thread is interrupted; EINVAL if it is no dma-buf
     */
    public void beginAccess(boolean write) {
        sync(DmaBufH.DMA_BUF_SYNC_START, write);
    }

    /**
     * Says that an access is over.
     *
     * @param write as given to {@link #beginAccess}
     * @throws dev.ferrite.offheap.errno.ErrnoException EINVAL if it is no dma-buf
     */
    public void endAccess(boolean write) {
        sync(DmaBufH.DMA_BUF_SYNC_END, write);
    }

    private static int accessOf(boolean write) {
        return write ? DmaBufH.DMA_BUF_SYNC_RW : DmaBufH.DMA_BUF_SYNC_READ;
    }

    private void sync(int edge, boolean write) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(DmaBufSync.LAYOUT);
            DmaBufSync.flags(args, edge | accessOf(write));
            Errno.check(ioctl(DmaBufH.DMA_BUF_IOCTL_SYNC, args), "sync of " + this);
        }
    }

    /**
     * What has to be waited for before an access: DMA_BUF_IOCTL_EXPORT_SYNC_FILE.
     *
     * @param write whether the buffer will be written
     * @return a fence for all there are at this moment, signalled if there are none
     * @throws dev.ferrite.offheap.errno.ErrnoException EMFILE; EINVAL if it is no dma-buf
     */
    public Fence exportFence(boolean write) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(DmaBufExportSyncFile.LAYOUT);
            DmaBufExportSyncFile.flags(args, accessOf(write));
            Errno.check(ioctl(DmaBufH.DMA_BUF_IOCTL_EXPORT_SYNC_FILE, args), "export of a fence of " + this);
            return Fence.adopt(DmaBufExportSyncFile.fd(args));
        }
    }

    /**
     * Makes others wait for a fence: DMA_BUF_IOCTL_IMPORT_SYNC_FILE.
     *
     * @param fence the end of the access; of the same kind, real or not, as the buffer
     * @param write whether the buffer is written
     * @throws dev.ferrite.offheap.errno.ErrnoException EINVAL if it is no dma-buf, or a fence of the other kind
     */
    public void importFence(Fence fence, boolean write) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(DmaBufImportSyncFile.LAYOUT);
            DmaBufImportSyncFile.flags(args, write ? DmaBufH.DMA_BUF_SYNC_WRITE : DmaBufH.DMA_BUF_SYNC_READ);
            DmaBufImportSyncFile.fd(args, fence.fd());
            Errno.check(ioctl(DmaBufH.DMA_BUF_IOCTL_IMPORT_SYNC_FILE, args), "import of a fence into " + this);
        }
    }

    /**
     * Makes a call on the descriptor, real or not.
     *
     * @param request {@code DmaBufH.DMA_BUF_*}
     * @param argument its struct, at least as long as the number says
     * @return 0 or more, or {@code -errno}
     */
    public int ioctl(int request, MemorySegment argument) {
        int fd = fd();
        return DmaBuf.isReal(fd) ? Linux.ioctl(fd, request, argument) : DmaBufIoctls.ioctl(fd, request, argument);
    }

    /**
     * Another descriptor for the same buffer.
     *
     * @return its owner
     * @throws dev.ferrite.offheap.errno.ErrnoException EMFILE
     */
    public PrimeFd dup() {
        int fd = fd();
        return adopt((int) Errno.check(Linux.dup(fd), "dup fd=" + fd));
    }

    /** Closes it; does nothing the second time. */
    @Override
    public void close() {
        state.run();
        cleanable.clean();
    }

    @Override
    public String toString() {
        int fd = state.fd.get();
        return fd >= 0 ? "dma-buf fd " + fd : "dma-buf fd closed, was " + ~fd;
    }

    /** The number, or its complement once closed, and which file it was. */
    private static final class State implements Runnable {
        final AtomicInteger fd;
        private final long device;
        private final long inode;

        State(int fd, long device, long inode) {
            this.fd = new AtomicInteger(fd);
            this.device = device;
            this.inode = inode;
        }

        @Override
        public void run() {
            int value = fd.getAndUpdate(now -> now < 0 ? now : ~now);
            if (value < 0) {
                return;
            }
            Linux.FileStat stat = Linux.fstat(value);
            if (stat.error() == 0 && stat.device() == device && stat.inode() == inode) {
                Linux.close(value);
            }
            DmaBuf.reclaim(device, inode);
        }
    }
}
