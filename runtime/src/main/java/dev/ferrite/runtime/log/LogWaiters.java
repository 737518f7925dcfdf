package dev.ferrite.runtime.log;

import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.locks.LockSupport;

/** The readers that sleep until there is something to read. A writer that finds no sleeper pays one load. */
final class LogWaiters {
    /*
     * No wake-up is lost:
     *
     *   reader                              writer
     *   sleepers = 1       (volatile)       getAndAdd(tail)       (volatile)
     *   a tail moved?      (volatile)       ... write the record ...
     *   no: park                            sleepers != 0?        (volatile); yes: CAS to 0, unpark all
     *
     * Volatile accesses have one order. If the reader's look at that tail comes before the writer's getAndAdd, the
     * reader's store comes before the writer's load, which sees 1 unless another writer has taken the duty since. If it
     * comes after, the reader sees that the tail moved and does not park. A reader that finds the tail moved but the
     * record unfinished parks for a short time instead: its writer is in the middle of some ten stores.
     */
    private static final long LOOK_NANOS = 10_000_000;

    private static final AtomicIntegerFieldUpdater<LogWaiters> SLEEPERS =
            AtomicIntegerFieldUpdater.newUpdater(LogWaiters.class, "sleepers");

    private final LogStripes log;
    private final CopyOnWriteArrayList<Thread> threads = new CopyOnWriteArrayList<>();

    /** 1 if a reader may be asleep. */
    private volatile int sleepers;

    LogWaiters(LogStripes log) {
        this.log = log;
    }

    void add(Thread thread) {
        threads.add(thread);
    }

    void remove(Thread thread) {
        threads.remove(thread);
    }

    /** Parks the calling thread, which was added before, unless there is something to read by now. */
    void park(LogReader reader, long nanos) {
        if (log.isForeign()) {
            // Its writers know nothing of us, and we cannot tell them: the mapping is read-only.
            LockSupport.parkNanos(this, Math.min(nanos, LOOK_NANOS));
            return;
        }
        sleepers = 1;
        if (reader.isAtEnd()) {
            LockSupport.parkNanos(this, nanos);
        }
    }

    /** Wakes whoever sleeps: called by each writer after its record. */
    void wake() {
        if (sleepers != 0) {
            wakeSlow();
        }
    }

    private void wakeSlow() {
        if (SLEEPERS.compareAndSet(this, 1, 0)) {
            for (Thread thread : threads) {
                LockSupport.unpark(thread);
            }
        }
    }
}
