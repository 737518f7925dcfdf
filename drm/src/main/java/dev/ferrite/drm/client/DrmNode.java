package dev.ferrite.drm.client;

import java.lang.foreign.MemorySegment;

/**
 * An open DRM node, as a client sees it. Thread-safe.
 *
 * <p>Its answers are the kernel's, number for number, whichever implementation it is.
 */
public interface DrmNode extends AutoCloseable {
    /**
     * Makes a call.
     *
     * @param request the ioctl number
     * @param argument the struct; addresses inside it must point into this same segment, behind the struct
     * @return 0 or more, or {@code -errno}; never throws for anything the kernel would answer: a bad segment is EFAULT, a
     *     closed node EBADF
     */
    int ioctl(int request, MemorySegment argument);

    /**
     * Maps an object by the offset that MODE_MAP_DUMB gave, shared. The mapping survives the handle, the node and the
     * device.
     *
     * @param offset exactly the object's offset
     * @param length bytes, more than 0, at most the object's
     * @param protection {@code Linux.PROT_*}
     * @param confined whether the calling thread alone will use and close it: much cheaper to close
     * @return the owner of the mapping
     * @throws dev.ferrite.offheap.errno.ErrnoException ENODEV, EINVAL, EACCES, ENOMEM, EBADF
     */
    GemMapping mmap(long offset, long length, int protection, boolean confined);

    /**
     * Waits for events.
     *
     * @param events {@code Linux.POLL*}
     * @param timeoutNanos how long at most; negative waits for ever
     * @return the events that are there, 0 on timeout, or {@code -errno}
     */
    int poll(int events, long timeoutNanos);

    /**
     * Reads events: whole ones only, as many as fit. Waits for the first unless the node is open with O_NONBLOCK.
     *
     * @param into where to
     * @return how many bytes, 0 if it is shorter than the first event; or {@code -errno} (EAGAIN, EINTR, EFAULT, EBADF)
     */
    int read(MemorySegment into);

    /**
     * The node's name.
     *
     * @return such as {@code card0} or {@code renderD128}
     */
    String name();

    /**
     * Who owns which handle of this node: what {@link GemBuffer} counts by.
     *
     * @return always the same object
     */
    HandleOwners owners();

    /** Closes the node; its handles go when its last mapping is gone. Does nothing the second time. */
    @Override
    void close();
}
