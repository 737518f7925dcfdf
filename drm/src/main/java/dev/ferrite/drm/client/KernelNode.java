package dev.ferrite.drm.client;

import dev.ferrite.drm.ioctl.IoctlNumber;
import dev.ferrite.drm.uapi.DrmH;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Fd;
import dev.ferrite.offheap.linux.Linux;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;

/**
 * A node of a real driver: {@code /dev/dri/card*} or {@code renderD*}, through system calls. Thread-safe.
 *
 * <p>An ioctl costs one system call and two uncontended atomics, and allocates nothing. It is repeated on EINTR and EAGAIN,
 * as libdrm does, unless the thread is interrupted; a call that sleeps in the kernel is not woken by an interrupt, but
 * {@link #poll} and {@link #read} are, within {@value #SLICE_MILLIS} ms. A call that waits holds its carrier thread.
 *
 * <p>A close under a running call takes effect when that call returns; the number of the descriptor is not given back
 * before, so no call ever reaches a file that somebody else has opened meanwhile. A node that becomes unreachable unclosed
 * is closed by the collector, late, and counted in {@link Fd#leaked()}.
 *
 * <h2>Safety</h2>
 *
 * <p>The kernel touches no more of an argument than the number says, and a shorter segment is EFAULT. The addresses in the
 * structs of the core's own calls must lie inside the argument, or they are EFAULT: see {@link DrmNode#ioctl}. The calls of
 * drivers (numbers 0x40 to 0x9F) are not known here: an address in such a struct is followed by the kernel wherever it
 * leads, so who fills it in answers for it. Likewise for a struct that another thread changes during the call.
 */
public final class KernelNode extends ClosedWhenUnused implements DrmNode {
    /** The major number of every DRM device. */
    public static final int MAJOR = 226;

    private static final int EBADF = Errno.EBADF.negated();
    private static final int EINTR = Errno.EINTR.negated();
    private static final int EAGAIN = Errno.EAGAIN.negated();
    private static final int EFAULT = Errno.EFAULT.negated();

    /** A number of no subsystem: what the kernel says to it, it says to any of another type. */
    private static final int FOREIGN = IoctlNumber.of(IoctlNumber.NONE, 0xEE, 0, 0);

    private static final long SLICE_MILLIS = 10;
    private static final long SLICE_NANOS = SLICE_MILLIS * 1_000_000;

    /** As much as the kernel queues for a file. */
    private static final int EVENT_ROOM = 4096;

    private final Path path;
    private final String name;
    private final boolean nonBlocking;
    private final Fd fd;
    private final int number;
    private final HandleOwners owners = new HandleOwners();

    private KernelNode(Path path, Fd fd, boolean nonBlocking) {
        this.path = path;
        this.name = String.valueOf(path.getFileName());
        this.fd = fd;
        this.number = fd.value();
        this.nonBlocking = nonBlocking;
    }

    /**
     * Opens a node for reading and writing.
     *
     * @param path such as {@code /dev/dri/renderD128}
     * @return the node
     * @throws ErrnoException ENOENT, EACCES, ENODEV if no driver is behind it; ENOTTY if it is no DRM node
     */
    public static KernelNode open(Path path) {
        return open(path, Linux.O_RDWR);
    }

    /**
     * Opens a node. Of a card without a master the opener becomes master.
     *
     * @param path such as {@code /dev/dri/renderD128}
     * @param openFlags {@code Linux.O_*}; O_CLOEXEC is always set
     * @return the node
     * @throws ErrnoException ENOENT, EACCES, ENODEV if no driver is behind it, EBUSY for O_EXCL; ENOTTY if it is no DRM
     *     node, which is found without opening it
     */
    public static KernelNode open(Path path, int openFlags) {
        String call = "open " + path;
        try (Fd place = Fd.own(Linux.open(path.toString(), Linux.O_PATH | Linux.O_CLOEXEC, 0), call)) {
            Linux.FileStat stat = Linux.fstat(place.value());
            Errno.check(stat.error(), call);
            if (!stat.isCharacterDevice() || stat.special() >>> 32 != MAJOR) {
                throw new ErrnoException(Errno.ENOTTY, call + ": not a DRM node");
            }
        }
        // Non-blocking, so that a read which waits can be interrupted, and two readers do not lock each other up.
        int flags = openFlags | Linux.O_CLOEXEC | Linux.O_NONBLOCK;
        Fd fd = Fd.own(Linux.open(path.toString(), flags, 0), call);
        return new KernelNode(path, fd, (openFlags & Linux.O_NONBLOCK) != 0);
    }

