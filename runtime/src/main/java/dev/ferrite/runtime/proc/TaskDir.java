package dev.ferrite.runtime.proc;

import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Fd;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.linux.TaskCalls;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The files of one task in {@code /proc}, and never those of another task that got its number.
 *
 * <p>There are two ways to be sure. An open folder {@code /proc/TID} is bound to the task it was opened for: once that
 * is gone, every open below it fails, whoever has the number by then; so is a file opened there. And a thread of this
 * JVM keeps its number for as long as {@link Thread#isAlive()} says so afterwards, which needs no descriptor.
 */
public final class TaskDir implements AutoCloseable {
    private static volatile boolean checked;

    private final int tid;
    private final @Nullable Fd folder;
    private final @Nullable Thread thread;

    private TaskDir(int tid, @Nullable Fd folder, @Nullable Thread thread) {
        this.tid = tid;
        this.folder = folder;
        this.thread = thread;
    }

    /**
     * The task that has a number now.
     *
     * @param tid its number
     * @return its files; holds one descriptor
     * @throws ErrnoException EINVAL if the number is not positive, ESRCH if nobody has it, EACCES if {@code /proc} hides
     *     it
     */
    public static TaskDir open(int tid) {
        if (tid <= 0) {
            throw new ErrnoException(Errno.EINVAL, "no task can have pid=" + tid);
        }
        checkProc();
        // Nobody has the number, or somebody whom /proc hides; or that has just changed, so it asks twice.
        for (int attempt = 0; ; attempt++) {
            TaskDir dir = tryOpenFolder(tid);
            if (dir != null) {
                return dir;
            }
            if (!exists(tid)) {
                throw new ErrnoException(Errno.ESRCH, "open /proc/" + tid);
            }
            if (attempt == 1) {
                throw new ErrnoException(Errno.EACCES, "/proc/" + tid + " is hidden from this process (hidepid)");
            }
        }
    }

    /** Null if there is no folder, or one with nothing in it: how hidepid=4 and hidepid=2 hide a task. */
    private static @Nullable TaskDir tryOpenFolder(int tid) {
        String path = "/proc/" + tid;
        int fd = Linux.open(path, TaskCalls.O_PATH | TaskCalls.O_DIRECTORY | Linux.O_CLOEXEC, 0);
        if (fd == Errno.ENOENT.negated()) {
            return null;
        }
        TaskDir dir = new TaskDir(tid, Fd.own(fd, "open " + path), null);
        if (dir.isThere()) {
            return dir;
        }
        dir.close();
        return null;
    }

    /**
     * The calling thread's own files; for platform threads.
     *
     * @param tid its number
     * @return the files; holds no descriptor
     */
    public static TaskDir ofCurrentThread(int tid) {
        checkProc();
        return new TaskDir(tid, null, Thread.currentThread());
    }

    /**
     * The number of the task, valid while {@link #isThere}.
     *
     * @return the number
     */
    public int tid() {
        return tid;
    }

    /**
     * Opens one of its files.
     *
     * @param name the name below {@code /proc/TID}
     * @param flags {@code O_*}; O_CLOEXEC is added
     * @return the owner
     * @throws ErrnoException ESRCH if the task is gone, ENOENT if this kernel has no such file, EACCES, EPERM
     */
    public Fd openFile(String name, int flags) {
        int fd = tryOpen(name, flags | Linux.O_CLOEXEC);
        if (fd == Errno.ENOENT.negated() && !isThere()) {
            fd = Errno.ESRCH.negated();
        }
        Fd owner = Fd.own(fd, "open " + path(name));
        if (thread != null && !thread.isAlive()) {
            owner.close();
            throw new ErrnoException(Errno.ESRCH, "open " + path(name));
        }
        return owner;
    }

    /**
     * Reads one of its files.
     *
     * @param name the name below {@code /proc/TID}
     * @return the text
     * @throws ErrnoException as {@link #openFile}
     */
    public ProcText read(String name) {
        try (Fd fd = openFile(name, Linux.O_RDONLY)) {
            return ProcText.read(fd.value(), path(name));
        }
    }

    /**
     * Whether the task still has its number: it runs, or has ended and nobody has waited for it yet.
     *
     * @return false once it is gone for good
     */
    public boolean isThere() {
        if (thread != null) {
            return thread.isAlive();
        }
        if (folder == null || !folder.isOpen()) {
            return false;
        }
        int fd = tryOpen("stat", TaskCalls.O_PATH | Linux.O_CLOEXEC);
        if (fd >= 0) {
            Linux.close(fd);
        }
        return fd != Errno.ENOENT.negated() && fd != Errno.ESRCH.negated();
    }

    /**
     * Throws unless the task still has its number.
     *
     * @param call what was asked, for the message
     * @throws ErrnoException ESRCH
     */
    public void checkThere(String call) {
        if (!isThere()) {
            throw new ErrnoException(Errno.ESRCH, call);
        }
    }

    @Override
    public void close() {
        if (folder != null) {
            folder.close();
        }
    }

    private int tryOpen(String name, int flags) {
        return folder == null
                ? Linux.open("/proc/self/task/" + tid + "/" + name, flags, 0)
                : TaskCalls.openat(folder.value(), name, flags);
    }

    private String path(String name) {
        return "/proc/" + tid + "/" + name;
    }

    /** Whether somebody has the number, whatever {@code /proc} shows: anybody may ask for anybody's nice value. */
    private static boolean exists(int tid) {
        return TaskCalls.getpriority(tid) > 0;
    }

    /** Numbers and {@code /proc} must speak of the same namespace; a container may mount another one's. */
    private static void checkProc() {
        if (checked) {
            return;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment target = arena.allocate(64);
            int length = (int) Errno.check(
                    TaskCalls.readlink("/proc/self", target.address(), target.byteSize()),
                    "readlink /proc/self: is /proc mounted, and for this pid namespace?");
            byte[] name = target.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE);
            String self = new String(name, StandardCharsets.US_ASCII);
            if (!self.equals(Integer.toString(Linux.getpid()))) {
                throw new ErrnoException(
                        Errno.EXDEV,
                        "/proc is that of another pid namespace: /proc/self=" + self + " getpid=" + Linux.getpid());
            }
        }
        checked = true;
    }
}
