package dev.ferrite.locks;

import dev.ferrite.locks.park.ParkingLot;
import dev.ferrite.offheap.alloc.KmemCache;
import dev.ferrite.offheap.diag.KernelBug;
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

    private static final KmemCache WORDS = KmemCache.create("lock", OWN_WORD_BYTES, 64);
    private static final Cleaner CLEANER = Cleaner.create();

    final long word;
    private final B backend;
    private final String name;

    Lock(B backend, String name) {
        this(backend, WORDS.alloc(), name);
        backend.init(word);
        long own = word;
        CLEANER.register(this, () -> WORDS.free(own));
    }

    Lock(B backend, long word, String name) {
        if ((word & 7) != 0 || word <= 0) {
            throw new IllegalArgumentException("lock word must be aligned to 8: word=0x" + Long.toHexString(word));
        }
        this.backend = backend;
        this.word = word;
        this.name = name;
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
        if (backend.wordBytes() > OWN_WORD_BYTES) {
            throw new IllegalArgumentException("lock word of " + name + " is too long: wordBytes=" + backend.wordBytes()
                    + " max=" + OWN_WORD_BYTES);
        }
        return new BackendLock<>(backend, data, name);
    }

    /**
     * Takes the lock; waits as long as it takes, and cannot be interrupted.
     *
     * @return the guard; close it to unlock
     * @throws KernelBug if the calling thread holds it already
     */
    public abstract Guard<T> lock();

    /**
     * Takes the lock if it is free; never waits.
     *
     * @return the guard, or null if somebody holds the lock
     */
    public abstract @Nullable Guard<T> tryLock();

    /**
     * Takes the lock; waits until it is there, for an interrupt, or for a time.
     *
     * @param interruptible whether an interrupt ends the wait; the flag stays set
     * @param deadline when to give up, as {@link System#nanoTime()}, or {@link ParkingLot#NO_DEADLINE}
     * @return the guard, or null if the wait ended without the lock
     */
    @Nullable
    Guard<T> lockUntil(boolean interruptible, long deadline) {
        for (; ; ) {
            Guard<T> taken = tryLock();
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
