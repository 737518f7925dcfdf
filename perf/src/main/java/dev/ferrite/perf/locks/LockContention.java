package dev.ferrite.perf.locks;

import dev.ferrite.locks.Mutex;
import dev.ferrite.locks.SpinLock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Threads share one lock: a short or a medium section inside, some work outside. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public abstract class LockContention {
    /** Work between two sections, in units of about a nanosecond or two. */
    private static final int OUTSIDE = 16;

    private final Counter counter = new Counter();
    private final Mutex<Counter> mutex = Mutex.of(counter, "perf");
    private final SpinLock<Counter> spinLock = SpinLock.of(counter, "perf");
    private final ReentrantLock reentrantLock = new ReentrantLock();
    private final ReentrantLock fairReentrantLock = new ReentrantLock(true);
    private final StampedLock stampedLock = new StampedLock();

    /** Work inside a section, in the same units. */
    @Param({"0", "256"})
    public int inside;

    /** For the subclasses, which say how many threads. */
    protected LockContention() {}

    private long work() {
        Blackhole.consumeCPU(inside);
        return ++counter.value;
    }

    /** Ours, parking. */
    @Benchmark
    public long mutex() {
        Blackhole.consumeCPU(OUTSIDE);
        try (var _ = mutex.lock()) {
            return work();
        }
    }

    /** Ours, spinning. */
    @Benchmark
    public long spinLock() {
        Blackhole.consumeCPU(OUTSIDE);
        try (var _ = spinLock.lock()) {
            return work();
        }
    }

    /** The peer of j.u.c. */
    @Benchmark
    public long reentrantLock() {
        return locked(reentrantLock);
    }

    /** The same in its fair form. */
    @Benchmark
    public long fairReentrantLock() {
        return locked(fairReentrantLock);
    }

    private long locked(ReentrantLock lock) {
        Blackhole.consumeCPU(OUTSIDE);
        lock.lock();
        try {
            return work();
        } finally {
            lock.unlock();
        }
    }

    /** The cheapest exclusive lock of j.u.c. */
    @Benchmark
    public long stampedLock() {
        Blackhole.consumeCPU(OUTSIDE);
        long stamp = stampedLock.writeLock();
        try {
            return work();
        } finally {
            stampedLock.unlockWrite(stamp);
        }
    }

    /** The language's own. */
    @Benchmark
    public long synchronizedBlock() {
        Blackhole.consumeCPU(OUTSIDE);
        synchronized (counter) {
            return work();
        }
    }
}
