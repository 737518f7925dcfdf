package dev.ferrite.locks;

import dev.ferrite.locks.lockdep.LockClassKey;
import dev.ferrite.locks.lockdep.Lockdep;
import java.lang.ref.Reference;
import org.jspecify.annotations.Nullable;

/**
 * Mutual exclusion that spins, for sections of a few dozen nanoseconds: the counterpart of the kernel's
 * {@code spinlock_t} ({@code rust/kernel/sync/lock/spinlock.rs}).
 *
 * <p>Never parks: do not block while holding it. Uncontended it costs one CAS and one store. Platform and virtual
 * threads alike.
 *
 * <p>The section is atomic context. As in a kernel without its sleep debugging, that is counted only while somebody looks:
 * under the lock validator ({@code -Dferrite.lockdep=true}) sleeping in it is reported at the call; without it nothing is
 * counted and nothing is checked.
 *
 * @param <T> what it protects
 */
public final class SpinLock<T> extends Lock<T, SpinLockBackend> {
    private final SpinGuard<T> guard;

    private SpinLock(T data, String name, @Nullable LockClassKey key) {
        super(SpinLockBackend.INSTANCE, name, key);
        this.guard = new SpinGuard<>(this, data, word);
    }

    private SpinLock(long word, T data, String name) {
        super(SpinLockBackend.INSTANCE, word, name, null);
        this.guard = new SpinGuard<>(this, data, word);
    }

    /**
     * A free lock with a word of its own.
     *
     * @param data what it protects
     * @param name what messages and dumps call it
     * @param <T> what it protects
     * @return the lock
     */
    public static <T> SpinLock<T> of(T data, String name) {
        return new SpinLock<>(data, name, null);
    }

    /**
     * As {@link #of(Object, String)}, of a class of locks that the lock validator shall know.
     *
     * @param data what it protects
     * @param name what messages and dumps call it
     * @param key its class: locks with the same key obey one order; without one, the class is the place that makes the
     *     lock, and its name
     * @param <T> what it protects
     * @return the lock
     */
    public static <T> SpinLock<T> of(T data, String name, LockClassKey key) {
        return new SpinLock<>(data, name, key);
    }

    /**
     * A lock over a word that is initialised already: {@code Lock::from_raw}. Make one such object per word and share
     * it: two objects exclude each other, but only the one that locked can unlock.
     *
     * @param word the address of 4 bytes, aligned to 8, which stay mapped as long as this object is used
     * @param data what it protects
     * @param name what messages and dumps call it
     * @param <T> what it protects
     * @return the lock
     */
    public static <T> SpinLock<T> fromRaw(long word, T data, String name) {
        return new SpinLock<>(word, data, name);
    }

    @Override
    public Guard<T> lock() {
        return Lockdep.ON ? lockValidated() : take();
    }

    @Override
    Guard<T> take() {
        SpinGuard<T> mine = guard; // loaded before the CAS, not after it
        if (!SpinLockBackend.tryAcquire(sound(word))) {
            lockSlow();
        }
        mine.enter();
        return mine;
    }

    private void lockSlow() {
        checkNotHeld();
        LockContention event = LockContention.started();
        SpinLockBackend.lockSlow(word, this);
        event.acquired(this);
    }

    @Override
    @Nullable
    Guard<T> tryTake() {
        SpinGuard<T> mine = guard;
        if (!SpinLockBackend.tryAcquire(sound(word))) {
            return null;
        }
        mine.enter();
        return mine;
    }

    @Override
    Guard<T> guard() {
        return guard;
    }

    private static final class SpinGuard<T> extends Guard<T> {
        SpinGuard(Lock<T, ?> lock, T data, long word) {
            super(lock, data, word);
        }

        @Override
        public void close() {
            leave();
            try {
                SpinLockBackend.release(Lock.sound(word));
            } finally {
                // The lock's word goes back to its cache with the lock: not before it is released.
                Reference.reachabilityFence(this);
            }
        }
    }
}
