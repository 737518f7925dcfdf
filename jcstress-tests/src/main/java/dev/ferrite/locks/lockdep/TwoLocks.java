package dev.ferrite.locks.lockdep;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** A validator of its own, two locks, two threads: for races to bring the two links between the locks. */
public final class TwoLocks {
    private final AtomicInteger reports = new AtomicInteger();
    private final LockGraph graph;
    private final LockdepMap a = lock("a");
    private final LockdepMap b = lock("b");
    private final HeldLocks one;
    private final HeldLocks other;

    private TwoLocks(Lock graphLock) {
        graph = new LockGraph(graphLock, new SlowSearch(), new Reports(report -> reports.incrementAndGet()));
        one = new HeldLocks(graph, Thread.currentThread());
        other = new HeldLocks(graph, Thread.currentThread());
        one.acquire(a, Lockdep.EXCLUSIVE);
        other.acquire(b, Lockdep.EXCLUSIVE);
    }

    /**
     * One thread holds a, the other b, and nothing else was ever held.
     *
     * @return the validator as it is
     */
    public static TwoLocks sound() {
        return new TwoLocks(new ReentrantLock());
    }

    /**
     * The same without a lock around search and insertion.
     *
     * @return a broken validator
     */
    public static TwoLocks unlocked() {
        return new TwoLocks(new NoLock());
    }

    private static LockdepMap lock(String name) {
        return LockdepMap.of(new Object(), name, WaitType.UNKNOWN, 0, new LockClassKey(name, true));
    }

    /** The holder of a is about to wait for b. */
    public void lockSecondOfOne() {
        one.acquire(b, Lockdep.EXCLUSIVE);
    }

    /** The holder of b is about to wait for a. */
    public void lockSecondOfOther() {
        other.acquire(a, Lockdep.EXCLUSIVE);
    }

    /**
     * What was reported.
     *
     * @return how many mistakes
     */
    public int reports() {
        return reports.get();
    }

    /**
     * What the graph has learned.
     *
     * @return how many links were accepted
     */
    public int links() {
        return graph.snapshot().links();
    }

    /** Leaves time between search and insertion: it is a few hundred nanoseconds otherwise. */
    private static final class SlowSearch extends PathSearch {
        @Override
        List<Link> shortest(LockClass from, boolean reader, LockClass to, boolean shared) {
            List<Link> found = super.shortest(from, reader, to, shared);
            for (int i = 0; i < 200; i++) {
                Thread.onSpinWait();
            }
            return found;
        }
    }
}
