package dev.ferrite.locks.park;

import dev.ferrite.offheap.HeapWords;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A thread's place in a queue of the {@link ParkingLot}; used by that thread, for one wait. What it tells of that wait is
 * there until the thread waits again.
 */
public sealed class Waiter permits NotifiedWaiter {
    /*
     * Small, for a virtual thread makes one for each wait, and the collector copies those of all that wait: 40 bytes. What
     * only some waits need is in the subclass.
     *
     * result   WAITING -> ASLEEP by the waiter (CAS), before it parks for the first time; -> the result by the waker
     *          (exchange), once, or by the waiter that has left its queue. Who wakes one that is not asleep saves the call,
     *          and leaves no permit behind.
     *
     * address, place, next are written under the lock of the bucket that the waiter is in, both locks when it moves. So
     * who has locked the bucket of a waiter's address may trust all of them. Its thread reads address without a lock, too,
     * to know which bucket to take, and looks again when it has it.
     *
     * Used again: a platform thread has one, of the subclass, for all its waits; a second one, for a wait inside a wait (a
     * backend that waits while a condition unlocks), is made when it is needed. A wait is over for its thread only when
     * the result is written, and the writing is the last that a waker does to the waiter: next and thread are read before.
     * So nobody else knows a waiter that begin() finds not taken. One whose wait was left by an exception stays taken, for
     * it may still be queued. A virtual thread makes one for each wait: a thread-local map would cost it more than some of them.
     */
    private static final int WAITING = 0;
    private static final int ASLEEP = -1;

    /** Of {@link #place}: waits for a lock and has not been woken in vain yet. */
    private static final byte FRESH = 1;

    /** Of {@link #place}. */
    private static final byte MOVED = 2;

    /** Of {@link #place}: in a bucket's list. */
    private static final byte QUEUED = 4;

    private static final VarHandle RESULT;

    static {
        try {
            RESULT = MethodHandles.lookup().findVarHandle(Waiter.class, "result", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** The checker that runs on the twin wants every run to be as the first. */
    static final boolean USED_AGAIN = !HeapWords.enabled();

    final Thread thread;

    /** What it waits for. */
    long address;

    @Nullable
    Waiter next;

    private byte place;
    private byte note;
    private boolean slept;

    @SuppressWarnings("UnusedVariable") // through RESULT
    private int result;

    Waiter() {
        this.thread = Thread.currentThread();
    }

    /** A place for the calling thread, which nobody else knows yet. */
    static Waiter begin(long address, boolean fresh) {
        if (USED_AGAIN && !Thread.currentThread().isVirtual()) {
            return NotifiedWaiter.begin(address, null, fresh);
        }
        Waiter waiter = new Waiter();
        waiter.reset(address, fresh);
        return waiter;
    }

    /** Before a wait. */
    final void reset(long newAddress, boolean fresh) {
        address = newAddress;
        place = fresh ? FRESH : 0;
        note = 0;
        slept = false;
        result = WAITING;
    }

    /** The wait is over, or did not begin: nobody else knows this place any more. */
    final void end() {
        if (this instanceof NotifiedWaiter again) {
            again.transfer = null;
            again.taken = false;
        }
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
    public final int await(boolean interruptible, long deadline, @Nullable Object blocker) {
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
            if (outcome == WAITING && !fallsAsleep()) {
                continue;
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
     * Parks once, unless the result is there: for a loop of the caller's own, around {@link #told}.
     *
     * @param blocker what a thread dump shows
     * @return whether the thread was interrupted; the flag is cleared then
     */
    public final boolean park(@Nullable Object blocker) {
        int now = told();
        if (now == WAITING ? fallsAsleep() : now == ASLEEP) {
            LockSupport.park(blocker);
        }
        return Thread.interrupted();
    }

    /**
     * The result.
     *
     * @return {@link ParkingLot#WOKEN} or {@link ParkingLot#HANDED_OVER}; {@link ParkingLot#CANCELLED} after {@link
     *     #leave}; 0 or less while there is none
     */
    public final int told() {
        return (int) RESULT.getAcquire(this);
    }

    /** Says so before the first park; false if the result is there. */
    private boolean fallsAsleep() {
        if (!RESULT.compareAndSet(this, WAITING, ASLEEP)) {
            return false;
        }
        slept = true;
        ParkStats.SLEEPS.increment();
        return true;
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
    public final int spinThenAwait(boolean interruptible, long deadline, @Nullable Object blocker) {
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
    public final boolean moved() {
        return (place & MOVED) != 0;
    }

    /** Whether it waits for a lock and has not been woken in vain yet; under its bucket's lock. */
    final boolean fresh() {
        return (place & FRESH) != 0;
    }

    /** It enters a bucket's list, or leaves it; under the bucket's lock. */
    final void queued(boolean is) {
        place = (byte) (is ? place | QUEUED : place & ~QUEUED);
    }

    /** Under its bucket's lock. */
    final void note(int said) {
        note = (byte) said;
    }

    /**
     * What {@link ParkingLot.Entry} said.
     *
     * @return its note
     */
    public final int note() {
        return note;
    }

    /**
     * Leaves the queue without waiting in it.
     *
     * @return {@link ParkingLot#CANCELLED}, or what it was told before it could leave
     */
    public final int leave() {
        int outcome = leaveSlow(ParkingLot.CANCELLED);
        if (outcome == ParkingLot.CANCELLED) {
            result = outcome; // nobody else knows it any more
        }
        end();
        return outcome;
    }

    /** Gives up, unless somebody was faster and has woken this waiter, or moved it: then it is still {@link #WAITING}. */
    private int leaveSlow(int reason) {
        Bucket at = ParkingLot.bucket(address);
        at.lock();
        for (Bucket now; (now = ParkingLot.bucket(address)) != at; ) {
            at.unlock();
            at = now;
            at.lock();
        }
        boolean notified = moved();
        boolean queued = !notified && (place & QUEUED) != 0;
        if (queued) {
            at.remove(this);
        }
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
    final void moveTo(long newAddress) {
        address = newAddress;
        place = FRESH | MOVED;
    }

    /**
     * Whether it came to parking.
     *
     * @return false if the result was there before
     */
    public final boolean slept() {
        return slept;
    }

    /** Whether it parks, or is about to; stale at once. */
    final boolean isAsleep() {
        return (int) RESULT.getOpaque(this) == ASLEEP;
    }

    /** Tells the result; returns whether the thread must be unparked. */
    final boolean finish(int with) {
        return (int) RESULT.getAndSet(this, with) == ASLEEP;
    }
}
