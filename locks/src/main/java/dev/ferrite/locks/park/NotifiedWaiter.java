package dev.ferrite.locks.park;

import org.jspecify.annotations.Nullable;

/** A place that is notified: it may be moved, and knows when it came. Also what a platform thread uses again. */
final class NotifiedWaiter extends Waiter {
    /** Where it may be moved; null if nowhere. */
    @Nullable
    Transfer transfer;

    /** Its number in the queue's order; written under the bucket's lock. */
    long arrival;

    /** Whether a wait has begun and is not over. */
    boolean taken;

    NotifiedWaiter() {}
}
