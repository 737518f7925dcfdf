package dev.ferrite.locks;

import dev.ferrite.locks.lockdep.LockClassKey;
import dev.ferrite.locks.lockdep.Lockdep;
import dev.ferrite.locks.lockdep.LockdepMap;
import dev.ferrite.locks.lockdep.WaitType;
import dev.ferrite.locks.park.ParkingLot;
import dev.ferrite.locks.park.Transfer;
import dev.ferrite.locks.park.Waiter;
import dev.ferrite.offheap.HeapWords;
import dev.ferrite.offheap.alloc.KmemCache;
import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.diag.Warn;
import java.lang.ref.Cleaner;
import org.jspecify.annotations.Nullable;

/**
 * A value and the lock that protects it: the counterpart of {@code kernel::sync::lock::Lock<T, B>}.
 *
 * <p>The value is reached through the {@link Guard} only. Locking is not reentrant: a thread that locks what it holds
 * gets a {@link KernelBug} instead of a deadlock. Locking is an acquire, unlocking a release; the critical sections of
 * one lock are totally ordered. Waiting ignores interrupts and keeps them.
 *
 * <p>The lock word is off-heap: in a cache line of its own, given back when the lock is collected, or anywhere in your
 * memory with {@code fromRaw}.
 *
 * @param <T> what it protects
 * @param <B> how it locks
 */
public abstract class Lock<T, B extends Backend> {
    /** Bytes of a lock's own word; the rest of the cache line belongs to the cache. */
    static final int OWN_WORD_BYTES = 56;

    /** The category of a lock that is collected while it is held: {@code held lock freed}. */
    static final String FREED_HELD = "held-lock-freed";

    private static final KmemCache WORDS = KmemCache.create("lock", OWN_WORD_BYTES, 64);
    private static final Cleaner CLEANER = Cleaner.create();

    final long word;
    private final B backend;
    private final String name;

    /** What the lock validator knows; null while it is off. */
    final @Nullable LockdepMap dep;

    Lock(B backend, String name, @Nullable LockClassKey key) {
        this(backend, WORDS.alloc(), name, key);
        backend.init(word);
        long own = word;
        CLEANER.register(this, () -> free(backend, own, name));
    }

    private static void free(Backend backend, long word, String name) {
        // The checker that runs on the twin leaves held behind what it gives up.
        if (!HeapWords.enabled() && backend.isLocked(word)) {
            Warn.warn(FREED_HELD, "lock " + name + " is garbage, and held: whoever locked it can unlock it no more");
        }
        WORDS.free(word);
    }

    Lock(B backend, long word, String name, @Nullable LockClassKey key) {
        if ((word & 7) != 0 || word <= 0) {
            throw new IllegalArgumentException("lock word must be aligned to 8: word=0x" + Long.toHexString(word));
        }
        this.backend = backend;
        this.word = word;
        this.name = name;
        this.dep = Lockdep.ON ? LockdepMap.of(this, name, backend.waitType(), word, key) : null;
    }

    /**
     * A lock's word, unchanged: positive and a multiple of 8, as the constructor has checked. Now the compiler knows, too, and
     * leaves the same two checks out of every access: a quarter of what an uncontended pair costs beside its atomic.
     */
    static long sound(long word) {
        return word & (Long.MAX_VALUE & -8L);
    }

    /**
     * A lock over a backend of your own.
     *
     * @param backend how it locks
     * @param data what it protects
     * @param name what messages and dumps call it
     * @param <T> what it protects
     * @param <B> how it locks
     * @return the lock, free
     */
    public static <T, B extends Backend> Lock<T, B> of(B backend, T data, String name) {
        return make(backend, data, name, null);
    }

    /**
     * As {@link #of(Backend, Object, String)}, of a class of locks that the lock validator shall know.
     *
     * @param backend how it locks
     * @param data what it protects
     * @param name what messages and dumps call it
     * @param key its class: locks with the same key obey one order; without one, the class is the place that makes the
     *     lock, and its name
     * @param <T> what it protects
     * @param <B> how it locks
     * @return the lock, free
     */
    public static <T, B extends Backend> Lock<T, B> of(B backend, T data, String name, LockClassKey key) {
        return make(backend, data, name, key);
    }

