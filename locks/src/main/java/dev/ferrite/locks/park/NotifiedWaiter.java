package dev.ferrite.locks.park;

import org.jspecify.annotations.Nullable;

/** A place that is notified: it may be moved, and knows when it came. Also what a platform thread uses again. */
final class NotifiedWaiter extends Waiter {
    private static final ThreadLocal<NotifiedWaiter> OWN = ThreadLocal.withInitial(NotifiedWaiter::new);

    /** Where it may be moved; null if nowhere. */
    @Nullable
    Transfer transfer;

    /** Its number in the queue's order; written under the bucket's lock. */
    long arrival;

    /** Whether a wait has begun and is not over. */
    boolean taken;

    private NotifiedWaiter() {}

    /** A place for the calling thread, which nobody else knows yet: its own, if that is not in use. */
    static NotifiedWaiter begin(long address, @Nullable Transfer transfer, boolean fresh) {
        NotifiedWaiter waiter = USED_AGAIN && !Thread.currentThread().isVirtual() ? OWN.get() : new NotifiedWaiter();
        if (waiter.taken) {
            waiter = new NotifiedWaiter();
        }
        waiter.taken = true;
        waiter.transfer = transfer;
        waiter.reset(address, fresh);
        return waiter;
    }
}
