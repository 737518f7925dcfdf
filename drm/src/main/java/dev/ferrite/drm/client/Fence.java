package dev.ferrite.drm.client;

import dev.ferrite.drm.anon.AnonFile;
import dev.ferrite.drm.syncfile.SyncFile;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Fd;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.uapi.SyncFileH;
import dev.ferrite.offheap.uapi.SyncFileInfo;
import dev.ferrite.offheap.uapi.SyncMergeData;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.CompletableFuture;

/**
 * Owns a fence: a {@code sync_file} descriptor, of a real driver or of the core in this process.
 *
 * <p>Signalled once, for good. Can be waited for by blocking, as a future, or with anything that polls descriptors, here and in
 * any process that {@link #fd} is sent to. Thread-safe, but close it when nobody uses it any more.
 */
public final class Fence implements AutoCloseable {
    private final Fd descriptor;

    private Fence(Fd descriptor) {
        this.descriptor = descriptor;
    }

    /**
     * Takes ownership of a descriptor.
     *
     * @param fd a sync file
     * @return the owner
     * @throws ErrnoException EBADF if it is no descriptor
     */
    public static Fence adopt(int fd) {
        Errno.check(Linux.fcntl(fd, Linux.F_GETFL, 0), "fence fd=" + fd);
        return new Fence(Fd.own(fd, "fence"));
    }

    /**
     * The descriptor, for whoever polls it. Do not read it.
     *
     * @return the number
     * @throws IllegalStateException if the fence is closed
     */
    public int fd() {
        return descriptor.value();
    }

    /**
     * Whether it is signalled. One system call.
     *
     * @return true for good; false may be stale at once
     * @throws IllegalStateException if the fence is closed
     */
    public boolean isSignaled() {
        return poll(0);
    }

    /**
     * How it stands: SYNC_IOC_FILE_INFO.
     *
     * @return 0 while it is not signalled, 1 once it is, or the {@code -errno} it was signalled with
     * @throws ErrnoException what the call says
     * @throws IllegalStateException if the fence is closed
     */
    public int status() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(SyncFileInfo.LAYOUT);
            Errno.check(call(SyncFileH.SYNC_IOC_FILE_INFO, args), "info of " + this);
            return SyncFileInfo.status(args);
        }
    }

    private int call(int request, MemorySegment args) {
        int fd = fd();
        return SyncFile.isOurs(fd) ? SyncFile.ioctl(fd, request, args) : Linux.ioctl(fd, request, args);
    }

    /**
     * Waits until it is signalled. A platform thread sleeps in poll(2) and looks for interrupts twenty times a second; virtual
     * threads should use {@link #toFuture}.
     *
     * @param timeoutNanos how long at most; {@link Long#MAX_VALUE} is for ever
     * @return false if the time is over
     * @throws ErrnoException EINTR if the thread is interrupted, which it stays
     * @throws IllegalStateException if the fence is closed
     */
    public boolean await(long timeoutNanos) {
        return Slices.await(timeoutNanos, "fence " + descriptor, this::poll);
    }

    private boolean poll(long nanos) {
        int ready = Linux.poll(fd(), Linux.POLLIN, nanos);
        if (ready < 0 && ready != Errno.EINTR.negated()) {
            throw new ErrnoException(Errno.fromErrno(ready), "poll " + descriptor);
        }
        return ready > 0 && (ready & Linux.POLLIN) != 0;
    }

    /**
     * The fence as a future, which has a descriptor of its own: this one may be closed.
     *
     * @return completed when it is signalled, on the common pool; cancelling it ends the watch
     * @throws ErrnoException EMFILE, ENOMEM, ENOSPC
     */
    public CompletableFuture<Void> toFuture() {
        return FencePoller.watch(Fd.own(Linux.fcntl(fd(), Linux.F_DUPFD_CLOEXEC, 0), "dup of " + descriptor));
    }

    /**
     * A fence that is signalled when both are: SYNC_IOC_MERGE.
     *
     * @param other another, of the same kind of node
     * @return the new fence
     * @throws ErrnoException ENOENT if the other is of another kind of node; EMFILE
     */
    public Fence merge(Fence other) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(SyncMergeData.LAYOUT);
            SyncMergeData.nameString(args, "merged");
            SyncMergeData.fd2(args, other.fd());
            Errno.check(call(SyncFileH.SYNC_IOC_MERGE, args), "merge of " + this + " and " + other);
            return adopt(SyncMergeData.fence(args));
        }
    }

    /** Closes the descriptor; does nothing the second time. */
    @Override
    public void close() {
        if (descriptor.isOpen()) {
            descriptor.close();
            AnonFile.reclaim();
        }
    }

    @Override
    public String toString() {
        return "fence " + descriptor;
    }
}
