package dev.ferrite.locks;

import dev.ferrite.locks.lockdep.LockClassKey;
import dev.ferrite.locks.lockdep.Lockdep;
import dev.ferrite.locks.park.Transfer;
import java.lang.ref.Reference;
import org.jspecify.annotations.Nullable;

/**
 * Mutual exclusion that parks: the counterpart of the kernel's {@code struct mutex}
 * ({@code rust/kernel/sync/lock/mutex.rs}).
 *
 * <p>Waits by spinning for a few microseconds, then parks; a waiter is handed the lock before it starves. Uncontended
 * it costs one atomic: locking is a CAS, unlocking a store and a load ({@link MutexBackend} says how). Platform and
 * virtual threads alike: a waiting virtual thread leaves its carrier.
 *
 * <p>{@snippet :
 * try (var guard = account.lock()) {
 *     MemorySegment data = guard.get();
 *     long balance = AccountDataStruct.balance(data) + amount;
 *     if (balance < 0) {
 *         return false;
 *     }
 *     AccountDataStruct.balance(data, balance);
 *     AccountDataStruct.changes(data, AccountDataStruct.changes(data) + 1);
 *     return true;
 * }
 * }
 *
 * @param <T> what it protects
 */
public final class Mutex<T> extends Lock<T, MutexBackend> {
    private final MutexGuard<T> guard;

    private Mutex(T data, String name, @Nullable LockClassKey key) {
        super(MutexBackend.INSTANCE, name, key);
        this.guard = new MutexGuard<>(this, data, word);
    }

    private Mutex(long word, T data, String name) {
        super(MutexBackend.INSTANCE, word, name, null);
        this.guard = new MutexGuard<>(this, data, word);
    }

    /**
     * A free lock with a word of its own.
     *
     * @param data what it protects
     * @param name what messages and dumps call it
     * @param <T> what it protects
     * @return the lock
     */
    public static <T> Mutex<T> of(T data, String name) {
        return new Mutex<>(data, name, null);
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
    public static <T> Mutex<T> of(T data, String name, LockClassKey key) {
        return new Mutex<>(data, name, key);
    }

    /**
     * A lock over a word that is initialised already: {@code Lock::from_raw}. Make one such object per word and share
     * it: two objects exclude each other, but only the one that locked can unlock.
     *
     * <p>An unlock reads the word again after it has released it: memory of a mutex may be unmapped only when every
     * unlock has returned, as with the kernel's {@code mutex_unlock}.
     *
     * @param word the address of 8 bytes, aligned to 8, which stay mapped as long as this object is used
     * @param data what it protects
     * @param name what messages and dumps call it
     * @param <T> what it protects
     * @return the lock
     */
    public static <T> Mutex<T> fromRaw(long word, T data, String name) {
        return new Mutex<>(word, data, name);
    }

    @Override
    public Guard<T> lock() {
        return Lockdep.ON ? lockValidated() : take();
    }

    @Override
    Guard<T> take() {
        MutexGuard<T> mine = guard; // loaded before the CAS, not after it
        if (!MutexBackend.tryAcquire(sound(word))) {
            lockSlow();
        }
        mine.enter();
        return mine;
    }

    private void lockSlow() {
        checkNotHeld();
        LockContention event = LockContention.started();
        if (event.isOff()) { // not kept in the frame of each that waits
            MutexWaiting.lockSlow(word, this);
            return;
        }
        MutexWaiting.lockSlow(word, this);
        event.acquired(this);
    }

    @Override
    @Nullable
    Guard<T> tryTake() {
        MutexGuard<T> mine = guard;
        if (!MutexBackend.tryAcquire(sound(word))) {
            return null;
        }
        mine.enter();
        return mine;
    }

    @Override
    @Nullable
    Guard<T> takeUntil(boolean interruptible, long deadline) {
        if (!MutexBackend.tryAcquire(word)) {
            checkNotHeld();
            LockContention event = LockContention.started();
            boolean taken = MutexWaiting.acquireSlow(word, this, interruptible, deadline) == MutexWaiting.ACQUIRED;
            event.ended(name(), "Mutex", taken);
            if (!taken) {
                return null;
            }
        }
        guard.enter();
        return guard;
    }

    @Override
    Guard<T> guard() {
        return guard;
    }

    @Override
    Transfer transfer() {
        return guard;
    }

    @Override
    void takeMoved(boolean handedOver) {
        if (!handedOver) {
            MutexWaiting.lockWokenSlow(word, this);
        }
        guard.enter();
    }

    private static final class MutexGuard<T> extends Guard<T> implements Transfer {
        MutexGuard(Lock<T, ?> lock, T data, long word) {
            super(lock, data, word);
        }

        @Override
        public long queue() {
            return word;
        }

        @Override
        public boolean isOwedByCaller() {
            return isHeld();
        }

        @Override
        public void entering() {
            MutexBackend.willBeParked(word);
        }

        @Override
        public void close() {
            leave();
            try {
                MutexBackend.release(Lock.sound(word));
            } finally {
                // The lock's word goes back to its cache with the lock: not before it is released.
                Reference.reachabilityFence(this);
            }
        }
    }
}
