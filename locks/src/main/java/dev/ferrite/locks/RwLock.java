package dev.ferrite.locks;

import dev.ferrite.locks.lockdep.LockClassKey;
import dev.ferrite.locks.lockdep.Lockdep;
import dev.ferrite.locks.lockdep.LockdepMap;
import dev.ferrite.locks.lockdep.WaitType;
import dev.ferrite.locks.park.ParkingLot;
import dev.ferrite.offheap.HeapWords;
import dev.ferrite.offheap.alloc.KmemCache;
import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.offheap.trace.Tracing;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import org.jspecify.annotations.Nullable;

/**
 * Many readers or one writer, parking: the counterpart of the kernel's {@code rw_semaphore}.
 *
 * <p>A waiting writer holds off new readers; readers that had to wait enter together when a writer leaves, so neither
 * side starves. A writer may downgrade to a reader; a reader may not upgrade. Not reentrant: a thread that reads and
 * reads again can wait for a writer that waits for it. Waiting ignores interrupts and keeps them. A read pair costs two
 * atomics, a write pair two; for data read all the time by many cores prefer {@link SeqLock} or RCU.
 *
 * @param <T> what it protects; readers must not change it
 */
public final class RwLock<T> {
    private static final KmemCache WORDS = KmemCache.create("rwlock", 56, 64);
    private static final Cleaner CLEANER = Cleaner.create();

    private final String name;
    private final T data;
    final long word;
    final WriteGuard<T> writer;

    /** What the lock validator knows; null while it is off. */
    final @Nullable LockdepMap dep;

    private RwLock(T data, String name, @Nullable LockClassKey key) {
        this.name = name;
        this.data = data;
        this.word = WORDS.alloc();
        RwLockWord.init(word);
        this.writer = new WriteGuard<>(this);
        long own = word;
        CLEANER.register(this, () -> free(own, name));
        this.dep = Lockdep.ON ? LockdepMap.of(this, name, WaitType.SLEEP, word, key) : null;
    }

    private static void free(long word, String name) {
        if (!HeapWords.enabled() && (RwLockWord.isWriteLocked(word) || RwLockWord.readers(word) != 0)) {
            Warn.warn(
                    Lock.FREED_HELD, "lock " + name + " is garbage, and held: whoever locked it can unlock it no more");
        }
        WORDS.free(word);
    }