    private static <T, B extends Backend> Lock<T, B> make(B backend, T data, String name, @Nullable LockClassKey key) {
        if (backend.wordBytes() > OWN_WORD_BYTES) {
            throw new IllegalArgumentException("lock word of " + name + " is too long: wordBytes=" + backend.wordBytes()
                    + " max=" + OWN_WORD_BYTES);
        }
        return new BackendLock<>(backend, data, name, key);
    }

    /**
     * Takes the lock; waits as long as it takes, and cannot be interrupted.
     *
     * @return the guard; close it to unlock
     * @throws KernelBug if the calling thread holds it already
     */
    public abstract Guard<T> lock();

    /**
     * As {@link #lock}, where a lock of the same class is held already, and the order between them is sure:
     * {@code mutex_lock_nested}. Says so to the lock validator, nothing else.
     *
     * @param subclass 1 to 7, by its place in that order; 0 is what {@code lock} says
     * @return the guard
     */
    public final Guard<T> lockNested(int subclass) {
        if (subclass < 0 || subclass >= LockdepMap.SUBCLASSES) {
            throw new IllegalArgumentException(
                    "subclass must be 0.." + (LockdepMap.SUBCLASSES - 1) + ": subclass=" + subclass);
        }
        Lockdep.acquireNested(dep, subclass, Lockdep.EXCLUSIVE);
        return takeOrForget();
    }

    /**
     * As {@link #lock}, where locks of the same class are held already, and an outer lock keeps others from doing the
     * same: {@code mutex_lock_nest_lock}. Says so to the lock validator, nothing else.
     *
     * @param outer the outer lock, held by the caller
     * @return the guard
     */
    public final Guard<T> lockNest(Lock<?, ?> outer) {
        Lockdep.acquireNest(dep, outer.dep);
        return takeOrForget();
    }

    /**
     * Puts the lock into a class of the lock validator's: {@code lockdep_set_class}. Nobody may hold it.
     *
     * @param key the key of that class
     */
    public final void setClass(LockClassKey key) {
        if (dep != null) {
            dep.setClass(key);
        }
    }

    /** {@link #lock} once the validator knows. */
    abstract Guard<T> take();

    /** {@link #tryLock} before the validator knows. */
    abstract @Nullable Guard<T> tryTake();

    /** {@link #lock} while the validator is on. */
    final Guard<T> lockValidated() {
        Lockdep.acquire(dep, Lockdep.EXCLUSIVE);
        return takeOrForget();
    }

    private Guard<T> takeOrForget() {
        try {
            return take();
        } catch (RuntimeException | Error e) {
            Lockdep.release(dep, Lockdep.EXCLUSIVE);
            throw e;
        }
    }

    /** Locks in the way it was locked before: {@link Lockdep#flavour}. */
    final void relock(int flavour) {
        Lockdep.reacquire(dep, flavour);
        takeOrForget();
    }

    /** Locks again after a wait in the queue of a condition, which may have ended in the queue of this lock. */
    final void relock(int flavour, Waiter waiter, int result) {
        if (!waiter.moved()) {
            relock(flavour);
            return;
        }
        try {
            Lockdep.reacquire(dep, flavour);
        } finally {
            // Even if that throws: the lock may be this thread's already, and others count on it to take it.
            takeMoved((result & ParkingLot.HANDED_OVER) != 0);
        }
    }

    /** Where notified waiters may go: the queue of this lock; null if it has none. */
    @Nullable
    Transfer transfer() {
        return null;
    }

    /** {@link #take} by a thread that was woken out of this lock's queue, to which it was moved. */
    void takeMoved(boolean handedOver) {
        throw new IllegalStateException("no queue to move to: " + this);
    }

    /**
     * Takes the lock if it is free; never waits.
     *
     * @return the guard, or null if somebody holds the lock
     */
    public final @Nullable Guard<T> tryLock() {
        Guard<T> taken = tryTake();
        if (Lockdep.ON && taken != null) {
            Lockdep.acquiredTry(dep, Lockdep.EXCLUSIVE);
        }
        return taken;
    }

    /**
     * Takes the lock; waits until it is there, for an interrupt, or for a time.
     *
     * @param interruptible whether an interrupt ends the wait; the flag stays set
     * @param deadline when to give up, as {@link System#nanoTime()}, or {@link ParkingLot#NO_DEADLINE}
     * @return the guard, or null if the wait ended without the lock
     */
    final @Nullable Guard<T> lockUntil(boolean interruptible, long deadline) {
        return Lockdep.ON ? lockUntilValidated(interruptible, deadline) : takeUntil(interruptible, deadline);
    }

