package dev.ferrite.runtime.workqueue;

import java.util.concurrent.atomic.LongAdder;

/** What the work queues of this process count, over all queues. */
public final class WorkStats {
    static final LongAdder RUNS = new LongAdder();

    /** Entries in the lists of {@link WorkQueue}: counted under the queue's lock, so never below 0 for long. */
    static final LongAdder BUSY = new LongAdder();

    private WorkStats() {}

    /**
     * How often an item began to run.
     *
     * @return the count since start
     */
    public static long runs() {
        return RUNS.sum();
    }

    /**
     * How many items are pending or run; one that runs for one queue and is pending on another counts twice. About right
     * while others queue.
     *
     * @return the count
     */
    public static long busy() {
        return Math.max(0, BUSY.sum());
    }
}