    @Override
    public int ioctl(int request, MemorySegment argument) {
        if (!tryEnter()) {
            return EBADF;
        }
        try {
            if (IoctlNumber.type(request) != DrmH.DRM_IOCTL_BASE) {
                // Some of these the kernel would answer for any file, without looking at their size.
                return repeat(FOREIGN, MemorySegment.NULL);
            }
            int size = IoctlNumber.direction(request) == IoctlNumber.NONE ? 0 : IoctlNumber.size(request);
            if (argument.byteSize() < size
                    || (argument.isReadOnly() && (IoctlNumber.direction(request) & IoctlNumber.READ) != 0)) {
                return nowhere(request);
            }
            if (!argument.isNative() || IoctlPointers.hasStray(request, argument)) {
                return callOnCopy(request, argument, size);
            }
            return repeat(request, argument);
        } catch (IllegalStateException | WrongThreadException bad) {
            return nowhere(request);
        } finally {
            leave();
        }
    }

    /** As libdrm's {@code drmIoctl}. */
    private int repeat(int request, MemorySegment argument) {
        int result;
        do {
            result = Linux.ioctl(number, request, argument);
        } while ((result == EINTR || result == EAGAIN)
                && !Thread.currentThread().isInterrupted());
        return result;
    }

    /** For an argument nobody can use: the kernel looks at number and device first, and says EFAULT when it copies. */
    private int nowhere(int request) {
        return repeat(request, MemorySegment.ofAddress(IoctlPointers.NOWHERE));
    }

    private int callOnCopy(int request, MemorySegment argument, int size) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment copy = arena.allocate(Math.max(size, 1), 8);
            MemorySegment.copy(argument, 0, copy, 0, size);
            long[] blunted = IoctlPointers.blunt(request, argument, copy);
            int result = repeat(request, copy);
            IoctlPointers.restore(blunted, argument, copy);
            if (!argument.isReadOnly()) {
                MemorySegment.copy(copy, 0, argument, 0, size);
            }
            return result;
        }
    }

    @Override
    public GemMapping mmap(long offset, long length, int protection, boolean confined) {
        String call = "mmap " + name + " offset=0x" + Long.toHexString(offset) + " length=" + length;
        if (!tryEnter()) {
            throw new ErrnoException(Errno.EBADF, call);
        }
        try {
            if (length <= 0) {
                throw new ErrnoException(Errno.EINVAL, call);
            }
            long address = Linux.mmap(0, length, protection, Linux.MAP_SHARED, number, offset);
            Errno.check(address, call);
            boolean writable = (protection & Linux.PROT_WRITE) != 0;
            return GemMapping.over(this, address, length, writable, confined, () -> Linux.munmap(address, length));
        } finally {
            leave();
        }
    }

    @Override
    public int poll(int events, long timeoutNanos) {
        if (!tryEnter()) {
            return EBADF;
        }
        try {
            return await(events, timeoutNanos);
        } finally {
            leave();
        }
    }

    /** In slices, because an interrupt does not wake a thread that sleeps in a system call. */
    private int await(int events, long timeoutNanos) {
        long end = System.nanoTime() + timeoutNanos;
        int ready = Linux.poll(number, events, 0);
        long left = timeoutNanos;
        while ((ready == 0 || ready == EINTR) && left != 0) {
            if (Thread.currentThread().isInterrupted()) {
                return EINTR;
            }
            ready = Linux.poll(number, events, left < 0 ? SLICE_NANOS : Math.min(left, SLICE_NANOS));
            left = timeoutNanos < 0 ? -1 : Math.max(0, end - System.nanoTime());
        }
        return ready == EINTR ? 0 : ready;
    }

    @Override
    public int read(MemorySegment into) {
        if (!tryEnter()) {
            return EBADF;
        }
        try (Arena arena = Arena.ofConfined()) {
            if (into.isReadOnly() || !into.scope().isAlive() || !into.isAccessibleBy(Thread.currentThread())) {
                return EFAULT;
            }
            MemorySegment events = arena.allocate(EVENT_ROOM, 8);
            long room = Math.min(into.byteSize(), EVENT_ROOM);
            int got = (int) Linux.read(number, events.address(), room);
            while ((got == EAGAIN && !nonBlocking) || got == EINTR) {
                int ready = await(Linux.POLLIN, -1);
                if (ready < 0) {
                    return ready;
                }
                got = (int) Linux.read(number, events.address(), room);
            }
            if (got > 0) {
                MemorySegment.copy(events, 0, into, 0, got);
            }
            return got;
        } finally {
            leave();
        }
    }

    @Override
    public String name() {
        return name;
    }

    /**
     * Where it is.
     *
     * @return the path it was opened by
     */
    public Path path() {
        return path;
    }

    @Override
    public HandleOwners owners() {
        return owners;
    }

    @Override
    public void close() {
        super.close();
    }

    @Override
    void end() {
        fd.close();
    }

    @Override
    public String toString() {
        return "kernel node " + path + (isClosed() ? " (closed)" : "");
    }
}