    /** Who gives up after a time does not wait for ever: to the validator that is a {@link #tryLock}. */
    private @Nullable Guard<T> lockUntilValidated(boolean interruptible, long deadline) {
        if (deadline != ParkingLot.NO_DEADLINE) {
            if (backend.waitType() == WaitType.SLEEP) {
                Lockdep.mightSleep("locking with a deadline");
            }
            Guard<T> taken = takeUntil(interruptible, deadline);
            if (taken != null) {
                Lockdep.acquiredTry(dep, Lockdep.EXCLUSIVE);
            }
            return taken;
        }
        Lockdep.acquire(dep, Lockdep.EXCLUSIVE);
        Guard<T> taken = null;
        try {
            taken = takeUntil(interruptible, deadline);
        } finally {
            if (taken == null) {
                Lockdep.release(dep, Lockdep.EXCLUSIVE);
            }
        }
        return taken;
    }

    /** {@link #lockUntil} once the validator knows. */
    @Nullable
    Guard<T> takeUntil(boolean interruptible, long deadline) {
        Guard<T> guard = tryTake();
        if (guard == null) {
            LockContention event = LockContention.started();
            guard = takeUntilSlow(interruptible, deadline);
            event.ended(name, getClass().getSimpleName(), guard != null);
        }
        return guard;
    }

    private @Nullable Guard<T> takeUntilSlow(boolean interruptible, long deadline) {
        for (; ; ) {
            Guard<T> taken = tryTake();
            if (taken != null) {
                return taken;
            }
            checkNotHeld();
            if (interruptible && Thread.currentThread().isInterrupted()) {
                return null;
            }
            if (deadline != ParkingLot.NO_DEADLINE && deadline - System.nanoTime() <= 0) {
                return null;
            }
            Thread.yield();
        }
    }

    /**
     * This lock behind the interface of {@code java.util.concurrent}, conditions included: the same lock, so both ways of
     * locking exclude each other. Not reentrant: locking what the thread holds is a {@link KernelBug};
     * {@link #asReentrantJucLock} counts instead.
     *
     * @return a view, one object
     */
    public final java.util.concurrent.locks.Lock asJucLock() {
        return new JucLockView(this);
    }

    /**
     * This lock behind the interface of {@code java.util.concurrent}, reentrant: a thread may lock again through the same
     * view, and unlocks as often. Use one view for all its users: the count belongs to it.
     *
     * @return a new view
     */
    public final java.util.concurrent.locks.Lock asReentrantJucLock() {
        return new JucReentrantLock(this);
    }

    /** The one guard of this lock. */
    abstract Guard<T> guard();

    /**
     * Whether some thread holds the lock now; stale at once unless it is the caller.
     *
     * @return whether it is held
     */
    public final boolean isLocked() {
        return backend.isLocked(word);
    }

    /**
     * Checks that the calling thread holds the lock: {@code lockdep_assert_held}.
     *
     * @throws KernelBug if it does not
     */
    public final void assertHeld() {
        guard().checkHeld("assertHeld");
    }

    /**
     * How it locks.
     *
     * @return the backend
     */
    public final B backend() {
        return backend;
    }

    /**
     * What messages and dumps call it.
     *
     * @return the name given at creation
     */
    public final String name() {
        return name;
    }

    /**
     * The address of the lock word.
     *
     * @return the address; valid while this object is reachable
     */
    public final long word() {
        return word;
    }

    /** How many locks have a word of their own now. */
    static long liveWords() {
        return WORDS.live();
    }

    /** Refuses a thread that locks what it holds: called on slow paths only, where it would wait for itself. */
    final void checkNotHeld() {
        if (guard().isHeld()) {
            throw new KernelBug(
                    "recursive locking: thread " + Thread.currentThread().threadId() + " ("
                            + Thread.currentThread().getName() + ") holds " + this + " already");
        }
    }

    /** The kind and the name, and who holds it: what thread dumps show of a thread that waits for it. */
    @Override
    public String toString() {
        long owner = guard().owner();
        return getClass().getSimpleName() + " " + name + (owner == 0 ? "" : " held by thread " + owner);
    }
}
