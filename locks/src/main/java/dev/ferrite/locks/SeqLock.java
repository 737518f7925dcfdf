package dev.ferrite.locks;

import dev.ferrite.locks.lockdep.LockClassKey;
import dev.ferrite.locks.lockdep.Lockdep;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
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
    /*
     * seq: as SeqCount's counter, with its argument: even outside of sections, odd inside; changed by the owner of the lock
     * only. A field, where the lock word is off the heap: readers have the object in their hands and no address to check,
     * twice for each read, and they do not share a cache line with those who fight for the lock. Others who want a counter
     * off the heap, to share it, take SeqCount.
     *
     * writer: opaque store seq+1 (odd); release fence; data; store-release seq+2
     * reader: load-acquire c (even); data; acquire fence; opaque load, to be c again
     */
    private static final VarHandle SEQ;

    static {
        try {
            SEQ = MethodHandles.lookup().findVarHandle(SeqLock.class, "seq", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final SeqGuard<T> guard;
    private final T data;
    private int seq; // through SEQ

    private SeqLock(T data, String name, @Nullable LockClassKey key) {
        super(SpinLockBackend.INSTANCE, name, key);
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
        long value;
        int before;
        do {
            before = begin();
            value = reader.applyAsLong(data);
        } while (retry(before));
        return value;
    }

    /**
     * Starts a read section: {@code read_seqbegin}. Waits while a writer is inside.
     *
     * @return what {@link #retry} wants
     */
    public int begin() {
        validateReader();
        int now = (int) SEQ.getAcquire(this);
        return (now & 1) == 0 ? now : beginSlow();
    }

    private int beginSlow() {
        for (int spins = 1; ; spins++) {
            int now = (int) SEQ.getAcquire(this);
            if ((now & 1) == 0) {
                return now;
            }
            SeqCount.pause(spins);
        }
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
        VarHandle.acquireFence();
        return (int) SEQ.getOpaque(this) != seq;
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
        SEQ.setOpaque(this, seq + 1);
        VarHandle.releaseFence();
        return guard;
    }

    /** The caller's section is over, and it still owns the lock. */
    private void writeEnd() {
        SEQ.setRelease(this, seq + 1);
    }

    @Override
    Guard<T> guard() {
        return guard;
    }

    private static final class SeqGuard<T> extends Guard<T> {
        private final SeqLock<T> owner;

        SeqGuard(SeqLock<T> lock, T data, long word) {
            super(lock, data, word);
            this.owner = lock;
        }

        @Override
        public void close() {
            leave();
            try {
                owner.writeEnd();
                SpinLockBackend.release(word);
            } finally {
                Reference.reachabilityFence(this);
            }
        }
    }
}
