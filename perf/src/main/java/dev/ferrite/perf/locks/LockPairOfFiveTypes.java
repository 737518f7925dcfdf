package dev.ferrite.perf.locks;

import dev.ferrite.locks.Lock;
import dev.ferrite.locks.Mutex;
import dev.ferrite.locks.MutexBackend;
import dev.ferrite.locks.RwLock;
import dev.ferrite.locks.SeqLock;
import dev.ferrite.locks.SpinLock;
import dev.ferrite.locks.SpinLockBackend;
import dev.ferrite.perf.report.Comparison;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One call site locks five kinds of locks in turn, so that no compiler knows which one it meets. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Comparison(
        title = "Lock and unlock through a call site that sees five types, uncontended",
        baseline = "peers",
        noGarbage = {"ours", "views"})
public class LockPairOfFiveTypes {
    private final Counter counter = new Counter();

    /** Four classes of locks and guards; one of the classes over two backends. */
    private final List<Lock<Counter, ?>> ours = List.of(
            Mutex.of(counter, "perf"),
            SpinLock.of(counter, "perf"),
            SeqLock.of(counter, "perf"),
            Lock.of(MutexBackend.instance(), counter, "perf"),
            Lock.of(SpinLockBackend.instance(), counter, "perf"));

    private final RwLock<Counter> rwLock = RwLock.of(counter, "perf");
    private final List<java.util.concurrent.locks.Lock> views = List.of(
            Mutex.of(counter, "perf").asJucLock(),
            Mutex.of(counter, "perf").asReentrantJucLock(),
            SpinLock.of(counter, "perf").asJucLock(),
            rwLock.asJucReadWriteLock().writeLock(),
            rwLock.asJucReadWriteLock().readLock());
    private final List<java.util.concurrent.locks.Lock> peers = List.of(
            new ReentrantLock(),
            new StampedLock().asWriteLock(),
            new StampedLock().asReadLock(),
            new ReentrantReadWriteLock().writeLock(),
            new ReentrantReadWriteLock().readLock());
    private int next;

    private int turn() {
        next = next == 4 ? 0 : next + 1;
        return next;
    }

    /** Ours, as such. */
    @Benchmark
    public long ours() {
        try (var guard = ours.get(turn()).lock()) {
            return ++guard.get().value;
        }
    }

    /** Ours, as locks of j.u.c. */
    @Benchmark
    public long views() {
        var lock = views.get(turn());
        lock.lock();
        try {
            return ++counter.value;
        } finally {
            lock.unlock();
        }
    }

    /** Those of j.u.c. */
    @Benchmark
    public long peers() {
        var lock = peers.get(turn());
        lock.lock();
        try {
            return ++counter.value;
        } finally {
            lock.unlock();
        }
    }
}
