package dev.ferrite.locks;

import dev.ferrite.locks.lockdep.LockClassKey;
import dev.ferrite.locks.lockdep.Lockdep;
import dev.ferrite.offheap.Words;
import java.lang.ref.Reference;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A spin lock whose readers do not lock: the counterpart of the kernel's {@code seqlock_t}.
 *
 * <p>Writers lock as with {@link SpinLock}. Readers run {@link #read} or the {@link #begin}/{@link #retry} pair: two
 * loads, no store, so any number of them scales; they repeat when a writer came between. For small off-heap structs
 * that are read far more often than written.
 *
 * @param <T> what it protects, usually a struct; what readers read from it must be opaque accesses or stronger
 */
public final class SeqLock<T> extends Lock<T, SpinLockBackend> {
    /** The counter stands behind the lock word, in the same cache line, which readers then share. */
    private static final int SEQ_OFFSET = 4;

    private final SeqGuard<T> guard;
    private final T data;

    private SeqLock(T data, String name, @Nullable LockClassKey key) {
        super(SpinLockBackend.INSTANCE, name, key);
        Words.setIntRelease(word + SEQ_OFFSET, 0);
        this.data = data;
        this.guard = new SeqGuard<>(this, data, word);
    }

    /**
     * A free lock with a word of its own.
     *
     * @param data what it protects
     * @param name what messages and dumps call it
     * @param <T> what it protects
     * @return the lock
     */
    public static <T> SeqLock<T> of(T data, String name) {
        return new SeqLock<>(data, name, null);
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
    public static <T> SeqLock<T> of(T data, String name, LockClassKey key) {
        return new SeqLock<>(data, name, key);
    }

    /**
     * Reads a consistent value, as often as it takes.
     *
     * @param reader reads from the data, has no effects, and survives torn values
     * @return what the last, undisturbed run returned
     */
    public long read(ToLongFunction<? super T> reader) {
        validateReader();
        long counter = word + SEQ_OFFSET; // read once: no fence is known not to change it
        try {
            long value;
            int seq;
            do {
                seq = SeqCount.begin(counter);
                value = reader.applyAsLong(data);
            } while (SeqCount.retry(counter, seq));
            return value;
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    /**
     * Starts a read section: {@code read_seqbegin}. Waits while a writer is inside.
     *
     * @return what {@link #retry} wants
     */
    public int begin() {
        validateReader();
        return SeqCount.begin(word + SEQ_OFFSET);
    }

    /** A reader waits for a writer, and bars nobody. */
    private void validateReader() {
        if (Lockdep.ON) {
            Lockdep.acquire(dep, Lockdep.RECURSIVE_READ);
            Lockdep.release(dep, Lockdep.RECURSIVE_READ);
        }
    }

    /**
     * Ends a read section: {@code read_seqretry}.
     *
     * @param seq what {@link #begin} returned
     * @return true if a writer was inside meanwhile: read again
     */
    public boolean retry(int seq) {
        try {
            return SeqCount.retry(word + SEQ_OFFSET, seq);
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    /**
     * Locks for writing.
     *
     * @return the guard; close it to unlock
     */
    @Override
    public Guard<T> lock() {
        return Lockdep.ON ? lockValidated() : take();
    }

    @Override
    Guard<T> take() {
        if (!SpinLockBackend.tryAcquire(word)) {
            lockSlow();
        }
        return entered();
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
        return SpinLockBackend.tryAcquire(word) ? entered() : null;
    }

    private Guard<T> entered() {
        guard.enter();
        SeqCount.writeBegin(word + SEQ_OFFSET);
        return guard;
    }

    @Override
    Guard<T> guard() {
        return guard;
    }

    private static final class SeqGuard<T> extends Guard<T> {
        SeqGuard(Lock<T, ?> lock, T data, long word) {
            super(lock, data, word);
        }

        @Override
        public void close() {
            leave();
            try {
                SeqCount.writeEnd(word + SEQ_OFFSET);
                SpinLockBackend.release(word);
            } finally {
                Reference.reachabilityFence(this);
            }
        }
    }
}
