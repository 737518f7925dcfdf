package dev.ferrite.drm.resv;

import dev.ferrite.locks.SpinLock;
import dev.ferrite.locks.lockdep.Lockdep;
import dev.ferrite.locks.lockdep.LockdepMap;
import dev.ferrite.locks.lockdep.WaitType;
import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.errno.Errno;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A sleeping lock of which several may be taken in any order: the counterpart of {@code struct ww_mutex}.
 *
 * <p>Whoever gets EDEADLK gives back all it holds of the class, takes the lock it was refused with {@link #lockSlow}, and
 * begins anew with the same context:
 *
 * <p>{@snippet :
 * try (WwAcquireCtx ctx = new WwAcquireCtx(FAMILY)) {
 *     a.lock(ctx);                              // never EDEADLK with nothing held
 *     if (b.lock(ctx) == -EDEADLK) {
 *         a.unlock();
 *         b.lockSlow(ctx);
 *         ...                                   // a again, which may be refused, too
 *     }
 * }
 * }
 *
 * <p>Taking it free costs one CAS, giving it back with nobody waiting one store and one load.
 */
@SuppressWarnings("ReferenceEquality") // contexts, threads and waiters are who they are
public final class WwMutex {
    /*
     * Algorithm note.
     *
     * owner: null, the context that holds it, or the thread that holds it without one. waiters: how many are in the queue.
     *
     *   lock:    waiters == 0 and CAS(owner null -> me)        unlock:  owner = null (volatile)
     *   queue:   waiters++ (volatile)                                   waiters != 0: wake the first
     *            loop: first in the queue and CAS(owner), else look at the owner, sleep
     *   after a lock was taken: waiters != 0: wake all others
     *
     * No lost wake-up: a waiter raises waiters, then reads owner; unlock writes owner, then reads waiters; all volatile. Either
     * the waiter finds it free, or unlock finds the waiter, and permits of park are not lost.
     *
     * Order: those with a context stand by age, the oldest first, those without behind them as they come. Only the first takes
     * a lock that has a queue, so nobody overtakes for ever.
     *
     * Why there is no deadlock. A sleeper with locks held waits for the owner it looked at last. Wait-die: it is older than
     * that owner, or it would have left. Wound-wait: it is younger, or it has wounded the owner, which leaves its next sleep.
     * Owners change while one sleeps: therefore who takes a lock wakes everybody in its queue, and they look again. Those who
     * come into the queue just then raised waiters before they looked: either they see the new owner, or the new owner sees
     * them. So every wait goes from older to younger (or the other way round), and there is no cycle.
     *
     * A wound may come late, when its owner has given the lock back: then it backs off for nothing, to the advantage of an
     * older one.
     *
     * Queues are guarded by one of a few spin locks of the process; a lock of its own for each queue would be most of what a
     * buffer's reservation costs. They are held for a few loads, and no other lock is taken inside.
     */
    private static final int EDEADLK = Errno.EDEADLK.negated();
    private static final int STRIPES = 32;

    private static final VarHandle OWNER;
    private static final VarHandle WAITERS;
    private static final List<SpinLock<String>> QUEUES = new ArrayList<>();

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            OWNER = lookup.findVarHandle(WwMutex.class, "owner", Object.class);
            WAITERS = lookup.findVarHandle(WwMutex.class, "waiters", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
        for (int i = 0; i < STRIPES; i++) {
            QUEUES.add(SpinLock.of("queues", "ww_mutex_queues"));
        }
    }

    /** A thread in the queue. */
    private static final class Waiter {
        final Thread thread = Thread.currentThread();
        final @Nullable WwAcquireCtx context;

        Waiter(@Nullable WwAcquireCtx context) {
            this.context = context;
        }
    }

    private final WwClass family;
    private final @Nullable LockdepMap dep;
    private final List<Waiter> queue = new ArrayList<>(0);

    private volatile @Nullable Object owner;
    private volatile int waiters;

    /**
     * A free lock.
     *
     * @param family its class
     */
    public WwMutex(WwClass family) {
        this.family = family;
        this.dep =
                Lockdep.ON ? LockdepMap.of(this, family.name() + "_mutex", WaitType.SLEEP, 0, family.mutexes()) : null;
    }

    /**
     * Takes it: {@code ww_mutex_lock}. Sleeps.
     *
     * @param context of the same class and of this thread; null for a lock taken alone
     * @return 0, {@code -EDEADLK} if the caller must give back what it holds, {@code -EALREADY} if the context has it
     * @throws KernelBug if the thread holds it without a context, and would wait for itself
     */
    public int lock(@Nullable WwAcquireCtx context) {
        return lock(context, false);
    }

    /**
     * The same, unless the thread is interrupted: {@code ww_mutex_lock_interruptible}.
     *
     * @param context of the same class and of this thread, or null
     * @return 0, {@code -EDEADLK}, {@code -EALREADY}, or {@code -EINTR}; the thread stays interrupted
     */
    public int lockInterruptible(@Nullable WwAcquireCtx context) {
        return lock(context, true);
    }

    /**
     * Takes the lock that was refused, first of all: {@code ww_mutex_lock_slow}. Sleeps as long as it takes.
     *
     * @param context with nothing held
     * @throws KernelBug if something is held
     */
    public void lockSlow(WwAcquireCtx context) {
        if (context.acquired() != 0) {
            throw new KernelBug(this + ": lockSlow with locks held: acquired=" + context.acquired());
        }
        lock(context, false);
    }

    /**
     * Takes it if it is free: {@code ww_mutex_trylock}.
     *
     * @param context of the same class and of this thread, or null
     * @return whether it is taken now
     */
    public boolean tryLock(@Nullable WwAcquireCtx context) {
        check(context);
        if (waiters != 0 || !take(context)) {
            return false;
        }
        Lockdep.acquiredTry(dep, Lockdep.EXCLUSIVE);
        return true;
    }

    private int lock(@Nullable WwAcquireCtx context, boolean interruptible) {
        check(context);
        Object now = owner;
        if (now != null && now == context) {
            return Errno.EALREADY.negated();
        }
        if (now == Thread.currentThread() || (context == null && isHeld())) {
            throw new KernelBug(this + " is held by this thread already: " + Thread.currentThread());
        }
        Lockdep.mightSleep("WwMutex.lock");
        if (context == null) {
            Lockdep.acquire(dep, Lockdep.EXCLUSIVE);
        } else {
            context.begin();
            Lockdep.acquireNest(dep, context.dep());
        }
        if (waiters == 0 && take(context)) {
            return 0;
        }
        int result = waitSlow(context, interruptible);
        if (result < 0) {
            Lockdep.release(dep, Lockdep.EXCLUSIVE);
        }
        return result;
    }

    private void check(@Nullable WwAcquireCtx context) {
        if (context != null
                && (context.family() != family || context.thread() != Thread.currentThread() || context.isClosed())) {
            throw new KernelBug(this + ": context of class " + context.family().name() + " and thread "
                    + context.thread() + (context.isClosed() ? ", closed" : ""));
        }
    }

    private boolean take(@Nullable WwAcquireCtx context) {
        Object me = context == null ? Thread.currentThread() : context;
        if (!OWNER.compareAndSet(this, null, me)) {
            return false;
        }
        if (context != null) {
            context.took();
        }
        if (waiters != 0) {
            wakeOthers();
        }
        return true;
    }

    private int waitSlow(@Nullable WwAcquireCtx context, boolean interruptible) {
        Waiter waiter = new Waiter(context);
        enqueue(waiter);
        boolean interrupted = false;
        if (context != null) {
            context.waiting(true);
        }
        try {
            for (; ; ) {
                if (isFirst(waiter) && take(context)) {
                    return 0;
                }
                if (context != null && mustBackOff(context)) {
                    return EDEADLK;
                }
                if (Thread.currentThread().isInterrupted()) {
                    if (interruptible) {
                        return Errno.EINTR.negated();
                    }
                    interrupted |= Thread.interrupted(); // with the flag set, parking would not sleep
                }
                LockSupport.park(this);
            }
        } finally {
            if (context != null) {
                context.waiting(false);
            }
            dequeue(waiter);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Looks at the owner: whether to back off from it, or to make it back off. */
    private boolean mustBackOff(WwAcquireCtx context) {
        WwAcquireCtx other = owner instanceof WwAcquireCtx held ? held : null;
        if (!family.isWoundWait()) {
            return context.acquired() > 0 && other != null && other.isOlderThan(context);
        }
        if (other != null && context.isOlderThan(other)) {
            other.wound();
        }
        return context.acquired() > 0 && context.isWounded();
    }

    private SpinLock<String> queueLock() {
        return QUEUES.get(System.identityHashCode(this) % STRIPES);
    }

    private void enqueue(Waiter waiter) {
        try (var guard = queueLock().lock()) {
            guard.get();
            int at = queue.size();
            if (waiter.context != null) {
                at = 0;
                while (at < queue.size() && isBefore(queue.get(at), waiter.context)) {
                    at++;
                }
            }
            queue.add(at, waiter);
            WAITERS.getAndAdd(this, 1);
        }
    }

    private static boolean isBefore(Waiter waiter, WwAcquireCtx context) {
        return waiter.context != null && waiter.context.isOlderThan(context);
    }

    private void dequeue(Waiter waiter) {
        try (var guard = queueLock().lock()) {
            guard.get();
            queue.remove(waiter);
            WAITERS.getAndAdd(this, -1);
        }
        if (waiters != 0 && owner == null) {
            wakeFirst(); // it was told to us that it is free
        }
    }

    private boolean isFirst(Waiter waiter) {
        try (var guard = queueLock().lock()) {
            guard.get();
            return queue.getFirst() == waiter;
        }
    }

    private void wakeFirst() {
        try (var guard = queueLock().lock()) {
            guard.get();
            if (!queue.isEmpty()) {
                LockSupport.unpark(queue.getFirst().thread);
            }
        }
    }

    private void wakeOthers() {
        try (var guard = queueLock().lock()) {
            guard.get();
            for (Waiter waiter : queue) {
                if (waiter.context != null && waiter.thread != Thread.currentThread()) {
                    LockSupport.unpark(waiter.thread);
                }
            }
        }
    }

    /**
     * Gives it back: {@code ww_mutex_unlock}.
     *
     * @throws KernelBug if the thread does not hold it
     */
    public void unlock() {
        if (!isHeld()) {
            throw new KernelBug(this + " is not held by " + Thread.currentThread() + " but by " + owner);
        }
        if (owner instanceof WwAcquireCtx context) {
            context.released();
        }
        Lockdep.release(dep, Lockdep.EXCLUSIVE);
        owner = null;
        if (waiters != 0) {
            wakeFirst();
        }
    }

    /**
     * Whether the calling thread holds it.
     *
     * @return true if it does, with a context or without
     */
    public boolean isHeld() {
        Object now = owner;
        return now == Thread.currentThread()
                || (now instanceof WwAcquireCtx context && context.thread() == Thread.currentThread());
    }

    /**
     * Whether anybody holds it.
     *
     * @return stale at once
     */
    public boolean isLocked() {
        return owner != null;
    }

    @Override
    public String toString() {
        return "ww_mutex of " + family.name();
    }
}
