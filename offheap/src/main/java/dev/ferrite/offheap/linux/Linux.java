package dev.ferrite.offheap.linux;

import static dev.ferrite.offheap.linux.Syscall.NR;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * System calls, one static method each: the result as the kernel gives it, {@code -errno} on failure.
 *
 * <p>Nothing here throws or retries; {@code EINTR} is the caller's. Every call costs about 250 ns beside the kernel's
 * own work and allocates nothing once its thread has made its first call, but for those that take a {@link String}.
 * Thread-safe. A call that blocks holds its carrier thread.
 *
 * <h2>Safety</h2>
 *
 * <p>Addresses go to the kernel as they are. A wrong one is {@code EFAULT} where the kernel copies, but a range given to
 * {@link #mmap} with {@link #MAP_FIXED} or to {@link #munmap} takes memory away from whoever uses it.
 */
public final class Linux {
    /** Open for reading only. */
    public static final int O_RDONLY = 0;

    /** Open for writing only. */
    public static final int O_WRONLY = 1;

    /** Open for reading and writing. */
    public static final int O_RDWR = 2;

    /** Create the file if it is not there. */
    public static final int O_CREAT = 0x40;

    /** Fail with EEXIST if the file is there. */
    public static final int O_EXCL = 0x80;

    /** Cut the file to length zero. */
    public static final int O_TRUNC = 0x200;

    /** Calls on this descriptor do not wait. */
    public static final int O_NONBLOCK = 0x800;

    /** The descriptor is closed by exec. */
    public static final int O_CLOEXEC = 0x80000;

    /** The descriptor only stands for the file: no device is opened, nothing is read. */
    public static final int O_PATH = 0x200000;

    /** Pages may be read. */
    public static final int PROT_READ = 1;

    /** Pages may be written. */
    public static final int PROT_WRITE = 2;

    /** Pages may be run. */
    public static final int PROT_EXEC = 4;

    /** Pages may not be touched. */
    public static final int PROT_NONE = 0;

    /** Writes reach the file and every other mapping of it. */
    public static final int MAP_SHARED = 1;

    /** Writes stay in this mapping. */
    public static final int MAP_PRIVATE = 2;

    /** Replace whatever is mapped at exactly this address. */
    public static final int MAP_FIXED = 0x10;

    /** No file behind it: zeroed memory. */
    public static final int MAP_ANONYMOUS = 0x20;

    /** No swap space is reserved for it. */
    public static final int MAP_NORESERVE = 0x4000;

    /** Fault all pages in now. */
    public static final int MAP_POPULATE = 0x8000;

    /** The memfd is closed by exec. */
    public static final int MFD_CLOEXEC = 1;

    /** The memfd can be sealed. */
    public static final int MFD_ALLOW_SEALING = 2;

    /** {@link #fcntl}: duplicate to the lowest free number, closed by exec. */
    public static final int F_DUPFD_CLOEXEC = 1030;

    /** {@link #fcntl}: read the open flags. */
    public static final int F_GETFL = 3;

    /** {@link #fcntl}: add seals to a memfd. */
    public static final int F_ADD_SEALS = 1033;

    /** {@link #fcntl}: read the seals of a memfd. */
    public static final int F_GET_SEALS = 1034;

    /** Seal: no more seals. */
    public static final int F_SEAL_SEAL = 1;

    /** Seal: the file cannot become shorter. */
    public static final int F_SEAL_SHRINK = 2;

    /** Seal: the file cannot become longer. */
    public static final int F_SEAL_GROW = 4;

    /** {@link #fallocate}: the length of the file stays. */
    public static final int FALLOC_FL_KEEP_SIZE = 1;

    /** {@link #fallocate}: give the pages back; they read as zeros. */
    public static final int FALLOC_FL_PUNCH_HOLE = 2;

    /** {@link #poll}: data to read. */
    public static final int POLLIN = 1;

    /** {@link #poll}: room to write. */
    public static final int POLLOUT = 4;

    /** {@link #poll}: an error, reported unasked. */
    public static final int POLLERR = 8;

    /** {@link #poll}: the other side is gone, reported unasked. */
    public static final int POLLHUP = 0x10;

    /** {@link #poll}: not an open descriptor, reported unasked. */
    public static final int POLLNVAL = 0x20;

    /** {@link #eventfd}: a read takes one instead of all. */
    public static final int EFD_SEMAPHORE = 1;

    /** {@link #membarrier}: ask which commands the kernel has. */
    public static final int MEMBARRIER_CMD_QUERY = 0;

    /** {@link #membarrier}: a full barrier on every running thread of this process. */
    public static final int MEMBARRIER_CMD_PRIVATE_EXPEDITED = 8;

    /** {@link #membarrier}: what a process calls once before the one above. */
    public static final int MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED = 16;

    /** {@link #madvise}: use huge pages where it can. */
    public static final int MADV_HUGEPAGE = 14;

    /** {@link #rlimit}: number of open files. */
    public static final int RLIMIT_NOFILE = 7;

    /** {@link #rlimit}: bytes that may be locked into memory. */
    public static final int RLIMIT_MEMLOCK = 8;

    /** {@link #rlimit}: longest file, in bytes. */
    public static final int RLIMIT_FSIZE = 1;

    private static final int AF_UNIX = 1;
    private static final int SOCK_STREAM = 1;
    private static final int AT_FDCWD = -100;
    private static final int AT_EMPTY_PATH = 0x1000;
    private static final int FUTEX_WAIT_PRIVATE = 128;
    private static final int FUTEX_WAKE_PRIVATE = 129;
    private static final int STATX_BASIC = 0x7ff;
    private static final int STATX_SIZE = 256;

    private Linux() {}

    /**
     * Opens a file: {@code openat(AT_FDCWD, ...)}. May block on slow files.
     *
     * @param path the path, relative to the working folder
     * @param flags {@code O_*}
     * @param mode permissions of a file it creates, such as {@code 0600}
     * @return a descriptor, or {@code -errno}
     */
    public static int open(String path, int flags, int mode) {
        try (Arena arena = Arena.ofConfined()) {
            return (int)
                    Syscall.call(NR.openat(), AT_FDCWD, arena.allocateFrom(path).address(), flags, mode, 0, 0);
        }
    }

    /**
     * Opens a file whose path stands in memory already. Allocates nothing.
     *
     * @param path the address of the path, ended by a NUL
     * @param flags {@code O_*}
     * @param mode permissions of a file it creates, such as {@code 0600}
     * @return a descriptor, or {@code -errno}
     */
    public static int open(long path, int flags, int mode) {
        return (int) Syscall.call(NR.openat(), AT_FDCWD, path, flags, mode, 0, 0);
    }

    /**
     * Closes a descriptor. The number is free afterwards even if this fails; never call it twice.
     *
     * @param fd the descriptor
     * @return 0, or {@code -errno}
     */
    public static int close(int fd) {
        return (int) Syscall.call(NR.close(), fd, 0, 0, 0, 0, 0);
    }

    /**
     * Removes a file name.
     *
     * @param path the path
     * @return 0, or {@code -errno}
     */
    public static int unlink(String path) {
        try (Arena arena = Arena.ofConfined()) {
            return (int) Syscall.call(
                    NR.unlinkat(), AT_FDCWD, arena.allocateFrom(path).address(), 0, 0, 0, 0);
        }
    }

    /**
     * Reads from a descriptor; blocks unless it is non-blocking.
     *
     * @param fd the descriptor
     * @param address where to
     * @param bytes how many at most
     * @return how many, 0 at the end, or {@code -errno}
     */
    public static long read(int fd, long address, long bytes) {
        return Syscall.call(NR.read(), fd, address, bytes, 0, 0, 0);
    }

    /**
     * Writes to a descriptor; blocks unless it is non-blocking.
     *
     * @param fd the descriptor
     * @param address where from
     * @param bytes how many at most
     * @return how many, or {@code -errno}
     */
    public static long write(int fd, long address, long bytes) {
        return Syscall.call(NR.write(), fd, address, bytes, 0, 0, 0);
    }

    /**
     * As {@link #write}, but does not say what went wrong: for a call that is made often, from deep inside others, and
     * may be repeated to learn it.
     *
     * @param fd the descriptor
     * @param address where from
     * @param bytes how many at most
     * @return how many, or -1
     */
    public static long writeWithoutErrno(int fd, long address, long bytes) {
        return Syscall.callWithoutErrno(NR.write(), fd, address, bytes);
    }

    /**
     * Reads from a position of a file.
     *
     * @param fd the descriptor
     * @param address where to
     * @param bytes how many at most
     * @param offset the position
     * @return how many, 0 at the end, or {@code -errno}
     */
    public static long pread(int fd, long address, long bytes, long offset) {
        return Syscall.call(NR.pread64(), fd, address, bytes, offset, 0, 0);
    }

    /**
     * Writes to a position of a file.
     *
     * @param fd the descriptor
     * @param address where from
     * @param bytes how many at most
     * @param offset the position
     * @return how many, or {@code -errno}
     */
    public static long pwrite(int fd, long address, long bytes, long offset) {
        return Syscall.call(NR.pwrite64(), fd, address, bytes, offset, 0, 0);
    }

    /**
     * Sets the length of a file; new bytes read as zeros and take no space yet.
     *
     * @param fd the descriptor
     * @param length in bytes
     * @return 0, or {@code -errno}
     */
    public static int ftruncate(int fd, long length) {
        return (int) Syscall.call(NR.ftruncate(), fd, length, 0, 0, 0, 0);
    }

    /**
     * Reserves the space of a range, so that writing it later cannot fail, or gives it back. Blocks for as long as the
     * file system needs; on a memfd it zeroes the pages.
     *
     * @param fd the descriptor
     * @param mode {@code FALLOC_FL_*} or 0
     * @param offset the first byte
     * @param length in bytes
     * @return 0, or {@code -errno} (ENOSPC, EFBIG, ENOMEM)
     */
    public static int fallocate(int fd, int mode, long offset, long length) {
        return (int) Syscall.call(NR.fallocate(), fd, mode, offset, length, 0, 0);
    }

    /**
     * Controls a descriptor.
     *
     * @param fd the descriptor
     * @param command {@code F_*}
     * @param argument its argument
     * @return what the command returns, or {@code -errno}
     */
    public static int fcntl(int fd, int command, long argument) {
        return (int) Syscall.call(NR.fcntl(), fd, command, argument, 0, 0, 0);
    }

    /**
     * Another number for the same open file, closed by exec.
     *
     * @param fd the descriptor
     * @return the new descriptor, or {@code -errno}
     */
    public static int dup(int fd) {
        return fcntl(fd, F_DUPFD_CLOEXEC, 0);
    }

    /**
     * Sends a device its command. May block as long as the device likes.
     *
     * @param fd the descriptor
     * @param request the command number, 32 bits
     * @param argument an address or a number
     * @return what the device returns, or {@code -errno}
     */
    public static int ioctl(int fd, int request, long argument) {
        return (int) Syscall.call(NR.ioctl(), fd, request & 0xFFFF_FFFFL, argument, 0, 0, 0);
    }

    /**
     * The same with the address of a segment, which nobody can close before the call returns. What the device does there
     * is not bounded by the segment's length.
     *
     * @param fd the descriptor
     * @param request the command number, 32 bits
     * @param argument native memory, or {@link MemorySegment#NULL}
     * @return what the device returns, or {@code -errno}
     * @throws IllegalStateException if the segment is closed
     * @throws WrongThreadException if it is confined to another thread
     * @throws IllegalArgumentException if it is on the heap
     */
    public static int ioctl(int fd, int request, MemorySegment argument) {
        return (int) Syscall.ioctl(fd, request & 0xFFFF_FFFFL, argument);
    }

    /**
     * Maps a file or fresh memory.
     *
     * @param address a hint, or the very place with {@link #MAP_FIXED}
     * @param length in bytes
     * @param protection {@code PROT_*}
     * @param flags {@code MAP_*}
     * @param fd the file, or -1
     * @param offset into the file, a multiple of the page size
     * @return the address, or {@code -errno}
     */
    public static long mmap(long address, long length, int protection, int flags, int fd, long offset) {
        return Syscall.call(NR.mmap(), address, length, protection, flags, fd, offset);
    }

    /**
     * Takes a mapping away. Whoever touches it afterwards ends the JVM: see {@link Mapping}, which prevents that.
     *
     * @param address the first byte, a multiple of the page size
     * @param length in bytes
     * @return 0, or {@code -errno}
     */
    public static int munmap(long address, long length) {
        return (int) Syscall.call(NR.munmap(), address, length, 0, 0, 0, 0);
    }

    /**
     * Changes what may be done with a range.
     *
     * @param address the first byte, a multiple of the page size
     * @param length in bytes
     * @param protection {@code PROT_*}
     * @return 0, or {@code -errno} (EACCES where a security module forbids it, EINVAL, ENOMEM)
     */
    public static int mprotect(long address, long length, int protection) {
        return (int) Syscall.call(NR.mprotect(), address, length, protection, 0, 0, 0);
    }

    /**
     * Tells the kernel how a range is used.
     *
     * @param address the first byte
     * @param length in bytes
     * @param advice {@code MADV_*}
     * @return 0, or {@code -errno}
     */
    public static int madvise(long address, long length, int advice) {
        return (int) Syscall.call(NR.madvise(), address, length, advice, 0, 0, 0);
    }

    /**
     * Locks a range into memory; faults it in.
     *
     * @param address the first byte
     * @param length in bytes
     * @return 0, or {@code -errno} (ENOMEM and EPERM by RLIMIT_MEMLOCK)
     */
    public static int mlock(long address, long length) {
        return (int) Syscall.call(NR.mlock(), address, length, 0, 0, 0, 0);
    }

    /**
     * Makes a file that lives in memory only.
     *
     * @param name a name for {@code /proc}, at most 249 bytes
     * @param flags {@code MFD_*}
     * @return a descriptor, or {@code -errno}
     */
    public static int memfdCreate(String name, int flags) {
        try (Arena arena = Arena.ofConfined()) {
            return (int) Syscall.call(NR.memfdCreate(), arena.allocateFrom(name).address(), flags, 0, 0, 0, 0);
        }
    }

    /**
     * Makes an eventfd, a counter that can be polled.
     *
     * @param initial its first value
     * @param flags {@code EFD_SEMAPHORE}, {@link #O_NONBLOCK}, {@link #O_CLOEXEC}
     * @return a descriptor, or {@code -errno}
     */
    public static int eventfd(int initial, int flags) {
        return (int) Syscall.call(NR.eventfd2(), initial, flags, 0, 0, 0, 0);
    }

    /**
     * Makes an epoll instance.
     *
     * @param flags {@link #O_CLOEXEC} or 0
     * @return a descriptor, or {@code -errno}
     */
    public static int epollCreate(int flags) {
        return (int) Syscall.call(NR.epollCreate1(), flags, 0, 0, 0, 0, 0);
    }

    /**
     * Adds, changes or removes what an epoll instance watches.
     *
     * @param epoll the instance
     * @param operation {@code EPOLL_CTL_*}
     * @param fd what to watch
     * @param event the address of a {@code struct epoll_event}; ignored for removal
     * @return 0, or {@code -errno} (EBADF, EEXIST, EINVAL, ELOOP, ENOENT, ENOMEM, ENOSPC, EPERM)
     */
    public static int epollCtl(int epoll, int operation, int fd, long event) {
        return (int) Syscall.call(NR.epollCtl(), epoll, operation, fd, event, 0, 0);
    }

    /**
     * Waits for events: {@code epoll_pwait} without a signal mask.
     *
     * @param epoll the instance
     * @param events the address of an array of {@code struct epoll_event}
     * @param count its length
     * @param millis how long at most; negative waits for ever
     * @return how many events there are, 0 on timeout, or {@code -errno} (EBADF, EFAULT, EINTR, EINVAL)
     */
    public static int epollWait(int epoll, long events, int count, int millis) {
        return (int) Syscall.call(NR.epollPwait(), epoll, events, count, millis, 0, 0);
    }

    /**
     * As {@link #epollWait}, to the nanosecond: {@code epoll_pwait2}, Linux 5.11 and newer.
     *
     * @param epoll the instance
     * @param events the address of an array of {@code struct epoll_event}
     * @param count its length
     * @param timespec the address of two longs, seconds and nanoseconds
     * @return how many events there are, 0 on timeout, or {@code -errno} (also ENOSYS)
     */
    public static int epollWait2(int epoll, long events, int count, long timespec) {
        return (int) Syscall.call(NR.epollPwait2(), epoll, events, count, timespec, 0, 0);
    }

    /**
     * Makes a pipe.
     *
     * @param fds the address of two ints that take the reading and the writing end
     * @param flags {@link #O_NONBLOCK}, {@link #O_CLOEXEC}
     * @return 0, or {@code -errno}
     */
    public static int pipe(long fds, int flags) {
        return (int) Syscall.call(NR.pipe2(), fds, flags, 0, 0, 0, 0);
    }

    /**
     * Makes two stream sockets of {@code AF_UNIX} that are connected to each other.
     *
     * @param fds the address of two ints that take them
     * @param flags {@link #O_NONBLOCK}, {@link #O_CLOEXEC}
     * @return 0, or {@code -errno}
     */
    public static int socketpair(long fds, int flags) {
        return (int) Syscall.call(NR.socketpair(), AF_UNIX, SOCK_STREAM | flags, 0, fds, 0, 0);
    }

    /**
     * Makes a timer that can be polled.
     *
     * @param clock {@code CLOCK_*}; 1 is the monotonic one
     * @param flags {@link #O_NONBLOCK}, {@link #O_CLOEXEC}
     * @return a descriptor, or {@code -errno}
     */
    public static int timerfdCreate(int clock, int flags) {
        return (int) Syscall.call(NR.timerfdCreate(), clock, flags, 0, 0, 0, 0);
    }

    /**
     * Sets a timer.
     *
     * @param fd of {@link #timerfdCreate}
     * @param flags 1 if the first expiry is a time of the clock, 0 if it is from now
     * @param itimerspec the address of four longs: interval and first expiry, each in seconds and nanoseconds
     * @return 0, or {@code -errno}
     */
    public static int timerfdSettime(int fd, int flags, long itimerspec) {
        return (int) Syscall.call(NR.timerfdSettime(), fd, flags, itimerspec, 0, 0, 0);
    }

    /**
     * Makes a descriptor that reads signals, or changes its set. It gives those that wait for the thread that reads or
     * polls, and those for the process; only blocked signals wait.
     *
     * @param fd -1 for a new one, or the one to change
     * @param signals bit {@code n - 1} is signal {@code n}
     * @param flags {@link #O_NONBLOCK}, {@link #O_CLOEXEC}
     * @return the descriptor, or {@code -errno}
     */
    public static int signalfd(int fd, long signals, int flags) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment set = arena.allocateFrom(ValueLayout.JAVA_LONG, signals);
            return (int) Syscall.call(NR.signalfd4(), fd, set.address(), Long.BYTES, flags, 0, 0);
        }
    }

    /**
     * Blocks or unblocks signals for the calling thread: {@code rt_sigprocmask}. For a virtual thread it is the carrier.
     *
     * @param block whether to block or to unblock
     * @param signals bit {@code n - 1} is signal {@code n}
     * @return 0, or {@code -errno}
     */
    public static int signalMask(boolean block, long signals) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment set = arena.allocateFrom(ValueLayout.JAVA_LONG, signals);
            return (int) Syscall.call(NR.rtSigprocmask(), block ? 0 : 1, set.address(), 0, Long.BYTES, 0, 0);
        }
    }

    /**
     * Sends a signal to a thread of this process.
     *
     * @param tid of {@link #gettid}
     * @param signal its number
     * @return 0, or {@code -errno}
     */
    public static int tgkill(int tid, int signal) {
        return (int) Syscall.call(NR.tgkill(), getpid(), tid, signal, 0, 0, 0);
    }

    /**
     * Waits for events on one descriptor.
     *
     * @param fd the descriptor
     * @param events {@code POLL*} to wait for
     * @param timeoutNanos how long at most; negative waits for ever
     * @return the events that are there, 0 on timeout, or {@code -errno}
     */
    public static int poll(int fd, int events, long timeoutNanos) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment pollfd = arena.allocate(8, 4);
            pollfd.set(ValueLayout.JAVA_INT, 0, fd);
            pollfd.set(ValueLayout.JAVA_SHORT, 4, (short) events);
            long timeout = timeoutNanos < 0 ? 0 : timespec(arena, timeoutNanos).address();
            long ready = Syscall.call(NR.ppoll(), pollfd.address(), 1, timeout, 0, 0, 0);
            return ready > 0 ? pollfd.get(ValueLayout.JAVA_SHORT, 6) & 0xFFFF : (int) ready;
        }
    }

    /**
     * Sleeps while a word has the expected value: {@code FUTEX_WAIT_PRIVATE}.
     *
     * @param word the address of an int
     * @param expected the value to sleep on
     * @param timeoutNanos how long at most; negative waits for ever
     * @return 0 when woken, or {@code -errno} (EAGAIN if the value differs, ETIMEDOUT, EINTR)
     */
    public static int futexWait(long word, int expected, long timeoutNanos) {
        try (Arena arena = Arena.ofConfined()) {
            long timeout = timeoutNanos < 0 ? 0 : timespec(arena, timeoutNanos).address();
            return (int) Syscall.call(NR.futex(), word, FUTEX_WAIT_PRIVATE, expected, timeout, 0, 0);
        }
    }

    /**
     * Wakes threads that sleep on a word: {@code FUTEX_WAKE_PRIVATE}.
     *
     * @param word the address of an int
     * @param count how many at most
     * @return how many were woken, or {@code -errno}
     */
    public static int futexWake(long word, int count) {
        return (int) Syscall.call(NR.futex(), word, FUTEX_WAKE_PRIVATE, count, 0, 0, 0);
    }

    /**
     * The kernel's number of this thread; of the carrier, for a virtual thread.
     *
     * @return the thread id
     */
    public static int gettid() {
        return (int) Syscall.call(NR.gettid(), 0, 0, 0, 0, 0, 0);
    }

    /**
     * The number of this process.
     *
     * @return the process id
     */
    public static int getpid() {
        return (int) Syscall.call(NR.getpid(), 0, 0, 0, 0, 0, 0);
    }

    /**
     * Issues memory barriers on other threads.
     *
     * @param command {@code MEMBARRIER_CMD_*}
     * @return 0 or the set of commands, or {@code -errno} (ENOSYS, EINVAL; EPERM without registration)
     */
    public static int membarrier(int command) {
        return (int) Syscall.call(NR.membarrier(), command, 0, 0, 0, 0, 0);
    }

    /**
     * The soft and hard limit of a resource of this process.
     *
     * @param resource {@code RLIMIT_*}
     * @return soft and hard limit, -1 for unlimited; empty if the kernel has no such resource
     */
    public static long[] rlimit(int resource) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment limits = arena.allocate(16, 8);
            if (Syscall.call(NR.prlimit64(), 0, resource, 0, limits.address(), 0, 0) < 0) {
                return new long[0];
            }
            return limits.toArray(ValueLayout.JAVA_LONG);
        }
    }

    /**
     * Identity, length and mode of an open file.
     *
     * @param fd the descriptor
     * @return what the kernel knows; {@link FileStat#error()} says why if it does not
     */
    public static FileStat fstat(int fd) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment buffer = arena.allocate(STATX_SIZE, 8);
            MemorySegment empty = arena.allocateFrom("");
            long result =
                    Syscall.call(NR.statx(), fd, empty.address(), AT_EMPTY_PATH, STATX_BASIC, buffer.address(), 0);
            if (result < 0) {
                return new FileStat((int) result, 0, 0, 0, 0, 0, 0);
            }
            return new FileStat(
                    0,
                    deviceNumber(buffer, 136),
                    buffer.get(ValueLayout.JAVA_LONG, 32),
                    buffer.get(ValueLayout.JAVA_LONG, 40),
                    buffer.get(ValueLayout.JAVA_LONG, 48),
                    buffer.get(ValueLayout.JAVA_SHORT, 28) & 0xFFFF,
                    deviceNumber(buffer, 128));
        }
    }

    private static long deviceNumber(MemorySegment statx, long offset) {
        return ((long) statx.get(ValueLayout.JAVA_INT, offset) << 32)
                | (statx.get(ValueLayout.JAVA_INT, offset + 4) & 0xFFFF_FFFFL);
    }

    /**
     * What {@link #fstat} says of a file.
     *
     * @param error 0, or {@code -errno}
     * @param device the file system's device number, major in the upper half
     * @param inode the inode; with {@code device} the identity of a file
     * @param size the length in bytes
     * @param blocks the space it takes, in units of 512 bytes
     * @param mode type and permission bits
     * @param special the number of the device that the file stands for, major in the upper half; 0 if it is none
     */
    public record FileStat(int error, long device, long inode, long size, long blocks, int mode, long special) {
        private static final int TYPE = 0xF000;
        private static final int CHARACTER_DEVICE = 0x2000;

        /**
         * Whether it is a character device.
         *
         * @return true if it is
         */
        public boolean isCharacterDevice() {
            return (mode & TYPE) == CHARACTER_DEVICE;
        }
    }

    private static MemorySegment timespec(Arena arena, long nanos) {
        MemorySegment time = arena.allocate(16, 8);
        time.set(ValueLayout.JAVA_LONG, 0, nanos / 1_000_000_000L);
        time.set(ValueLayout.JAVA_LONG, 8, nanos % 1_000_000_000L);
        return time;
    }
}
