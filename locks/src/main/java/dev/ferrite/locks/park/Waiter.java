package dev.ferrite.locks.park;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A thread's place in a queue of the {@link ParkingLot}; used by that thread, once. */
public final class Waiter {
    /*
     * result   WAITING -> ASLEEP by the waiter (CAS), before it parks for the first time; -> the result by the waker
     *          (exchange), once. Who wakes one that is not asleep saves the call, and leaves no permit behind.
     *
     * address, bucket, moved, next, fresh, arrival are written under the lock of the bucket that the waiter is in, both
     * locks when it moves. So who finds a waiter in the bucket it has locked, by the field, may trust all of them.
     */
    private static final int WAITING = 0;
    private static final int ASLEEP = -1;
    private static final VarHandle RESULT;

    static {
        try {
            RESULT = MethodHandles.lookup().findVarHandle(Waiter.class, "result", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    final Thread thread;
    final @Nullable Transfer transfer;

    /** What it waits for, and what it came for. */
    long address;

    private final long home;

    @Nullable
    Waiter next;

    /** Waits for a lock and has not been woken in vain yet. */
    boolean fresh;

    long arrival;
    int note;
    private volatile Bucket bucket;
    private boolean moved;
    private boolean slept;

    @SuppressWarnings("unused") // through RESULT
    private int result;

    Waiter(long address, Bucket bucket, @Nullable Transfer transfer) {
        this.thread = Thread.currentThread();
        this.address = address;
        this.home = address;
        this.bucket = bucket;
        this.transfer = transfer;
    }

    /**
     * Waits until woken. An uninterruptible wait clears the interrupt flag and says so in its result; an interruptible
     * one ends by it and leaves it set. One that was moved to another queue has been notified: neither time nor interrupts
     * end it any more, and an interrupt is cleared and told.
     *
     * @param interruptible whether an interrupt ends the wait
     * @param deadline when to give up, as {@link System#nanoTime()}, or {@link ParkingLot#NO_DEADLINE}
     * @param blocker what a thread dump shows
     * @return {@link ParkingLot#WOKEN} or {@link ParkingLot#HANDED_OVER}, plus {@link ParkingLot#INTERRUPTED}; or
     *     {@link ParkingLot#TIMED_OUT} or {@link ParkingLot#CANCELLED}, and then nobody has woken it or will
     */
    public int await(boolean interruptible, long deadline, @Nullable Object blocker) {
        boolean mayCancel = interruptible;
        long until = deadline;
        int interrupted = 0;
        int now;
        while ((now = (int) RESULT.getAcquire(this)) <= WAITING) {
            if (mayCancel && thread.isInterrupted()) {
                int left = leaveSlow(ParkingLot.CANCELLED);
                if (left != WAITING) {
                    return left;
                }
                mayCancel = false;
                until = ParkingLot.NO_DEADLINE;
            }
            long left = until == ParkingLot.NO_DEADLINE ? Long.MAX_VALUE : until - System.nanoTime();
            if (left <= 0) {
                int outcome = leaveSlow(ParkingLot.TIMED_OUT);
                if (outcome != WAITING) {
                    return outcome | interrupted;
                }
                mayCancel = false;
                until = ParkingLot.NO_DEADLINE;
                left = Long.MAX_VALUE;
            }
            if (now == WAITING) {
                if (!RESULT.compareAndSet(this, WAITING, ASLEEP)) {
                    continue;
                }
                slept = true;
                ParkStats.SLEEPS.increment();
            }
            if (until == ParkingLot.NO_DEADLINE) {
                LockSupport.park(blocker);
            } else {
                LockSupport.parkNanos(blocker, left);
            }
            if (!mayCancel && Thread.interrupted()) {
                interrupted = ParkingLot.INTERRUPTED;
            }
        }
        return now | interrupted;
    }

    /**
     * As {@link #await(boolean, long, Object)}, but looks for a while before it parks: where the answer often comes
     * sooner than a thread falls asleep.
     *
     * @param interruptible whether an interrupt ends the wait
     * @param deadline when to give up, as {@link System#nanoTime()}, or {@link ParkingLot#NO_DEADLINE}
     * @param blocker what a thread dump shows
     * @return as there
     */
    public int spinThenAwait(boolean interruptible, long deadline, @Nullable Object blocker) {
        boolean endsAtOnce = (interruptible && thread.isInterrupted())
                || (deadline != ParkingLot.NO_DEADLINE && deadline - System.nanoTime() <= 0);
        int looks = endsAtOnce ? 0 : Patience.looks(home);
        for (int look = 0; look < looks; look++) {
            int now = (int) RESULT.getAcquire(this);
            if (now > WAITING) {
                Patience.paid(home);
                return now;
            }
            Thread.onSpinWait();
        }
        int result = await(interruptible, deadline, blocker);
        if (slept && looks > 0) {
            Patience.wasInVain(home);
        }
        return result;
    }

    /**
     * Whether a waker moved it to the queue that its {@link Transfer} names. The result is that queue's, then.
     *
     * @return stale until the wait is over
     */
    public boolean moved() {
        return moved;
    }

    /**
     * What {@link ParkingLot.Entry} said.
     *
     * @return its note
     */
    public int note() {
        return note;
    }

    /**
     * Leaves the queue without waiting in it.
     *
     * @return {@link ParkingLot#CANCELLED}, or what it was told before it could leave
     */
    public int leave() {
        return leaveSlow(ParkingLot.CANCELLED);
    }

    /** Gives up, unless somebody was faster and has woken this waiter, or moved it: then it is still {@link #WAITING}. */
    private int leaveSlow(int reason) {
        Bucket at = bucket;
        at.lock();
        while (at != bucket) {
            at.unlock();
            at = bucket;
            at.lock();
        }
        boolean queued = !moved && at.remove(this);
        boolean notified = moved;
        at.unlock();
        if (queued) {
            return reason;
        }
        if (notified) {
            return WAITING;
        }
        int now;
        while ((now = (int) RESULT.getAcquire(this)) <= WAITING) {
            Thread.onSpinWait(); // taken out of the queue, and told in a moment
        }
        return now;
    }

    /** Under both buckets' locks, and in neither's list. */
    void moveTo(long newAddress, Bucket newBucket) {
        address = newAddress;
        bucket = newBucket;
        moved = true;
        fresh = true;
    }

    /**
     * Whether it came to parking.
     *
     * @return false if the result was there before
     */
    public boolean slept() {
        return slept;
    }

    /** Tells the result; returns whether the thread must be unparked. */
    boolean finish(int with) {
        return (int) RESULT.getAndSet(this, with) == ASLEEP;
    }
}
