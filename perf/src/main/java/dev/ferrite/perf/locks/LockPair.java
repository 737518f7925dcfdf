package dev.ferrite.perf.locks;

import dev.ferrite.locks.Mutex;
import dev.ferrite.locks.SpinLock;
import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.alloc.KmemCache;
import dev.ferrite.perf.report.Comparison;
import dev.ferrite.perf.report.Goal;
import dev.ferrite.perf.report.NativePeer;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One thread locks, increments, unlocks; nobody else is there. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Comparison(
        title = "Lock and unlock, uncontended",
        baseline = "reentrantLock",
        natives = {
            @NativePeer(
                    name = "pthreadMutex",
                    source = "locks.c",
                    args = {"mutex", "0"}),
            @NativePeer(
                    name = "pthreadSpin",
                    source = "locks.c",
                    args = {"spin", "0"}),
            @NativePeer(
                    name = "rustMutex",
                    source = "locks.rs",
                    args = {"mutex", "0"}),
        },
        goals = {
            @Goal(id = "P5", subject = "mutex", against = "reentrantLock", atMost = 0.6),
            @Goal(id = "P6", subject = "mutex", against = "bareOffHeap", atMost = 1.15),
            @Goal(id = "P7", subject = "spinLock", against = "bareOffHeap", atMost = 1.05),
            @Goal(id = "P5", subject = "mutexTryLock", against = "mutex", atMost = 1.05),
            @Goal(id = "P7", subject = "spinLockTryLock", against = "spinLock", atMost = 1.05),
        },
        noGarbage = {"mutex", "spinLock", "mutexTryLock", "spinLockTryLock"})
public class LockPair {
    private static final KmemCache WORDS = KmemCache.create("perf-lock-pair", 56, 64);
    private static final VarHandle BARE;

    static {
        try {
            BARE = MethodHandles.lookup().findVarHandle(LockPair.class, "bare", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Counter counter = new Counter();
    private final Mutex<Counter> mutex = Mutex.of(counter, "perf");
    private final SpinLock<Counter> spinLock = SpinLock.of(counter, "perf");
    private final ReentrantLock reentrantLock = new ReentrantLock();
    private final ReentrantLock fairReentrantLock = new ReentrantLock(true);
    private final StampedLock stampedLock = new StampedLock();
    private final Semaphore semaphore = new Semaphore(1);
    private final long word = WORDS.alloc();

    @SuppressWarnings("unused") // through BARE
    private int bare;

    /** Ours, parking. */
    @Benchmark
    public long mutex() {
        try (var guard = mutex.lock()) {
            return ++guard.get().value;
        }
    }

    /** Ours, parking, without waiting. */
    @Benchmark
    public long mutexTryLock() {
        try (var guard = mutex.tryLock()) {
            return guard == null ? 0 : ++guard.get().value;
        }
    }

    /** Ours, spinning. */
    @Benchmark
    public long spinLock() {
        try (var guard = spinLock.lock()) {
            return ++guard.get().value;
        }
    }

    /** Ours, spinning, without waiting. */
    @Benchmark
    public long spinLockTryLock() {
        try (var guard = spinLock.tryLock()) {
            return guard == null ? 0 : ++guard.get().value;
        }
    }

    /** The peer of j.u.c. */
    @Benchmark
    public long reentrantLock() {
        reentrantLock.lock();
        try {
            return ++counter.value;
        } finally {
            reentrantLock.unlock();
        }
    }

    /** The same in its fair form. */
    @Benchmark
    public long fairReentrantLock() {
        fairReentrantLock.lock();
        try {
            return ++counter.value;
        } finally {
            fairReentrantLock.unlock();
        }
    }

    /** The same without waiting. */
    @Benchmark
    public long reentrantTryLock() {
        if (!reentrantLock.tryLock()) {
            return 0;
        }
        try {
            return ++counter.value;
        } finally {
            reentrantLock.unlock();
        }
    }

    /** One permit of j.u.c. */
    @Benchmark
    public long semaphore() {
        semaphore.acquireUninterruptibly();
        try {
            return ++counter.value;
        } finally {
            semaphore.release();
        }
    }

    /** The cheapest exclusive lock of j.u.c. */
    @Benchmark
    public long stampedLock() {
        long stamp = stampedLock.writeLock();
        try {
            return ++counter.value;
        } finally {
            stampedLock.unlockWrite(stamp);
        }
    }

    /** The language's own. */
    @Benchmark
    public long synchronizedBlock() {
        synchronized (counter) {
            return ++counter.value;
        }
    }

    /** The least a lock can be, on a field: a CAS and a releasing store. */
    @Benchmark
    public long bareHeap() {
        while (!BARE.compareAndSet(this, 0, 1)) {
            Thread.onSpinWait();
        }
        long value = ++counter.value;
        BARE.setRelease(this, 0);
        return value;
    }

    /** The least a lock can be, on an off-heap word: a CAS and a releasing store. */
    @Benchmark
    public long bareOffHeap() {
        while (!Words.compareAndSetIntAcquire(word, 0, 1)) {
            Thread.onSpinWait();
        }
        long value = ++counter.value;
        Words.setIntRelease(word, 0);
        return value;
    }
}
