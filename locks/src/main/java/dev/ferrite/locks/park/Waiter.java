package dev.ferrite.locks.park;

import dev.ferrite.offheap.HeapWords;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A thread's place in a queue of the {@link ParkingLot}; used by that thread, for one wait. What it tells of that wait is
 * there until the thread waits again.
 */
public final class Waiter {
    /*
     * result   WAITING -> ASLEEP by the waiter (CAS), before it parks for the first time; -> the result by the waker
     *          (exchange), once. Who wakes one that is not asleep saves the call, and leaves no permit behind.
     *
     * address, bucket, moved, next, fresh, arrival are written under the lock of the bucket that the waiter is in, both
     * locks when it moves. So who finds a waiter in the bucket it has locked, by the field, may trust all of them. Its
     * thread reads bucket without a lock, too, to know which one to take, and looks again when it has it.
     *
     * Used again: a platform thread has one of these for all its waits; a second one, for a wait inside a wait (a backend
     * that waits while a condition unlocks), is made when it is needed. A wait is over for its thread only when the result
     * is written, and the writing is the last that a waker does to the waiter: next and thread are read before. So nobody
     * else knows a waiter that begin() finds not taken. One whose wait was left by an exception stays taken, for it may
     * still be queued. A virtual thread makes one for each wait: a thread-local map would cost it more than some of them.
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

    /** The checker that runs on the twin wants every run to be as the first. */
    private static final boolean USED_AGAIN = !HeapWords.enabled();

    private static final ThreadLocal<Waiter> OWN = ThreadLocal.withInitial(Waiter::new);

    final Thread thread;

    @Nullable
    Transfer transfer;

    /** What it waits for. */
    long address;

    /** Whether a wait has begun and is not over. */
    private boolean taken;

    @Nullable
    Waiter next;

    /** Waits for a lock and has not been woken in vain yet. */
    boolean fresh;

    long arrival;
    int note;
    private @Nullable Bucket bucket;
    private boolean moved;
    private boolean slept;

    @SuppressWarnings("UnusedVariable") // through RESULT
    private int result;

    private Waiter() {
        this.thread = Thread.currentThread();
    }

    /** A place for the calling thread, which nobody else knows yet. */
    static Waiter begin(long address, Bucket bucket, @Nullable Transfer transfer) {
        Waiter waiter = USED_AGAIN && !Thread.currentThread().isVirtual() ? OWN.get() : new Waiter();
        if (waiter.taken) {
            waiter = new Waiter();
        }
        waiter.taken = true;
        waiter.address = address;
        waiter.bucket = bucket;
        waiter.transfer = transfer;
        waiter.fresh = false;
        waiter.note = 0;
        waiter.moved = false;
        waiter.slept = false;
        waiter.result = WAITING;
        return waiter;
    }

    /** The wait is over, or did not begin: nobody else knows this place any more. */
    void end() {
        transfer = null;
        taken = false;
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
        int outcome;
        while ((outcome = (int) RESULT.getAcquire(this)) <= WAITING) {
            boolean cancelled = mayCancel && thread.isInterrupted();
            long left = until == ParkingLot.NO_DEADLINE ? Long.MAX_VALUE : until - System.nanoTime();
            if (cancelled || left <= 0) {
                int given = leaveSlow(cancelled ? ParkingLot.CANCELLED : ParkingLot.TIMED_OUT);
                if (given != WAITING) {
                    outcome = given;
                    break;
                }
                mayCancel = false;
                until = ParkingLot.NO_DEADLINE;
                left = Long.MAX_VALUE;
            }
            if (outcome == WAITING) {
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
        end();
        return outcome | interrupted;
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
        long home = address; // it may be moved
        boolean endsAtOnce = (interruptible && thread.isInterrupted())
                || (deadline != ParkingLot.NO_DEADLINE && deadline - System.nanoTime() <= 0);
        int looks = endsAtOnce ? 0 : Patience.looks(home);
        for (int look = 0; look < looks; look++) {
            int now = (int) RESULT.getAcquire(this);
            if (now > WAITING) {
                Patience.paid(home);
                end();
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
        int outcome = leaveSlow(ParkingLot.CANCELLED);
        end();
        return outcome;
    }

    /** Gives up, unless somebody was faster and has woken this waiter, or moved it: then it is still {@link #WAITING}. */
    private int leaveSlow(int reason) {
        Bucket at = Objects.requireNonNull(bucket);
        at.lock();
        while (at != bucket) {
            at.unlock();
            at = Objects.requireNonNull(bucket);
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
