package dev.ferrite.drm.client;

import dev.ferrite.drm.uapi.DrmGemClose;
import dev.ferrite.drm.uapi.DrmH;
import dev.ferrite.drm.uapi.DrmModeMapDumb;
import dev.ferrite.drm.uapi.DrmPrimeHandle;
import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Linux;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Owns a share of one handle on one node.
 *
 * <p>Several buffers may own the same handle, for a PRIME import returns the handle the node already has; the handle is
 * closed with the last of them. A buffer that is closed while another thread maps or exports it is closed when that call
 * returns, so no call ever meets a handle that means something else by then. A buffer that is never closed goes with its
 * node. Thread-safe.
 */
public final class GemBuffer extends ClosedWhenUnused {
    private final DrmNode node;
    private final int handle;
    private final long size;

    /** Where the node maps it; 0 until the first mapping asked. */
    private volatile long offset;

    private GemBuffer(DrmNode node, int handle, long size) {
        this.node = node;
        this.handle = handle;
        this.size = size;
    }

    /**
     * Takes ownership of a handle that a call has just made. Adopt each handle once, before anybody else can import its
     * buffer.
     *
     * @param node whose handle it is
     * @param handle the handle, 1 or more
     * @param size the object's length in bytes
     * @return the buffer
     */
    public static GemBuffer adopt(DrmNode node, int handle, long size) {
        if (handle <= 0 || size <= 0) {
            throw new IllegalArgumentException("not a buffer: handle=" + handle + " size=" + size);
        }
        node.owners().acquire(() -> handle);
        return new GemBuffer(node, handle, size);
    }

    /**
     * Imports a dma-buf: PRIME_FD_TO_HANDLE.
     *
     * @param node where to
     * @param fd the dma-buf; stays the caller's
     * @return the buffer
     * @throws dev.ferrite.offheap.errno.ErrnoException EBADF; EINVAL if it is no dma-buf, or of another device and this driver
     *     takes none of those; ENOSYS if its memory is shown to nobody; ENODEV, or what the driver says
     */
    public static GemBuffer importPrime(DrmNode node, PrimeFd fd) {
        long size = fd.size();
        int number = fd.fd();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(DrmPrimeHandle.LAYOUT);
            DrmPrimeHandle.fd(args, number);
            int handle = node.owners().acquire(() -> {
                int result = node.ioctl(DrmH.DRM_IOCTL_PRIME_FD_TO_HANDLE, args);
                return result < 0 ? result : DrmPrimeHandle.handle(args);
            });
            Errno.check(handle, "PRIME import on " + node.name() + " fd=" + number);
            return new GemBuffer(node, handle, size);
        }
    }

    /**
     * The handle.
     *
     * @return the handle, 1 or more
     * @throws IllegalStateException if the buffer is closed
     */
    public int handle() {
        if (isClosed()) {
            throw closedError();
        }
        return handle;
    }

    /**
     * The length.
     *
     * @return bytes
     */
    public long size() {
        return size;
    }

    /**
     * The node.
     *
     * @return whose handle it owns
     */
    public DrmNode node() {
        return node;
    }

    /**
     * Maps the whole buffer for reading and writing by any thread. Not one that was imported from another device: that is mapped
     * by {@link PrimeFd#map}.
     *
     * @return the mapping, which outlives this buffer if need be
     * @throws dev.ferrite.offheap.errno.ErrnoException ENODEV, ENOMEM, EACCES; EINVAL for one of another device
     * @throws IllegalStateException if the buffer is closed
     */
    public GemMapping map() {
        return map(Linux.PROT_READ | Linux.PROT_WRITE, false);
    }

    /**
     * The same for the calling thread alone: much cheaper to close.
     *
     * @return the mapping
     * @throws dev.ferrite.offheap.errno.ErrnoException ENODEV, ENOMEM, EACCES ...
     * @throws IllegalStateException if the buffer is closed
     */
    public GemMapping mapConfined() {
        return map(Linux.PROT_READ | Linux.PROT_WRITE, true);
    }

    /**
     * Maps the whole buffer.
     *
     * @param protection {@code Linux.PROT_*}
     * @param confined whether the calling thread alone will use and close it
     * @return the mapping
     * @throws dev.ferrite.offheap.errno.ErrnoException ENODEV, ENOMEM, EACCES ...
     * @throws IllegalStateException if the buffer is closed
     */
    public GemMapping map(int protection, boolean confined) {
        enter();
        try {
            if (offset == 0) {
                offset = askOffset();
            }
            return node.mmap(offset, size, protection, confined);
        } finally {
            leave();
        }
    }

    /** Asked once: an object keeps its offset as long as it has a handle, and this is one. */
    private long askOffset() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(DrmModeMapDumb.LAYOUT);
            DrmModeMapDumb.handle(args, handle);
            int result = node.ioctl(DrmH.DRM_IOCTL_MODE_MAP_DUMB, args);
            if (result < 0) {
                throw new ErrnoException(Errno.fromErrno(result), "MAP_DUMB on " + node.name() + " handle=" + handle);
            }
            return DrmModeMapDumb.offset(args);
        }
    }

    /**
     * Exports it as a dma-buf that may be written: PRIME_HANDLE_TO_FD.
     *
     * @return the descriptor's owner; the descriptor keeps the object alive on its own
     * @throws dev.ferrite.offheap.errno.ErrnoException ENODEV, EMFILE ...
     * @throws IllegalStateException if the buffer is closed
     */
    public PrimeFd exportPrime() {
        enter();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(DrmPrimeHandle.LAYOUT);
            DrmPrimeHandle.handle(args, handle);
            DrmPrimeHandle.flags(args, DrmH.DRM_CLOEXEC | DrmH.DRM_RDWR);
            Errno.check(
                    node.ioctl(DrmH.DRM_IOCTL_PRIME_HANDLE_TO_FD, args),
                    "PRIME export on " + node.name() + " handle=" + handle);
            return PrimeFd.adopt(DrmPrimeHandle.fd(args));
        } finally {
            leave();
        }
    }

    /** Gives the share of the handle back; the last owner's close closes it. Does nothing the second time. */
    @Override
    public void close() {
        super.close();
    }

    private void enter() {
        if (!tryEnter()) {
            throw closedError();
        }
    }

    @Override
    void end() {
        int result = node.owners().release(handle, this::closeHandle);
        // A node that is closed or unplugged has taken, or will take, its handles with it.
        if (result < 0 && result != Errno.EBADF.negated() && result != Errno.ENODEV.negated()) {
            Warn.warn("gem-close", "GEM_CLOSE on " + node.name() + " handle=" + handle + ": " + result);
        }
    }

    private int closeHandle(int last) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(DrmGemClose.LAYOUT);
            DrmGemClose.handle(args, last);
            return node.ioctl(DrmH.DRM_IOCTL_GEM_CLOSE, args);
        }
    }

    private IllegalStateException closedError() {
        return new IllegalStateException("buffer on " + node.name() + " is closed: handle was=" + handle);
    }

    @Override
    public String toString() {
        return "GEM buffer on " + node.name() + " handle=" + handle + " size=" + size + (isClosed() ? " (closed)" : "");
    }
}
