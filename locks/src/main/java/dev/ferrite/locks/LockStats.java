package dev.ferrite.locks;

import java.util.concurrent.atomic.LongAdder;

/** What the locks of this process count. Counted on slow paths only: a lock that is free costs nothing more. */
public final class LockStats {
    static final LongAdder CONTENDED = new LongAdder();

    private LockStats() {}

    /**
     * How often a thread found a {@link Mutex} or {@link SpinLock} taken and had to wait.
     *
     * @return the count since start
     */
    public static long contended() {
        return CONTENDED.sum();
    }
}
