package dev.ferrite.perf.rcu;

import dev.ferrite.locks.rcu.Rcu;
import dev.ferrite.locks.rcu.Srcu;
import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.alloc.KmemCache;
import dev.ferrite.perf.rejected.ThreadLocalReader;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Threads enter, read one word that nobody writes, and leave. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public abstract class ReadPair {
    private static final KmemCache WORDS = KmemCache.create("perf-rcu-pair", 128, 128);

    private final StampedLock stampedLock = new StampedLock();
    private final ReentrantReadWriteLock readWriteLock = new ReentrantReadWriteLock();
    private final Srcu srcu = Srcu.create("perf");
    private final long word = WORDS.alloc();
    private volatile long value = 1;

    /** For the subclasses, which say how many threads. */
    protected ReadPair() {}

    /** No protection at all. */
    @Benchmark
    public long volatileRead() {
        return value;
    }

    /** The same, off-heap. */
    @Benchmark
    public long volatileReadOffHeap() {
        return Words.getLongVolatile(word);
    }

    /** Ours. */
    @Benchmark
    public long rcu() {
        try (var _ = Rcu.readLock()) {
            return Rcu.dereference(word);
        }
    }

    /** Ours, one section inside another. */
    @Benchmark
    public long rcuNested() {
        try (var _ = Rcu.readLock();
                var _ = Rcu.readLock()) {
            return Rcu.dereference(word);
        }
    }

    /** Ours, for readers that may block. */
    @Benchmark
    public long srcu() {
        int index = srcu.enter();
        try {
            return Rcu.dereference(word);
        } finally {
            srcu.exit(index);
        }
    }

    /** Ours, for readers that may block, with a guard. */
    @Benchmark
    public long srcuGuard() {
        try (var _ = srcu.readLock()) {
            return Rcu.dereference(word);
        }
    }

    /** As ours, but the reader is found through a ThreadLocal. */
    @Benchmark
    public long threadLocalReader() {
        ThreadLocalReader reader = ThreadLocalReader.enter();
        try {
            return Rcu.dereference(word);
        } finally {
            reader.exit();
        }
    }

    /** The cheapest reader of j.u.c. */
    @Benchmark
    public long stampedLockOptimistic() {
        long stamp = stampedLock.tryOptimisticRead();
        long seen = Words.getLongPlain(word);
        if (stampedLock.validate(stamp)) {
            return seen;
        }
        stamp = stampedLock.readLock();
        try {
            return Words.getLongPlain(word);
        } finally {
            stampedLock.unlockRead(stamp);
        }
    }

    /** The reader of j.u.c. that keeps what it reads from changing. */
    @Benchmark
    public long stampedLockRead() {
        long stamp = stampedLock.readLock();
        try {
            return Words.getLongPlain(word);
        } finally {
            stampedLock.unlockRead(stamp);
        }
    }

    /** The usual one. */
    @Benchmark
    public long reentrantReadWriteLock() {
        readWriteLock.readLock().lock();
        try {
            return Words.getLongPlain(word);
        } finally {
            readWriteLock.readLock().unlock();
        }
    }
}
