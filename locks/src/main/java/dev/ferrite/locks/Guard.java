package dev.ferrite.locks;

import dev.ferrite.locks.lockdep.Lockdep;
import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.trace.Tracing;

/**
 * Proof that a lock is held, and the way to what it protects: the counterpart of {@code kernel::sync::lock::Guard}.
 *
 * <p>A lock has one guard, handed to whoever holds it, so locking allocates nothing. It belongs to the thread that
 * locked: any use by another thread, or after {@link #close}, is a {@link KernelBug}. Closing unlocks. Do not keep a
 * guard beyond its {@code try} block: once the same thread has locked again, an old variable is the new guard.
 *
 * <p>{@snippet :
 * try (var guard = mutex.lock()) {
 *     guard.get().count++;
 * }
 * }
 *
 * <p>With {@code -Dferrite.trace.guards=true} that exception names the places where the guard was locked and closed.
 *
 * @param <T> what the lock protects
 */
public abstract class Guard<T> implements AutoCloseable {
    /** {@link #owner} of a lock that nobody holds. */
    static final long NOBODY = 0;

    private final Lock<T, ?> lock;
    private final T data;
    final long word;

    /**
     * The owner's thread id. Plain: a thread finds its own id here only if it wrote it and has not cleared it since;
     * whatever else a race shows is somebody else's.
     */
    private long owner;

    /** When it was locked, as {@link System#nanoTime()}; kept by the tracing twin only. */
    private long since;

    Guard(Lock<T, ?> lock, T data, long word) {
        this.lock = lock;
        this.data = data;
        this.word = word;
    }

    /**
     * What the lock protects. Valid until the guard is closed.
     *
     * @return the value
     * @throws KernelBug if the caller does not hold the lock
     */
    public final T get() {
        checkHeld("get");
        return data;
    }

    /**
     * The lock this guard came from: {@code Guard::lock_ref}.
     *
     * @return the lock
     */
    public final Lock<T, ?> lockRef() {
        return lock;
    }

    /**
     * Whether the calling thread holds the lock.
     *
     * @return true between locking and {@link #close} on the thread that locked
     */
    public final boolean isHeld() {
        return owner == Thread.currentThread().threadId();
    }

    /**
     * Unlocks, runs something, and locks again, also when it throws: {@code Guard::do_unlocked}.
     *
     * @param action what to run without the lock
     * @throws KernelBug if the caller does not hold the lock
     */
    public final void doUnlocked(Runnable action) {
        int flavour = Lockdep.flavour(lock.dep);
        close();
        try {
            action.run();
        } finally {
            lock.relock(flavour);
        }
    }

    /**
     * Unlocks.
     *
     * @throws KernelBug if the caller does not hold the lock: closed before, or locked by another thread
     */
    @Override
    public abstract void close();

    /** The calling thread has taken the lock. */
    final void enter() {
        owner = Thread.currentThread().threadId();
        if (LockHold.TRACED) {
            since = System.nanoTime();
        }
        if (Tracing.GUARDS) {
            trace();
        }
    }

    private void trace() {
        Tracing.acquired(this, Tracing.GUARD, lock.getClass().getSimpleName() + " " + lock.name());
    }

    /** The calling thread is about to release the lock. */
    final void leave() {
        checkHeld("close");
        owner = NOBODY;
        if (Lockdep.ON) {
            Lockdep.release(lock.dep, Lockdep.EXCLUSIVE);
        }
        if (LockHold.TRACED) {
            LockHold.report(lock.name(), System.nanoTime() - since);
        }
        if (Tracing.GUARDS) {
            Tracing.released(this);
        }
    }

    /** The owner's thread id, or 0; a guess unless the caller is the owner. */
    final long owner() {
        return owner;
    }

    final void checkHeld(String operation) {
        if (owner != Thread.currentThread().threadId()) {
            throw notHeld(operation);
        }
    }

    private KernelBug notHeld(String operation) {
        if (operation.equals("close")) {
            Lockdep.badUnlock(lock.dep);
        } else if (operation.equals("assertHeld")) {
            Lockdep.notHeld(lock.dep);
        }
        long holder = owner;
        Thread caller = Thread.currentThread();
        KernelBug bug = new KernelBug(operation + " on the guard of " + lock + " by thread " + caller.threadId() + " ("
                + caller.getName() + "), "
                + (holder == NOBODY
                        ? "which does not hold it: the guard is closed"
                        : "but thread " + holder + " holds it"));
        return Tracing.GUARDS ? Tracing.explain(bug, this) : bug;
    }
}
