package dev.ferrite.perf.locks;

import dev.ferrite.locks.RwLock;
import dev.ferrite.perf.report.Comparison;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One thread locks for reading, reads, unlocks; nobody else is there. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Comparison(
        title = "Lock and unlock for reading, uncontended",
        baseline = "reentrantReadWriteLock",
        noGarbage = "rwLock")
public class RwLockReadPair {
    private final Counter counter = new Counter();
    private final RwLock<Counter> rwLock = RwLock.of(counter, "perf");
    private final ReentrantReadWriteLock.ReadLock readLock = new ReentrantReadWriteLock().readLock();
    private final StampedLock stampedLock = new StampedLock();

    /** Ours. */
    @Benchmark
    public long rwLock() {
        try (var guard = rwLock.read()) {
            return guard.get().value;
        }
    }

    /** The peer of j.u.c. that says who holds it. */
    @Benchmark
    public long reentrantReadWriteLock() {
        readLock.lock();
        try {
            return counter.value;
        } finally {
            readLock.unlock();
        }
    }

    /** The cheapest of j.u.c. */
    @Benchmark
    public long stampedLock() {
        long stamp = stampedLock.readLock();
        try {
            return counter.value;
        } finally {
            stampedLock.unlockRead(stamp);
        }
    }
}
