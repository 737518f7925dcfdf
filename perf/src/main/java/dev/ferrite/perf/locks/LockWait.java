package dev.ferrite.perf.locks;

import dev.ferrite.locks.Mutex;
import dev.ferrite.locks.SpinLock;
import dev.ferrite.perf.run.Histogram;
import dev.ferrite.perf.run.Waits;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/**
 * How long threads wait, the unluckiest included: every single lock is timed, at the same price for all peers.
 *
 * <p>Compare the throughput of {@link LockContention}, too: a lock can be fair by being slow.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public abstract class LockWait {
    private final Counter counter = new Counter();
    private final Mutex<Counter> mutex = Mutex.of(counter, "perf");
    private final SpinLock<Counter> spinLock = SpinLock.of(counter, "perf");
    private final ReentrantLock reentrantLock = new ReentrantLock();
    private final ReentrantLock fairReentrantLock = new ReentrantLock(true);
    private final StampedLock stampedLock = new StampedLock();

    /** Work inside a section, in units of about a nanosecond or two. */
    @Param({"0", "256"})
    public int inside;

    /** For the subclasses, which say how many threads. */
    protected LockWait() {}

    /** The waits of one thread. */
    @State(Scope.Thread)
    public static class Wait {
        private final Histogram waits = new Histogram();

        /** Forgets the iteration before. */
        @Setup(Level.Iteration)
        public void reset() {
            waits.clear();
        }

        /** Tells the profiler. */
        @TearDown(Level.Iteration)
        public void report() {
            Waits.report(waits);
        }

        void since(long start) {
            waits.record(System.nanoTime() - start);
        }
    }

    private long work() {
        Blackhole.consumeCPU(inside);
        return ++counter.value;
    }

    /**
     * Ours, parking.
     *
     * @param wait this thread's
     */
    @Benchmark
    public long mutex(Wait wait) {
        long start = System.nanoTime();
        try (var _ = mutex.lock()) {
            wait.since(start);
            return work();
        }
    }

    /**
     * Ours, spinning.
     *
     * @param wait this thread's
     */
    @Benchmark
    public long spinLock(Wait wait) {
        long start = System.nanoTime();
        try (var _ = spinLock.lock()) {
            wait.since(start);
            return work();
        }
    }

    /**
     * The peer of j.u.c.
     *
     * @param wait this thread's
     */
    @Benchmark
    public long reentrantLock(Wait wait) {
        return timed(reentrantLock, wait);
    }

    /**
     * The same in its fair form.
     *
     * @param wait this thread's
     */
    @Benchmark
    public long fairReentrantLock(Wait wait) {
        return timed(fairReentrantLock, wait);
    }

    private long timed(ReentrantLock lock, Wait wait) {
        long start = System.nanoTime();
        lock.lock();
        try {
            wait.since(start);
            return work();
        } finally {
            lock.unlock();
        }
    }

    /**
     * The cheapest exclusive lock of j.u.c.
     *
     * @param wait this thread's
     */
    @Benchmark
    public long stampedLock(Wait wait) {
        long start = System.nanoTime();
        long stamp = stampedLock.writeLock();
        try {
            wait.since(start);
            return work();
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
        long start = System.nanoTime();
        synchronized (counter) {
            wait.since(start);
            return work();
        }
    }
}
