package dev.ferrite.perf.locks;

import dev.ferrite.locks.Mutex;
import dev.ferrite.locks.SpinLock;
import dev.ferrite.perf.run.LongestWait;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * How long the unluckiest thread waits: every single lock is timed, at the same price for all peers.
 *
 * <p>Compare the throughput in the log, too: a lock can be fair by being slow.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public abstract class LockWait {
    private final Counter counter = new Counter();
    private final Mutex<Counter> mutex = Mutex.of(counter, "perf");
    private final SpinLock<Counter> spinLock = SpinLock.of(counter, "perf");
    private final ReentrantLock reentrantLock = new ReentrantLock();
    private final StampedLock stampedLock = new StampedLock();

    /** For the subclasses, which say how many threads. */
    protected LockWait() {}

    /** The longest wait of one thread. */
    @State(Scope.Thread)
    public static class Wait {
        private long longest;

        /** Forgets the iteration before. */
        @Setup(Level.Iteration)
        public void reset() {
            longest = 0;
        }

        /** Tells the profiler. */
        @TearDown(Level.Iteration)
        public void report() {
            LongestWait.report(longest);
        }

        void until(long locked, long since) {
            longest = Math.max(longest, locked - since);
        }
    }

    /**
     * Ours, parking.
     *
     * @param wait this thread's
     */
    @Benchmark
    public long mutex(Wait wait) {
        long since = System.nanoTime();
        try (var guard = mutex.lock()) {
            wait.until(System.nanoTime(), since);
            return ++guard.get().value;
        }
    }

    /**
     * Ours, spinning.
     *
     * @param wait this thread's
     */
    @Benchmark
    public long spinLock(Wait wait) {
        long since = System.nanoTime();
        try (var guard = spinLock.lock()) {
            wait.until(System.nanoTime(), since);
            return ++guard.get().value;
        }
    }

    /**
     * The peer of j.u.c.
     *
     * @param wait this thread's
     */
    @Benchmark
    public long reentrantLock(Wait wait) {
        long since = System.nanoTime();
        reentrantLock.lock();
        try {
            wait.until(System.nanoTime(), since);
            return ++counter.value;
        } finally {
            reentrantLock.unlock();
        }
    }

    /**
     * The cheapest exclusive lock of j.u.c.
     *
     * @param wait this thread's
     */
    @Benchmark
    public long stampedLock(Wait wait) {
        long since = System.nanoTime();
        long stamp = stampedLock.writeLock();
        try {
            wait.until(System.nanoTime(), since);
            return ++counter.value;
        } finally {
            stampedLock.unlockWrite(stamp);
        }
    }

    /**
     * The language's own.
     *
     * @param wait this thread's
     */
    @Benchmark
    public long synchronizedBlock(Wait wait) {
        long since = System.nanoTime();
        synchronized (counter) {
            wait.until(System.nanoTime(), since);
            return ++counter.value;
        }
    }
}
