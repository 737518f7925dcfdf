package dev.ferrite.locks;

import java.util.concurrent.atomic.LongAdder;

/** What the locks of this process count. Counted on slow paths only: a lock that is free costs nothing more. */
public final class LockStats {
    static final LongAdder CONTENDED = new LongAdder();

    private LockStats() {}

    /**
     * How often a thread found a lock taken and had to wait: a {@link Mutex}, a {@link SpinLock}, either side of a
     * {@link RwLock}, the writers' side of a {@link SeqLock}, or a lock with a backend of somebody's own. Readers of a
     * {@link SeqLock} take nothing, and waits for a {@link CondVar} are no contention: those that fell asleep are in
     * {@link dev.ferrite.locks.park.ParkStats}.
     *
     * @return the count since start
     */
    public static long contended() {
        return CONTENDED.sum();
    }
}
