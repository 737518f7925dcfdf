package dev.ferrite.runtime.fs;

import dev.ferrite.locks.ref.ARef;
import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Fd;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.linux.TaskCalls;
import org.jspecify.annotations.Nullable;

/**
 * A descriptor number without a file yet: the counterpart of {@code FileDescriptorReservation}.
 *
 * <p>Reserve first, do what can fail, then {@link #fdInstall}, which cannot. Closing without installing gives the number
 * back. Until then a placeholder holds it: reading, writing, mapping and ioctl on it are EBADF by the kernel, and
 * {@link File#fget} says EBADF, too; only native code that duplicates the number would find it open. Bound to the
 * thread that reserved.
 */
public final class FileDescriptorReservation implements AutoCloseable {
    private static final String PLACEHOLDER = "/dev/null";

    private final Thread owner = Thread.currentThread();
    private final int flags;
    private @Nullable Fd placeholder;

    private FileDescriptorReservation(Fd placeholder, int flags) {
        this.placeholder = placeholder;
        this.flags = flags;
    }

    /**
     * Reserves the lowest free number, closed by exec once it is installed.
     *
     * @return the reservation, owned by the caller
     * @throws ErrnoException EMFILE if there is none
     */
    public static FileDescriptorReservation getUnusedFd() {
        return getUnusedFdFlags(Linux.O_CLOEXEC);
    }

    /**
     * Reserves the lowest free number: {@code get_unused_fd_flags}.
     *
     * @param flags {@link Linux#O_CLOEXEC}, or 0 for a number that exec passes on
     * @return the reservation, owned by the caller
     * @throws ErrnoException EMFILE if there is none, EINVAL for other flags
     */
    public static FileDescriptorReservation getUnusedFdFlags(int flags) {
        if ((flags & ~Linux.O_CLOEXEC) != 0) {
            throw new ErrnoException(Errno.EINVAL, "get_unused_fd_flags flags=0x" + Integer.toHexString(flags));
        }
        FdTable.begin();
        try {
            Fd fd = Fd.own(
                    Linux.open(PLACEHOLDER, TaskCalls.O_PATH | Linux.O_CLOEXEC, 0),
                    "get_unused_fd_flags " + PLACEHOLDER);
            FdTable.reserve(fd);
            return new FileDescriptorReservation(fd, flags);
        } finally {
            FdTable.end();
        }
    }

    /**
     * The number.
     *
     * @return the number, not open yet
     * @throws IllegalStateException if it is installed or given back
     */
    public int reservedFd() {
        return placeholder().value();
    }

    /**
     * Makes the number mean the file, at once for everybody: {@code fd_install}. Uses up the reservation and one
     * reference of the file.
     *
     * @param file the reference, closed afterwards
     * @return the owner of the number
     * @throws IllegalStateException if the reservation is used up, or the reference is closed; neither changes then
     */
    public Fd fdInstall(ARef<File> file) {
        Fd fd = placeholder();
        File opened = file.get();
        FdTable.begin();
        try {
            FdTable.put(fd, opened.opening());
            int result = TaskCalls.dup3(opened.fd(), fd.value(), flags);
            if (result < 0) {
                FdTable.reserve(fd);
                throw new KernelBug(
                        "fd_install cannot fail, and did: " + Errno.fromErrno(result) + " " + opened + " in " + fd);
            }
        } finally {
            FdTable.end();
        }
        placeholder = null;
        file.close();
        return fd;
    }

    private Fd placeholder() {
        checkOwner();
        Fd fd = placeholder;
        if (fd == null) {
            throw new IllegalStateException("the reservation is used up: it was installed or given back");
        }
        return fd;
    }

    @SuppressWarnings("ReferenceEquality") // threads have identity only
    private void checkOwner() {
        if (Thread.currentThread() != owner) {
            throw new KernelBug(
                    "descriptor reservation of another thread: owner=" + owner + " caller=" + Thread.currentThread());
        }
    }

    /** Gives the number back; does nothing after {@link #fdInstall} or the first time. */
    @Override
    public void close() {
        checkOwner();
        Fd fd = placeholder;
        if (fd != null) {
            placeholder = null;
            FdTable.begin();
            try {
                fd.close();
            } finally {
                FdTable.end();
            }
        }
    }
}
