package dev.ferrite.locks.park;

import java.util.concurrent.atomic.LongAdder;

/** What the parking lot of this process counts. Counted only where a thread is about to sleep anyway. */
public final class ParkStats {
    static final LongAdder SLEEPS = new LongAdder();

    private ParkStats() {}

    /**
     * How often a thread fell asleep in the parking lot: for a lock, a condition variable, a completion, or whatever else
     * waits there. Who got what it waited for while it still looked is not counted.
     *
     * @return the count since start
     */
    public static long sleeps() {
        return SLEEPS.sum();
    }
}
