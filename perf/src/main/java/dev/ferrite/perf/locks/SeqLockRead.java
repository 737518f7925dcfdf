package dev.ferrite.perf.locks;

import dev.ferrite.locks.SeqLock;
import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.alloc.KmemCache;
import dev.ferrite.perf.report.Comparison;
import dev.ferrite.perf.report.Goal;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.StampedLock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Two numbers that belong together are read without locking, and nobody writes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Comparison(
        title = "Optimistic read of two numbers",
        baseline = "stampedLock",
        goals = {
            @Goal(id = "P26", subject = "seqLock", against = "stampedLock", atMost = 1.2),
            @Goal(id = "P26", subject = "seqLockOffHeap", against = "stampedLockOffHeap", atMost = 1.2),
            @Goal(id = "P26", subject = "seqLockRead", against = "stampedLockOffHeap", atMost = 1.2),
        },
        noGarbage = {"seqLock", "seqLockOffHeap", "seqLockRead"})
public class SeqLockRead {
    private static final KmemCache WORDS = KmemCache.create("perf-seq", 16, 16);

    private final SeqLock<String> seqLock = SeqLock.of("two words", "perf");
    private final StampedLock stampedLock = new StampedLock();
    private final long words = WORDS.alloc();
    private long left;
    private long right;
    private volatile long one;

    /** Ours, over two fields. */
    @Benchmark
    public long seqLock() {
        long sum;
        int seq;
        do {
            seq = seqLock.begin();
            sum = left + right;
        } while (seqLock.retry(seq));
        return sum;
    }

    /** Ours, over two words off the heap. */
    @Benchmark
    public long seqLockOffHeap() {
        long sum;
        int seq;
        do {
            seq = seqLock.begin();
            sum = sumOffHeap();
        } while (seqLock.retry(seq));
        return sum;
    }

    /** The same, with a function. */
    @Benchmark
    public long seqLockRead() {
        return seqLock.read(_ -> sumOffHeap());
    }

    /** The peer of j.u.c., over two fields. */
    @Benchmark
    public long stampedLock() {
        for (; ; ) {
            long stamp = stampedLock.tryOptimisticRead();
            long sum = left + right;
            if (stampedLock.validate(stamp)) {
                return sum;
            }
        }
    }

    /** The peer of j.u.c., over the same two words off the heap. */
    @Benchmark
    public long stampedLockOffHeap() {
        for (; ; ) {
            long stamp = stampedLock.tryOptimisticRead();
            long sum = sumOffHeap();
            if (stampedLock.validate(stamp)) {
                return sum;
            }
        }
    }

    private long sumOffHeap() {
        return Words.getLongOpaque(words) + Words.getLongOpaque(words + Long.BYTES);
    }

    /** A volatile read of one number: the least there is. */
    @Benchmark
    public long volatileRead() {
        return one;
    }
}
