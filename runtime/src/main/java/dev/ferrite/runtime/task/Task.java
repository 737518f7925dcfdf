package dev.ferrite.runtime.task;

import dev.ferrite.locks.ref.ARef;
import dev.ferrite.locks.ref.AlwaysRefCounted;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Fd;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.runtime.cred.Credential;
import dev.ferrite.runtime.cred.Kuid;
import dev.ferrite.runtime.mm.Mm;
import dev.ferrite.runtime.proc.Counted;
import dev.ferrite.runtime.proc.ProcText;
import dev.ferrite.runtime.proc.TaskDir;
import dev.ferrite.runtime.proc.TaskStat;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.BitSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A thread of some process: the counterpart of {@code struct task_struct} ({@code rust/kernel/task.rs}).
 *
 * <p>One object means one task for ever. Once that has ended, {@link #isAlive} is false, {@link #pid} and the other facts
 * of its birth stay, and whatever only a living task can answer is {@code ESRCH}; an answer of another task that got the
 * number is never given. Held through {@link ARef}; a task that is not a thread of this JVM takes one descriptor until
 * the last reference is dropped. Thread-safe.
 *
 * <p>Every question but the facts of its birth goes to the kernel: half a microsecond for a system call and its check,
 * 4 to 20 us for a file of {@code /proc}; {@link #find} reads two. For the calling thread see {@link CurrentTask}.
 */
public final class Task implements AlwaysRefCounted {
    /** Runs. */
    public static final int TASK_RUNNING = 0;

    /** Sleeps; an interrupt wakes it, too. */
    public static final int TASK_INTERRUPTIBLE = 1;

    /** Sleeps; only {@link #wakeUp} and the end of the time wake it. */
    public static final int TASK_UNINTERRUPTIBLE = 2;

    /** Both ways to sleep. */
    public static final int TASK_NORMAL = TASK_INTERRUPTIBLE | TASK_UNINTERRUPTIBLE;

    /** May be frozen while it sleeps; nothing freezes a JVM, so it changes nothing. */
    public static final int TASK_FREEZABLE = 0x2000;

    /** Sleep for as long as it takes. */
    public static final long MAX_SCHEDULE_TIMEOUT = Long.MAX_VALUE;

    private static final long NANOS_PER_TICK = 10_000_000;

    final TaskDir dir;
    final @Nullable Thread thread;
    final @Nullable Sleeper sleeper;

    private final Counted count = new Counted();
    private final int tgid;
    private final long startTicks;
    private final long identity;

    Task(TaskDir dir, @Nullable Thread thread) {
        this.dir = dir;
        this.thread = thread;
        this.sleeper = thread == null ? null : new Sleeper(thread);
        this.startTicks = TaskStat.parse(dir.read("stat")).startTicks();
        this.tgid = (int) dir.read("status").line("Tgid").number();
        if (tgid == 0) { // its parent has waited for it since its folder was opened: it has no numbers any more
            throw new ErrnoException(Errno.ESRCH, "pid=" + dir.tid());
        }
        this.identity = TaskIdentity.of(dir, startTicks);
        if (thread == null) {
            TaskStats.FOUND.getAndAdd(1);
        }
    }

    /**
     * The task that has a number now, in the pid namespace of this JVM.
     *
     * @param pid the number of a thread; a process is its group leader's number
     * @return a reference, owned by the caller
     * @throws ErrnoException EINVAL if the number is not positive, ESRCH if nobody has it, EACCES or EPERM if
     *     {@code /proc} hides it
     */
    public static ARef<Task> find(int pid) {
        Task known = JavaTasks.find(pid);
        if (known != null) {
            return ARef.from(known);
        }
        TaskDir dir = TaskDir.open(pid);
        try {
            return ARef.fromRaw(new Task(dir, null));
        } catch (Throwable failure) {
            dir.close();
            throw failure;
        }
    }

    /**
     * The number of this thread in the pid namespace of this JVM. A field.
     *
     * @return the number; not reused before the task has ended
     */
    public int pid() {
        return dir.tid();
    }

    /**
     * The number of its process: the group leader's. A field.
     *
     * @return the number
     */
    public int tgid() {
        return tgid;
    }

    /**
     * When it started. A field.
     *
     * @return the time since boot, in steps of 10 ms
     */
    public Duration startTime() {
        return Duration.ofNanos(startTicks * NANOS_PER_TICK);
    }

    /**
     * Whether it has not ended.
     *
     * @return false once it is a zombie or gone
     */
    public boolean isAlive() {
        TaskState state = state();
        return state != TaskState.ZOMBIE && state != TaskState.DEAD;
    }

    /**
     * What it is doing; stale at once.
     *
     * @return the state; {@link TaskState#DEAD} once it is gone
     */
    public TaskState state() {
        ProcText stat = readOrNull("stat");
        return stat == null ? TaskState.DEAD : TaskState.of(TaskStat.parse(stat).state());
    }

    /**
     * Its name: at most 15 bytes, and any but NUL.
     *
     * @return the name, bytes that are not UTF-8 replaced
     * @throws ErrnoException ESRCH
     */
    public String comm() {
        return new String(commBytes(), StandardCharsets.UTF_8);
    }

    /**
     * Its name as it is.
     *
     * @return the bytes
     * @throws ErrnoException ESRCH
     */
    public byte[] commBytes() {
        return dir.read("comm").bytes();
    }

    /**
     * Its real user.
     *
     * @return the user
     * @throws ErrnoException ESRCH
     */
    public Kuid uid() {
        return Kuid.of((int) dir.read("status").line("Uid").number());
    }

    /**
     * Its effective user.
     *
     * @return the user
     * @throws ErrnoException ESRCH
     */
    public Kuid euid() {
        ProcText status = dir.read("status").line("Uid");
        status.number();
        return Kuid.of((int) status.number());
    }

    /**
     * All ids, groups and capabilities at this moment.
     *
     * @return a snapshot, owned by the caller
     * @throws ErrnoException ESRCH
     */
    public ARef<Credential> cred() {
        return Credential.of(dir);
    }

    /**
     * The leader of its thread group, whose number is the process id. Only the caller's own leader is sure to stay the
     * leader: an exec by another thread replaces it.
     *
     * @return a reference, owned by the caller
     * @throws ErrnoException ESRCH
     */
    public ARef<Task> groupLeader() {
        if (tgid == pid()) {
            return ARef.from(this);
        }
        ARef<Task> leader = find(tgid);
        if (!dir.isThere()) {
            leader.close();
            throw new ErrnoException(Errno.ESRCH, "group leader of pid=" + pid());
        }
        return leader;
    }

    /**
     * Whether a signal waits for it: for a thread of this JVM that has been {@link CurrentTask}, its interrupt, which is
     * not cleared; for others a signal that is pending and not blocked.
     *
     * @return true if so; false once it is gone
     */
    public boolean signalPending() {
        if (thread != null) {
            return thread.isAlive() && thread.isInterrupted();
        }
        ProcText status = readOrNull("status");
        if (status == null) {
            return false;
        }
        long pending = status.line("SigPnd").hex() | status.line("ShdPnd").hex();
        return (pending & ~status.line("SigBlk").hex()) != 0;
    }

    /**
     * Its pid namespace.
     *
     * @return a reference, owned by the caller, which keeps the namespace; null once the task is released: a
     *     zombie is not yet
     * @throws ErrnoException EACCES, if the caller may not look into that task (ptrace rules)
     */
    public @Nullable ARef<PidNamespace> getPidNs() {
        try {
            return ARef.fromRaw(new PidNamespace(dir.openFile("ns/pid", Linux.O_RDONLY)));
        } catch (ErrnoException e) {
            // ENOENT: it was released between the lookup and the open of the link.
            if (e.errno().equals(Errno.ESRCH) || e.errno().equals(Errno.ENOENT)) {
                return null;
            }
            throw e;
        }
    }

    /**
     * The number of its process as a namespace counts: {@code task_tgid_nr_ns}.
     *
     * @param namespace the namespace; null for the caller's
     * @return the number; 0 if it is not visible there, or is released
     * @throws ErrnoException EACCES, if the caller may not look into that task
     */
    public int tgidNrNs(@Nullable PidNamespace namespace) {
        return numberIn(namespace, "NStgid");
    }

    /**
     * The number of this thread as a namespace counts: {@code task_pid_nr_ns}.
     *
     * @param namespace the namespace; null for the caller's
     * @return the number; 0 if it is not visible there, or is released
     * @throws ErrnoException EACCES, if the caller may not look into that task
     */
    public int pidNrNs(@Nullable PidNamespace namespace) {
        return numberIn(namespace, "NSpid");
    }

    private int numberIn(@Nullable PidNamespace namespace, String key) {
        ProcText status = readOrNull("status");
        if (status == null) {
            return 0;
        }
        // One number a namespace, from that of /proc down to the task's own.
        status.line(key);
        int[] numbers = new int[PidNamespace.MAX_DEPTH];
        int depth = 0;
        while (status.atDigit() && depth < numbers.length) {
            numbers[depth++] = (int) status.number();
        }
        if (namespace == null) {
            return numbers[0];
        }
        try (ARef<PidNamespace> own = getPidNs()) {
            int up = own == null ? -1 : own.get().levelsUpTo(namespace);
            return up < 0 || up >= depth ? 0 : numbers[depth - 1 - up];
        }
    }

    /**
     * Wakes it if it sleeps in {@link CurrentTask#schedule}: {@code wake_up_process}. Does nothing if it runs, and leaves
     * nothing behind that a later {@code LockSupport.park} would find. What was written before is seen by the woken
     * thread.
     *
     * @return whether it was asleep; always false for a task that is no thread of this JVM, which nobody can wake
     */
    public boolean wakeUp() {
        return sleeper != null && sleeper.wakeUp();
    }

    /**
     * Its address space.
     *
     * @return a reference, owned by the caller; null for a kernel thread and once it has ended
     * @throws ErrnoException EACCES, if the caller may not look into that task (ptrace rules)
     */
    public @Nullable ARef<Mm> mm() {
        return Mm.of(dir);
    }

    /**
     * The processors it may run on.
     *
     * @return one bit a processor
     * @throws ErrnoException ESRCH
     */
    public BitSet affinity() {
        return sure("affinity", () -> Scheduling.affinity(pid()));
    }

    /**
     * Sets the processors it may run on.
     *
     * @param processors one bit a processor
     * @throws ErrnoException EINVAL if none of them exists, EPERM, ESRCH
     */
    public void setAffinity(BitSet processors) {
        change("affinity", () -> Scheduling.affinity(pid(), processors));
    }

    /**
     * How it is scheduled.
     *
     * @return policy, nice value and priority
     * @throws ErrnoException ESRCH
     */
    public SchedAttr scheduler() {
        return sure("scheduler", () -> Scheduling.scheduler(pid()));
    }

    /**
     * Sets how it is scheduled.
     *
     * @param attr policy, nice value and priority
     * @throws ErrnoException EINVAL for a priority that the policy has not, EPERM, ESRCH
     */
    public void setScheduler(SchedAttr attr) {
        change("scheduler", () -> Scheduling.scheduler(pid(), attr));
    }

    /**
     * Its nice value.
     *
     * @return -20 (most) to 19 (least)
     * @throws ErrnoException ESRCH
     */
    public int nice() {
        return sure("nice", () -> Scheduling.nice(pid()));
    }

    /**
     * Sets its nice value.
     *
     * @param nice -20 (most) to 19 (least)
     * @throws ErrnoException EINVAL outside that range, EACCES to raise without permission, EPERM, ESRCH
     */
    public void setNice(int nice) {
        change("nice", () -> Scheduling.nice(pid(), nice));
    }

    /**
     * A limit of its process.
     *
     * @param resource which
     * @return soft and hard limit
     * @throws ErrnoException EPERM for another user's, ESRCH
     */
    public Rlimit rlimit(Rlimit.Resource resource) {
        return sure("rlimit", () -> Scheduling.rlimit(pid(), resource));
    }

    /**
     * Sets a limit of its process.
     *
     * @param resource which
     * @param limit soft and hard limit
     * @throws ErrnoException EINVAL if the soft one is above the hard one, EPERM, ESRCH
     */
    public void setRlimit(Rlimit.Resource resource, Rlimit limit) {
        change("rlimit", () -> Scheduling.rlimit(pid(), resource, limit));
    }

    /**
     * Its files in {@code /proc}, for the rooms beside this one.
     *
     * @param name the file, such as {@code attr/current}
     * @param flags {@code O_*}
     * @return the open file, of this task and no other
     * @throws ErrnoException ESRCH if the task is gone, ENOENT if this kernel has no such file, EACCES, EPERM
     */
    public Fd openProc(String name, int flags) {
        return dir.openFile(name, flags);
    }

    /** Asks by number, and then whether it still was the number of this task. */
    private <R> R sure(String call, Supplier<R> question) {
        R answer;
        try {
            answer = question.get();
        } finally {
            dir.checkThere(call + " pid=" + pid());
        }
        return answer;
    }

    /**
     * Changes by number. The check in front leaves a window of some microseconds, which Linux offers no way to close: in
     * it the task would have to end, be waited for, and all other numbers be used up.
     */
    private void change(String call, Runnable change) {
        dir.checkThere(call + " pid=" + pid());
        change.run();
        dir.checkThere(call + " pid=" + pid());
    }

    private @Nullable ProcText readOrNull(String name) {
        try {
            return dir.read(name);
        } catch (ErrnoException e) {
            if (e.errno().equals(Errno.ESRCH)) {
                return null;
            }
            throw e;
        }
    }

    @Override
    public void incRef() {
        count.inc();
    }

    @Override
    public void decRef() {
        if (count.decAndTest()) {
            if (thread == null) {
                TaskStats.FOUND.getAndAdd(-1);
            }
            dir.close();
        }
    }

    /** Whether it is the same task, and not only one with the same number. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Task task && task.pid() == pid() && task.identity == identity;
    }

    @Override
    public int hashCode() {
        return Integer.hashCode(pid()) * 31 + Long.hashCode(identity);
    }

    @Override
    public String toString() {
        return "Task pid=" + pid() + " tgid=" + tgid;
    }
}
