package dev.ferrite.offheap.linux;

import java.lang.foreign.Arena;

/**
 * System calls about tasks, their namespaces and their descriptors, in the manner of {@link Linux}: one static method
 * each, the result as the kernel gives it, {@code -errno} on failure.
 *
 * <p>None blocks for longer than the kernel needs to answer. A call that names a task by its number means whoever has
 * that number now; {@code dev.ferrite.runtime.task} knows how to be sure.
 */
public final class TaskCalls {
    /** {@link #openat}: only a name for the file; reading and writing it is EBADF. */
    public static final int O_PATH = 0x200000;

    /** {@link #openat}: it must be a folder. */
    public static final int O_DIRECTORY = arm64() ? 0x4000 : 0x10000;

    /** {@link Linux#open}: ELOOP if the last part of the path is a symbolic link. */
    public static final int O_NOFOLLOW = arm64() ? 0x8000 : 0x20000;

    /** {@link #pidfdOpen}: any thread, not only a leader; Linux 6.9. */
    public static final int PIDFD_THREAD = 0x80;

    /** {@link #prctl}: name the calling thread. */
    public static final int PR_SET_NAME = 15;

    /** {@link #prctl}: the securebits of the calling thread. */
    public static final int PR_GET_SECUREBITS = 27;

    /** {@link #kcmp}: compare two open files. */
    public static final int KCMP_FILE = 0;

    /** {@link Linux#fcntl}: whether another descriptor is the same open file; Linux 6.10. */
    public static final int F_DUPFD_QUERY = 1027;

    /** {@link Linux#ioctl} on a namespace: a descriptor of the namespace around it. */
    public static final int NS_GET_PARENT = 0xB702;

    private static final int SEEK_CUR = 1;
    private static final int PRIO_PROCESS = 0;
    private static final Numbers NR = arm64()
            ? new Numbers(24, 140, 141, 174, 175, 272, 62, 56, 434, 167, 261, 78, 123, 275, 122, 274)
            : new Numbers(292, 141, 140, 102, 107, 312, 8, 257, 434, 157, 302, 267, 204, 315, 203, 314);

    private TaskCalls() {}

    private static boolean arm64() {
        return System.getProperty("os.arch", "").equals("aarch64");
    }

    /**
     * Opens a file below a folder that is open.
     *
     * @param dirfd the folder
     * @param path the path, relative to the folder unless it is absolute
     * @param flags {@code O_*}
     * @return a descriptor, or {@code -errno}
     */
    public static int openat(int dirfd, String path, int flags) {
        try (Arena arena = Arena.ofConfined()) {
            return (int) Syscall.call(NR.openat, dirfd, arena.allocateFrom(path).address(), flags, 0, 0, 0);
        }
    }

    /**
     * Reads where a symbolic link points to.
     *
     * @param path the absolute path of the link
     * @param address where to
     * @param bytes how many at most
     * @return how many, without a final NUL, or {@code -errno}
     */
    public static int readlink(String path, long address, long bytes) {
        try (Arena arena = Arena.ofConfined()) {
            return (int)
                    Syscall.call(NR.readlinkat, -1, arena.allocateFrom(path).address(), address, bytes, 0, 0);
        }
    }

    /**
     * Makes a descriptor number mean another open file, atomically; what it meant before is closed.
     *
     * @param from the open file
     * @param to the number, another one
     * @param flags {@link Linux#O_CLOEXEC} or 0
     * @return {@code to}, or {@code -errno}
     */
    public static int dup3(int from, int to, int flags) {
        return (int) Syscall.call(NR.dup3, from, to, flags, 0, 0, 0);
    }

    /**
     * The position of an open file.
     *
     * @param fd the descriptor
     * @return the offset in bytes, or {@code -errno} (ESPIPE where there is none)
     */
    public static long position(int fd) {
        return Syscall.call(NR.lseek, fd, 0, SEEK_CUR, 0, 0, 0);
    }

    /**
     * The real user id of the calling thread, as its user namespace counts.
     *
     * @return the id, as an unsigned int
     */
    public static int getuid() {
        return (int) Syscall.call(NR.getuid, 0, 0, 0, 0, 0, 0);
    }

    /**
     * The effective user id of the calling thread, as its user namespace counts.
     *
     * @return the id, as an unsigned int
     */
    public static int geteuid() {
        return (int) Syscall.call(NR.geteuid, 0, 0, 0, 0, 0, 0);
    }

