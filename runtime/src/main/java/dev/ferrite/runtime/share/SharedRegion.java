package dev.ferrite.runtime.share;

import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Linux;

/**
 * Memory of this process that others of the same user may look at.
 *
 * <p>It is a memfd whose descriptor stays open, so that others reach it as {@code /proc/PID/fd/N}; who may is what the
 * kernel asks for a look into a process: the same user, or root. It has no name in any folder: nothing to sweep, no
 * link to follow, and it is gone with the process. Its length is sealed, so that a look never faults, and so is writing
 * by others: a new mapping is read-only.
 */
public final class SharedRegion implements AutoCloseable {
    private static final int F_SEAL_FUTURE_WRITE = 0x10;
    private static final int LENGTH_SEALS = Linux.F_SEAL_SHRINK | Linux.F_SEAL_GROW;

    private final int fd;
    private final long address;
    private final long bytes;
    private boolean closed;

    private SharedRegion(int fd, long address, long bytes) {
        this.fd = fd;
        this.address = address;
        this.bytes = bytes;
    }

    /**
     * Makes a region of zeros.
     *
     * @param name what others look for, such as {@code ferrite-log}
     * @param bytes its length, more than 0
     * @return the region
     * @throws ErrnoException EMFILE, ENFILE, ENOMEM, or what else the kernel says
     */
    public static SharedRegion create(String name, long bytes) {
        int fd = (int) Errno.check(
                Linux.memfdCreate(name, Linux.MFD_CLOEXEC | Linux.MFD_ALLOW_SEALING), "memfd_create " + name);
        try {
            Errno.check(Linux.ftruncate(fd, bytes), "ftruncate " + name + " bytes=" + bytes);
            long address = Errno.check(
                    Linux.mmap(0, bytes, Linux.PROT_READ | Linux.PROT_WRITE, Linux.MAP_SHARED, fd, 0),
                    "mmap " + name + " bytes=" + bytes);
            // Linux before 5.1 lacks the seal against writing; others then map it read-only of their own will.
            if (seal(fd, LENGTH_SEALS | F_SEAL_FUTURE_WRITE | Linux.F_SEAL_SEAL) < 0) {
                Errno.check(seal(fd, LENGTH_SEALS | Linux.F_SEAL_SEAL), "seal " + name);
            }
            return new SharedRegion(fd, address, bytes);
        } catch (ErrnoException e) {
            Linux.close(fd);
            throw e;
        }
    }

    private static int seal(int fd, int seals) {
        return Linux.fcntl(fd, Linux.F_ADD_SEALS, seals);
    }

    /**
     * Where it is.
     *
     * @return an address that is valid until {@link #close}
     */
    public long address() {
        return address;
    }

    /**
     * How long it is.
     *
     * @return bytes
     */
    public long bytes() {
        return bytes;
    }

    /** Takes it away from this process; who looks at it from outside keeps what is in it. The owner calls it when nobody here uses it. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            Linux.munmap(address, bytes);
            Linux.close(fd);
        }
    }
}
