package dev.ferrite.locks.lockdep;

import dev.ferrite.offheap.alloc.FreeHook;
import dev.ferrite.offheap.alloc.Gfp;
import dev.ferrite.offheap.config.ConfigOption;
import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.diag.Warn;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The lock validator: the counterpart of {@code lockdep}.
 *
 * <p>Start with {@code -Dferrite.lockdep=true}. It learns which classes of locks are held while others are locked, and
 * reports what could end in a deadlock the first time it could, though no thread ever waited: one thread that locks A and
 * B, and B and A an hour later, is enough. Reports go to {@link Warn}, or become a {@link KernelBug} with
 * {@code -Dferrite.lockdep.action=throw}; after a report it goes on.
 *
 * <p>Thread-safe. On, a lock that is taken as it was taken before costs one look into a table and no garbage, a new order
 * microseconds. Off, {@link #ON} is a constant {@code false}, and nothing is left of the hooks.
 */
public final class Lockdep {
    /** Whether the validator is on: read at start, once. */
    public static final boolean ON = ConfigOption.LOCKDEP.isOn();

    /** How a lock is taken: alone. */
    public static final int EXCLUSIVE = 0;

    /** How a lock is taken: with other readers; a waiting writer may bar it. */
    public static final int READ = 1;

    /** How a lock is taken: with other readers, and only a writer that holds the lock bars it. */
    public static final int RECURSIVE_READ = 2;

    static final int MODE = 3;
    static final int TRY = 4;
    static final int NEST = 8;
    static final int FLAG_BITS = 4;

    static final boolean ALL_STACKS = ON && ConfigOption.LOCKDEP_STACKS.value().equals("all");

    static final LockClassKey RCU_KEY = new LockClassKey("rcu_read_lock", false);

    private static final long WATCH_NANOS = 100_000_000;

    private static final ThreadLocal<HeldLocks> HELD = new ThreadLocal<>();

    private Lockdep() {}

    /** What exists only while the validator is on. */
    private static final class Live {
        static final boolean THROWS = ConfigOption.LOCKDEP_ACTION.value().equals("throw");
        static final LockGraph GRAPH = new LockGraph(new ReentrantLock(), new PathSearch(), new Reports(Live::report));
        static final LockdepMap RCU = LockdepMap.of(new RcuRead(), "rcu_read_lock", WaitType.SPIN, 0, RCU_KEY);

        static {
            FreeHook.install(Lockdep::checkNoLocksFreed);
            Gfp.onMaySleep(() -> mightSleep("an allocation with GFP_KERNEL"));
            Thread.ofPlatform().daemon().name("ferrite-lockdep").start(Live::watch);
            Runtime.getRuntime().addShutdownHook(new Thread(GRAPH.threads::scanAtExit, "ferrite-lockdep-exit"));
        }

        private static void report(LockdepReport report) {
            // Who finds an ended thread's locks has done nothing wrong.
            if (THROWS && report.kind() != LockdepReport.Kind.HELD_AT_EXIT) {
                throw new KernelBug(report.text());
            }
            Warn.warn(report.kind().category(), report.text());
        }

        private static void watch() {
            for (; ; ) {
                LockSupport.parkNanos(WATCH_NANOS);
                try {
                    GRAPH.threads.scanEnded();
                } catch (RuntimeException e) {
                    // A sink that throws must not end the watch; the report is kept.
                }
            }
        }
    }

    /** The lock that RCU readers hold, in the reports. */
    private record RcuRead() {}

    private static HeldLocks held() {
        HeldLocks held = HELD.get();
        return held == null ? heldSlow() : held;
    }

    private static HeldLocks heldSlow() {
        HeldLocks made = Live.GRAPH.threads.register(Thread.currentThread());
        HELD.set(made);
        return made;
    }

    /** The calling thread's stack in a graph, for reports about other threads. */
    static HeldLocks held(LockGraph graph) {
        return ON && graph == Live.GRAPH ? held() : new HeldLocks(graph, Thread.currentThread());
    }

    // ---- hooks of locks

    /**
     * The calling thread is about to wait for a lock: {@code lock_acquire}. If it gives up, call {@link #release}.
     *
     * @param map the lock; not null while {@link #ON}
     * @param mode {@link #EXCLUSIVE}, {@link #READ} or {@link #RECURSIVE_READ}
     */
    public static void acquire(@Nullable LockdepMap map, int mode) {
        if (ON && map != null) {
            held().acquire(map, mode);
        }
    }

    /**
     * The calling thread has taken a lock without waiting, or could not have waited for ever.
     *
     * @param map the lock
     * @param mode as for {@link #acquire}
     */
    public static void acquiredTry(@Nullable LockdepMap map, int mode) {
        if (ON && map != null) {
            held().acquire(map, mode | TRY);
        }
    }

    /**
     * As {@link #acquire}, for a lock of a class that is held already, and ordered by other means.
     *
     * @param map the lock
     * @param subclass 0 to 7
     * @param mode as for {@link #acquire}
     */
    public static void acquireNested(@Nullable LockdepMap map, int subclass, int mode) {
        if (ON && map != null) {
            held().acquireSlow(map, subclass, mode);
        }
    }

    /**
     * As {@link #acquire}, for a lock whose order among its class an outer lock ensures.
     *
     * @param map the lock
     * @param outer the outer lock, held
     */
    public static void acquireNest(@Nullable LockdepMap map, @Nullable LockdepMap outer) {
        if (ON && map != null && outer != null) {
            held().acquireNested(map, outer);
        }
    }

    /**
     * The calling thread is about to release a lock: {@code lock_release}.
     *
     * @param map the lock
     * @param mode how it was taken
     */
    public static void release(@Nullable LockdepMap map, int mode) {
        if (ON && map != null) {
            held().release(map, mode);
        }
    }

    /**
     * How the calling thread holds a lock, for {@link #reacquire} after it was released for a while.
     *
     * @param map the lock
     * @return a number; 0 if it is held in the usual way, or lockdep is off
     */
    public static int flavour(@Nullable LockdepMap map) {
        return ON && map != null ? held().flavour(map) : 0;
    }

    /**
     * As {@link #acquire}, in the way the lock was held before.
     *
     * @param map the lock
     * @param flavour what {@link #flavour} returned
     */
    public static void reacquire(@Nullable LockdepMap map, int flavour) {
        if (ON && map != null) {
            held().reacquire(map, flavour);
        }
    }

    /**
     * The calling thread unlocks a lock that it does not hold: reports.
     *
     * @param map the lock
     */
    public static void badUnlock(@Nullable LockdepMap map) {
        if (ON && map != null) {
            Live.GRAPH.reports.badUnlock(held(), map);
        }
    }

    /**
     * The calling thread should hold a lock and does not: reports.
     *
     * @param map the lock
     */
    public static void notHeld(@Nullable LockdepMap map) {
        if (ON && map != null) {
            Live.GRAPH.reports.notHeld(held(), map);
        }
    }

    static void acquireReentrant(LockdepMap map, int flags) {
        held().acquireReentrant(map, flags);
    }

    /** A wait on a condition of a watched lock begins: returns what {@link #restore} wants. */
    static int sleepWithout(LockdepMap map) {
        HeldLocks held = held();
        int holds = held.releaseAll(map);
        mightSleep(held, "Condition.await");
        return holds;
    }

    /** That wait is over. */
    static void restore(LockdepMap map, int holds) {
        if (holds > 0) {
            held().reacquireAll(map, holds);
        }
    }

    // ---- locks of others

    /**
     * A lock of somebody else's, validated: use the result wherever the lock was used. A reentrant lock may be locked
     * again by its holder, as ever; a lock is taken for reentrant, except one of {@link
     * java.util.concurrent.locks.StampedLock}.
     *
     * @param lock a lock that waits by parking
     * @param name what reports call it; with the calling place, its class
     * @return the watched lock; {@code lock} itself while off, or if it is one of ours
     */
    public static Lock watch(Lock lock, String name) {
        if (!ON || lock instanceof Validated) {
            return lock;
        }
        LockdepMap map = LockdepMap.of(lock, name, WaitType.SLEEP, 0, null);
        return new WatchedLock(lock, map, EXCLUSIVE, isReentrant(lock));
    }

    /**
     * A read-write lock of somebody else's, validated.
     *
     * @param lock a lock that waits by parking
     * @param name what reports call it; with the calling place, its class
     * @return the watched lock; {@code lock} itself while off, or if it is one of ours
     */
    public static ReadWriteLock watch(ReadWriteLock lock, String name) {
        if (!ON || lock instanceof Validated) {
            return lock;
        }
        LockdepMap map = LockdepMap.of(lock, name, WaitType.SLEEP, 0, null);
        return new WatchedReadWriteLock(lock, map, isReentrant(lock));
    }

    private static boolean isReentrant(Object lock) {
        return !lock.getClass().getName().startsWith("java.util.concurrent.locks.StampedLock");
    }

    // ---- context

    /**
     * The calling thread may sleep here: {@code might_sleep()}. Reports if it is in atomic context, which is inside a
     * {@link WaitType#SPIN} lock or an RCU read section.
     *
     * @param what the operation, such as {@code Completion.wait}; a constant
     */
    public static void mightSleep(String what) {
        if (ON) {
            mightSleep(held(), what);
        }
    }

    private static void mightSleep(HeldLocks held, String what) {
        Chain top = held.top();
        if (top.atomic && !held.reporting) {
            Live.GRAPH.reports.sleepInAtomic(held, what);
        }
        if (!top.slept && top.depth > 0 && !held.reporting) {
            Live.GRAPH.slept(held, top, held.map(held.depth - 1));
        }
    }

    /**
     * As {@link #mightSleep}, by an operation that releases a lock while it sleeps.
     *
     * @param released that lock, held
     * @param what the operation
     */
    public static void mightSleepWithout(@Nullable LockdepMap released, String what) {
        if (ON && released != null) {
            HeldLocks held = held();
            int flavour = held.flavour(released);
            if (flavour >= 0) {
                held.release(released, EXCLUSIVE);
            }
            try {
                mightSleep(held, what);
            } finally {
                if (flavour >= 0) {
                    held.reacquire(released, flavour);
                }
            }
        }
    }

    /** The calling thread has entered an RCU read section; sections nest. Takes no lock, makes no garbage. */
    public static void rcuReadEnter() {
        if (ON) {
            HeldLocks held = held();
            if (held.rcuDepth++ == 0) {
                held.acquire(Live.RCU, RECURSIVE_READ | TRY);
            }
        }
    }

    /** The calling thread is about to leave an RCU read section. */
    public static void rcuReadExit() {
        if (ON) {
            HeldLocks held = held();
            if (--held.rcuDepth == 0) {
                held.release(Live.RCU, RECURSIVE_READ);
            }
        }
    }

    /**
     * The calling thread is about to wait for a grace period: reports if it is inside a read section, must not sleep, or
     * holds a lock that some reader waits for.
     */
    public static void rcuSynchronize() {
        if (ON) {
            HeldLocks held = held();
            if (held.rcuDepth == 0) {
                mightSleep(held, "Rcu.synchronize");
            }
            held.acquire(Live.RCU, EXCLUSIVE);
            held.release(Live.RCU, EXCLUSIVE);
        }
    }

    /**
     * Memory is about to be freed, unmapped or used for something else: reports if a held lock lies in it,
     * {@code debug_check_no_locks_freed}. Sees the locks of all threads.
     *
     * @param address where it begins
     * @param bytes how long it is
     */
    public static void checkNoLocksFreed(long address, long bytes) {
        if (ON) {
            Live.GRAPH.threads.checkNotFreed(held(), address, bytes);
        }
    }

    /**
     * Looks for threads that have ended with locks held, now; otherwise a daemon thread looks every 100 ms, and once more
     * at the end of the process.
     */
    public static void checkEndedThreads() {
        if (ON) {
            Live.GRAPH.threads.scanEnded();
        }
    }

    // ---- what it knows

    /**
     * All reports since start, the first thousand.
     *
     * @return the reports, in order; empty while off
     */
    public static List<LockdepReport> reports() {
        return ON ? Live.GRAPH.reports.all() : List.of();
    }

    /**
     * What it has learned: for {@link LockdepText} and {@link LockdepPicture}.
     *
     * @return a snapshot; empty while off
     */
    public static GraphSnapshot snapshot() {
        return ON ? Live.GRAPH.snapshot() : new GraphSnapshot(List.of(), List.of(), List.of(), 0);
    }

    /**
     * How many locks the calling thread holds.
     *
     * @return the depth of its stack; 0 while off
     */
    public static int depth() {
        return ON ? held().depth : 0;
    }

    /**
     * What the calling thread holds: {@code debug_show_held_locks}.
     *
     * @return text, a line a lock, the outermost first, after a line that says how many; empty while off
     */
    public static String ownHeld() {
        return ON ? ReportWriter.ownHeld(held()) : "";
    }

    /**
     * What all threads hold, as it looks from the calling one: {@code debug_show_all_locks}.
     *
     * @return text, a line a lock; empty while off
     */
    public static String allHeld() {
        return ON ? Live.GRAPH.threads.dump() : "";
    }

    static void unregister(LockClassKey key) {
        Live.GRAPH.unregister(key);
    }

    static String name(Thread thread) {
        return (thread.getName().isEmpty() ? "virtual" : thread.getName()) + " (" + thread.threadId() + ")";
    }
}