    /**
     * Compares what two tasks have: {@code kcmp}.
     *
     * @param pid1 one task
     * @param pid2 the other
     * @param type {@code KCMP_*}
     * @param first which of the one's, such as a descriptor
     * @param second which of the other's
     * @return 0 if they are the same, 1 or 2 for an order, or {@code -errno} (ENOSYS, EPERM, EBADF)
     */
    public static int kcmp(int pid1, int pid2, int type, long first, long second) {
        return (int) Syscall.call(NR.kcmp, pid1, pid2, type, first, second, 0);
    }

    /**
     * Opens a task; the descriptor means this one for ever, whoever gets its number later.
     *
     * @param pid its number, more than 0
     * @param flags {@link #PIDFD_THREAD} or 0
     * @return a descriptor closed by exec, or {@code -errno} (ESRCH; EINVAL and ENOENT for a thread without the flag)
     */
    public static int pidfdOpen(int pid, int flags) {
        return (int) Syscall.call(NR.pidfdOpen, pid, flags, 0, 0, 0, 0);
    }

    /**
     * Asks or changes a fact of the calling thread.
     *
     * @param option {@code PR_*}
     * @param argument its argument
     * @return what the option returns, or {@code -errno}
     */
    public static int prctl(int option, long argument) {
        return (int) Syscall.call(NR.prctl, option, argument, 0, 0, 0, 0);
    }

    /**
     * Reads, and sets, a limit of a process.
     *
     * @param pid the process
     * @param resource {@code RLIMIT_*}
     * @param newLimit the address of two longs, soft and hard, or 0
     * @param oldLimit where the two longs go, or 0
     * @return 0, or {@code -errno}
     */
    public static int prlimit(int pid, int resource, long newLimit, long oldLimit) {
        return (int) Syscall.call(NR.prlimit64, pid, resource, newLimit, oldLimit, 0, 0);
    }

    /**
     * Reads which processors a task may run on.
     *
     * @param tid the task
     * @param bytes how long the mask is, a multiple of 8
     * @param mask where it goes
     * @return how many bytes of it are meant, or {@code -errno} (EINVAL if it is too short)
     */
    public static int schedGetaffinity(int tid, long bytes, long mask) {
        return (int) Syscall.call(NR.schedGetaffinity, tid, bytes, mask, 0, 0, 0);
    }

    /**
     * Sets which processors a task may run on.
     *
     * @param tid the task
     * @param bytes how long the mask is
     * @param mask the mask
     * @return 0, or {@code -errno}
     */
    public static int schedSetaffinity(int tid, long bytes, long mask) {
        return (int) Syscall.call(NR.schedSetaffinity, tid, bytes, mask, 0, 0, 0);
    }

    /**
     * Reads how a task is scheduled.
     *
     * @param tid the task
     * @param attr where a {@code struct sched_attr} goes
     * @param bytes how long it is
     * @return 0, or {@code -errno}
     */
    public static int schedGetattr(int tid, long attr, int bytes) {
        return (int) Syscall.call(NR.schedGetattr, tid, attr, bytes, 0, 0, 0);
    }

    /**
     * Sets how a task is scheduled.
     *
     * @param tid the task
     * @param attr a {@code struct sched_attr}
     * @return 0, or {@code -errno}
     */
    public static int schedSetattr(int tid, long attr) {
        return (int) Syscall.call(NR.schedSetattr, tid, attr, 0, 0, 0, 0);
    }

    /**
     * The nice value of a task, as the raw call counts it.
     *
     * @param tid the task
     * @return {@code 20 - nice}, 1 to 40, or {@code -errno}
     */
    public static int getpriority(int tid) {
        return (int) Syscall.call(NR.getpriority, PRIO_PROCESS, tid, 0, 0, 0, 0);
    }

    /**
     * Sets the nice value of a task.
     *
     * @param tid the task
     * @param nice -20 to 19; values outside are taken to the end of the range
     * @return 0, or {@code -errno}
     */
    public static int setpriority(int tid, int nice) {
        return (int) Syscall.call(NR.setpriority, PRIO_PROCESS, tid, nice, 0, 0, 0);
    }

    /** The numbers that differ between machines. */
    private record Numbers(
            int dup3,
            int setpriority,
            int getpriority,
            int getuid,
            int geteuid,
            int kcmp,
            int lseek,
            int openat,
            int pidfdOpen,
            int prctl,
            int prlimit64,
            int readlinkat,
            int schedGetaffinity,
            int schedGetattr,
            int schedSetaffinity,
            int schedSetattr) {}
}
