package dev.ferrite.locks.park;

/**
 * The queue of the lock that a waiter takes when it is notified. A notifier that holds this lock moves the waiter there
 * instead of waking it, only to see it wait again: the kernel's futex requeue, and {@code wait morphing} elsewhere.
 */
public interface Transfer {
    /**
     * The queue.
     *
     * @return its address in the {@link ParkingLot}
     */
    long queue();

    /**
     * Whether the calling thread may move waiters there: it owes that queue a wake-up, for it holds the lock.
     *
     * @return false to wake them where they are
     */
    boolean isOwedByCaller();

    /** Called with that queue's lock held before somebody enters. Must be short and must not throw. */
    void entering();
}