    /**
     * A free lock.
     *
     * @param data what it protects
     * @param name what messages and dumps call it
     * @param <T> what it protects
     * @return the lock
     */
    public static <T> RwLock<T> of(T data, String name) {
        return new RwLock<>(data, name, null);
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
    public static <T> RwLock<T> of(T data, String name, LockClassKey key) {
        return new RwLock<>(data, name, key);
    }

    /**
     * Locks for reading: {@code down_read}. As in the kernel a thread that reads already must not read again: a writer that
     * came in between bars the second read, waits for the first, and both wait for ever. {@link #tryRead} and the timed
     * lock of the view give up instead; the lock validator reports it without any writer.
     *
     * @return a guard of this reader's own
     * @throws KernelBug if the calling thread holds it for writing
     */
    public ReadGuard<T> read() {
        enterRead(false, ParkingLot.NO_DEADLINE);
        return new ReadGuard<>(this);
    }

    /**
     * Locks for reading if no writer holds it or waits: {@code down_read_trylock}.
     *
     * @return a guard, or null
     */
    public @Nullable ReadGuard<T> tryRead() {
        return tryEnterRead() ? new ReadGuard<>(this) : null;
    }

    /**
     * Locks for writing: {@code down_write}.
     *
     * @return the guard
     * @throws KernelBug if the calling thread holds it for writing already
     */
    public WriteGuard<T> write() {
        enterWrite(false, ParkingLot.NO_DEADLINE);
        return writer;
    }

    /**
     * Locks for writing if it is free: {@code down_write_trylock}.
     *
     * @return the guard, or null
     */
    public @Nullable WriteGuard<T> tryWrite() {
        if (!RwLockWord.tryWrite(word)) {
            return null;
        }
        if (Lockdep.ON) {
            Lockdep.acquiredTry(dep, Lockdep.EXCLUSIVE);
        }
        writer.enter();
        return writer;
    }

    /**
     * How many readers hold it now; stale at once.
     *
     * @return the count
     */
    public int readers() {
        return RwLockWord.readers(word);
    }

    /**
     * Whether a writer holds it now; stale at once.
     *
     * @return whether it is locked for writing
     */
    public boolean isWriteLocked() {
        return RwLockWord.isWriteLocked(word);
    }

    /**
     * This lock behind the interface of {@code java.util.concurrent}: the same lock, so both ways of locking exclude each
     * other. Not reentrant, no upgrade; the write lock has conditions.
     *
     * @return a view, three objects
     */
    public java.util.concurrent.locks.ReadWriteLock asJucReadWriteLock() {
        return new JucReadWriteLockView(this);
    }

    /** Locks for reading, until it is there, for an interrupt, or for a time. */
    boolean enterRead(boolean interruptible, long deadline) {
        return Lockdep.ON ? enterValidated(Lockdep.READ, interruptible, deadline) : takeRead(interruptible, deadline);
    }

    /** Locks for writing, until it is there, for an interrupt, or for a time. */
    boolean enterWrite(boolean interruptible, long deadline) {
        return Lockdep.ON
                ? enterValidated(Lockdep.EXCLUSIVE, interruptible, deadline)
                : takeWrite(interruptible, deadline);
    }

    boolean tryEnterRead() {
        boolean entered = RwLockWord.tryRead(word);
        if (Lockdep.ON && entered) {
            Lockdep.acquiredTry(dep, Lockdep.READ);
        }
        return entered;
    }

    void leaveRead() {
        if (Lockdep.ON) {
            Lockdep.release(dep, Lockdep.READ);
        }
        RwLockWord.releaseRead(word);
    }

    private boolean takeRead(boolean interruptible, long deadline) {
        if (!RwLockWord.tryRead(word)) {
            checkNotWriter();
            LockContention event = LockContention.started();
            boolean entered = RwLockWord.readSlow(word, this, interruptible, deadline);
            event.ended(name, "RwLock read", entered);
            return entered;
        }
        return true;
    }

    private boolean takeWrite(boolean interruptible, long deadline) {
        if (!RwLockWord.tryWrite(word)) {
            checkNotWriter();
            LockContention event = LockContention.started();
            boolean entered = RwLockWord.writeSlow(word, this, interruptible, deadline);
            event.ended(name, "RwLock write", entered);
            if (!entered) {
                return false;
            }
        }
        writer.enter();
        return true;
    }

    /** Who gives up after a time does not wait for ever: to the validator that is a try. */
    private boolean enterValidated(int mode, boolean interruptible, long deadline) {
        boolean forEver = deadline == ParkingLot.NO_DEADLINE;
        if (forEver) {
            Lockdep.acquire(dep, mode);
        } else {
            Lockdep.mightSleep("locking with a deadline");
        }
        boolean entered = false;
        try {
            entered = mode == Lockdep.READ ? takeRead(interruptible, deadline) : takeWrite(interruptible, deadline);
        } finally {
            if (forEver && !entered) {
                Lockdep.release(dep, mode);
            }
        }
        if (entered && !forEver) {
            Lockdep.acquiredTry(dep, mode);
        }
        return entered;
    }

    private void checkNotWriter() {
        if (writer.owner == Thread.currentThread().threadId()) {
            throw new KernelBug(
                    "recursive locking: thread " + writer.owner + " holds " + this + " for writing already");
        }
    }

    /** The name, and the writer that holds it: what thread dumps show of a thread that waits for it. */
    @Override
    public String toString() {
        long owner = writer.owner;
        return "RwLock " + name + (owner == 0 ? "" : " held for writing by thread " + owner);
    }

    /**
     * Proof that a lock is held for reading; one object a section, which the compiler usually removes. Used by one thread
     * at a time. With {@code -Dferrite.trace.guards=true} the exception for a closed one names the places where it was
     * locked and closed, and one that is lost is reported.
     *
     * @param <T> what the lock protects
     */
    public static final class ReadGuard<T> implements AutoCloseable {
        private @Nullable RwLock<T> lock;

        private ReadGuard(RwLock<T> lock) {
            this.lock = lock;
            if (Tracing.GUARDS) {
                trace(lock);
            }
        }

        private void trace(RwLock<T> of) {
            Tracing.acquired(this, Tracing.GUARD, "read of RwLock " + of.name);
        }

        /**
         * What the lock protects, to be read only.
         *
         * @return the value
         * @throws KernelBug if the guard is closed
         */
        public T get() {
            return held("get").data;
        }

        /**
         * Unlocks: {@code up_read}.
         *
         * @throws KernelBug if the guard is closed
         */
        @Override
        public void close() {
            RwLock<T> held = held("close");
            lock = null;
            if (Tracing.GUARDS) {
                Tracing.released(this);
            }
            try {
                held.leaveRead();
            } finally {
                Reference.reachabilityFence(held);
            }
        }

        private RwLock<T> held(String operation) {
            RwLock<T> held = lock;
            if (held == null) {
                KernelBug bug = new KernelBug(operation + " on a closed read guard");
                throw Tracing.GUARDS ? Tracing.explain(bug, this) : bug;
            }
            return held;
        }
    }

    /**
     * Proof that a lock is held for writing; belongs to the thread that locked.
     *
     * @param <T> what the lock protects
     */
    public static final class WriteGuard<T> implements AutoCloseable {
        private final RwLock<T> lock;
        long owner;

        /** When it was locked; kept by the tracing twin only. */
        private long since;

        private WriteGuard(RwLock<T> lock) {
            this.lock = lock;
        }

        /**
         * What the lock protects.
         *
         * @return the value
         * @throws KernelBug if the caller does not hold the lock
         */
        public T get() {
            checkHeld("get");
            return lock.data;
        }

        /**
         * Unlocks: {@code up_write}.
         *
         * @throws KernelBug if the caller does not hold the lock
         */
        @Override
        public void close() {
            leave("close");
            if (Lockdep.ON) {
                Lockdep.release(lock.dep, Lockdep.EXCLUSIVE);
            }
            try {
                RwLockWord.releaseWrite(lock.word);
            } finally {
                Reference.reachabilityFence(lock);
            }
        }

        /**
         * Becomes a reader without letting another writer in: {@code downgrade_write}. Waiting readers enter, too.
         *
         * @return the reader's guard; this one is closed
         * @throws KernelBug if the caller does not hold the lock
         */
        public ReadGuard<T> downgrade() {
            leave("downgrade");
            if (Lockdep.ON) {
                Lockdep.release(lock.dep, Lockdep.EXCLUSIVE);
                Lockdep.acquiredTry(lock.dep, Lockdep.READ);
            }
            RwLockWord.downgrade(lock.word);
            return new ReadGuard<>(lock);
        }

        /** The calling thread has taken the lock. */
        private void enter() {
            owner = Thread.currentThread().threadId();
            if (LockHold.TRACED) {
                since = System.nanoTime();
            }
            if (Tracing.GUARDS) {
                trace();
            }
        }

        private void trace() {
            Tracing.acquired(this, Tracing.GUARD, "write of RwLock " + lock.name);
        }

        /** The calling thread is about to release it. */
        private void leave(String operation) {
            checkHeld(operation);
            owner = 0;
            if (LockHold.TRACED) {
                LockHold.report(lock.name, System.nanoTime() - since);
            }
            if (Tracing.GUARDS) {
                Tracing.released(this);
            }
        }

        private void checkHeld(String operation) {
            if (owner != Thread.currentThread().threadId()) {
                if (operation.equals("close")) {
                    Lockdep.badUnlock(lock.dep);
                }
                KernelBug bug = new KernelBug(operation + " on the write guard of " + lock + " by thread "
                        + Thread.currentThread().threadId() + ", which does not hold it: owner=" + owner);
                throw Tracing.GUARDS ? Tracing.explain(bug, this) : bug;
            }
        }
    }
}
