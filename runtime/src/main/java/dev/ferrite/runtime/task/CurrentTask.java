package dev.ferrite.runtime.task;

import dev.ferrite.locks.ref.ARef;
import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.TaskCalls;
import dev.ferrite.runtime.cred.Credential;
import dev.ferrite.runtime.cred.Kuid;
import dev.ferrite.runtime.mm.Mm;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/**
 * The calling thread: the counterpart of {@code kernel::task::CurrentTask}.
 *
 * <p>Borrowed: it is the thread's own, is not counted, and refuses every other thread with a {@link KernelBug}; what
 * another thread may have is a reference, {@link #task}. A virtual thread is no task: it runs on one carrier now and on
 * another one later, so {@link #current} refuses it, too.
 *
 * <p>{@link #current} is a thread-local read, some nanoseconds; {@link #pid} and {@link #tgid} are fields. The first
 * call of a thread asks the kernel, about 100 us, and leaves some hundred bytes until the thread ends. No descriptor is
 * held.
 */
public final class CurrentTask {
    private static final int COMM_BYTES = 15;
    private static final ThreadLocal<CurrentTask> CURRENT = ThreadLocal.withInitial(CurrentTask::new);

    private final Task task = JavaTasks.register();
    private final Thread owner = Thread.currentThread();

    private CurrentTask() {}

    /**
     * The calling thread: {@code current!()}.
     *
     * @return its handle, the same one each time
     * @throws KernelBug if it is a virtual thread
     */
    public static CurrentTask current() {
        if (Thread.currentThread().isVirtual()) {
            throw new KernelBug("a virtual thread is no task, its carrier is: thread=" + Thread.currentThread());
        }
        return CURRENT.get();
    }

    /**
     * A reference that other threads may use.
     *
     * @return the task, owned by the caller; it stays valid after the thread has ended
     */
    public ARef<Task> task() {
        return ARef.from(mine());
    }

    /**
     * The number of this thread: {@code gettid}. A field.
     *
     * @return the number, in the JVM's pid namespace
     */
    public int pid() {
        return mine().pid();
    }

    /**
     * The number of this process: {@code getpid}. A field.
     *
     * @return the number, in the JVM's pid namespace
     */
    public int tgid() {
        return mine().tgid();
    }

    /**
     * The real user. One system call, for it can change.
     *
     * @return the user
     */
    public Kuid uid() {
        mine();
        return Kuid.currentUid();
    }

    /**
     * The effective user. One system call, for it can change.
     *
     * @return the user
     */
    public Kuid euid() {
        mine();
        return Kuid.currentEuid();
    }

    /**
     * All ids, groups and capabilities at this moment, securebits included.
     *
     * @return a snapshot, owned by the caller
     */
    public ARef<Credential> cred() {
        mine();
        return Credential.current();
    }

    /**
     * The leader of this thread's group: the process. It is this process's for ever.
     *
     * @return a reference, owned by the caller
     */
    public ARef<Task> groupLeader() {
        return mine().groupLeader();
    }

    /**
     * The pid namespace this process lives in. A field after the first call of the JVM.
     *
     * @return the namespace, borrowed: it is never released
     */
    public PidNamespace activePidNs() {
        mine();
        return PidNamespace.ofThisProcess();
    }

    /**
     * This process's address space. A field after the first call of the JVM.
     *
     * @return the address space, borrowed: it is never released
     */
    public Mm mm() {
        mine();
        return Mm.ofThisProcess();
    }

    /**
     * Whether this thread is interrupted; the interrupt is not cleared. A field.
     *
     * @return true if so
     */
    public boolean signalPending() {
        mine();
        return owner.isInterrupted();
    }

    /**
     * The name of this thread, as {@code ps} shows it.
     *
     * @return the name, at most 15 bytes
     */
    public String comm() {
        return mine().comm();
    }

    /**
     * Names this thread for {@code ps} and {@code /proc}; its Java name stays. Linux keeps 15 bytes; a name that is
     * longer is cut, between characters.
     *
     * @param name the name
     * @throws ErrnoException EINVAL if it has a NUL
     */
    public void setComm(String name) {
        mine();
        if (name.indexOf('\0') >= 0) {
            throw new ErrnoException(Errno.EINVAL, "a NUL in a name of " + name.length() + " characters");
        }
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        int length = Math.min(bytes.length, COMM_BYTES);
        while (length < bytes.length && length > 0 && (bytes[length] & 0xC0) == 0x80) {
            length--;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment text = arena.allocate(COMM_BYTES + 1);
            MemorySegment.copy(bytes, 0, text, ValueLayout.JAVA_BYTE, 0, length);
            Errno.check(TaskCalls.prctl(TaskCalls.PR_SET_NAME, text.address()), "prctl PR_SET_NAME " + name);
        }
    }

    /**
     * Says that this thread is about to sleep, before it looks at what it waits for: {@code set_current_state}. A
     * {@link Task#wakeUp} from here on is not lost. A full barrier.
     *
     * @param state {@link Task#TASK_INTERRUPTIBLE}, {@link Task#TASK_UNINTERRUPTIBLE}, or {@link Task#TASK_RUNNING} if it
     *     will not sleep after all; {@link Task#TASK_FREEZABLE} may be added
     * @throws KernelBug for another state
     */
    public void setState(int state) {
        int plain = state & ~Task.TASK_FREEZABLE;
        Sleeper.checkState(plain);
        sleeper().set(plain);
    }

    /**
     * Sleeps until woken, as {@link #setState} has said: by {@link Task#wakeUp}, and in TASK_INTERRUPTIBLE by an
     * interrupt, which stays set. Returns at once if woken already; only yields if no state was set. Runs afterwards.
     */
    public void schedule() {
        sleeper().schedule(Task.MAX_SCHEDULE_TIMEOUT);
    }

    /**
     * {@link #schedule}, for a time at most.
     *
     * @param nanos how long; {@link Task#MAX_SCHEDULE_TIMEOUT} for ever
     * @return what is left of the time; 0 if it is over
     * @throws KernelBug if the time is negative
     */
    public long scheduleTimeout(long nanos) {
        if (nanos < 0) {
            throw new KernelBug("schedule_timeout: wrong timeout value: nanos=" + nanos);
        }
        if (nanos == Task.MAX_SCHEDULE_TIMEOUT) {
            schedule();
            return nanos;
        }
        long start = System.nanoTime();
        sleeper().schedule(nanos);
        return Math.max(0, nanos - (System.nanoTime() - start));
    }

    private Sleeper sleeper() {
        Sleeper own = mine().sleeper;
        if (own == null) {
            throw new KernelBug("the task of a thread has no sleeper: " + task);
        }
        return own;
    }

    @SuppressWarnings("ReferenceEquality") // threads have identity only
    private Task mine() {
        if (Thread.currentThread() != owner) {
            throw new KernelBug("CurrentTask of another thread: owner=" + owner + " caller=" + Thread.currentThread());
        }
        return task;
    }

    @Override
    public String toString() {
        return "CurrentTask pid=" + task.pid() + " tgid=" + task.tgid();
    }
}
