package dev.ferrite.locks;

import dev.ferrite.locks.lockdep.Lockdep;
import dev.ferrite.locks.park.ParkingLot;
import dev.ferrite.locks.park.Waiter;
import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.alloc.KmemCache;
import java.lang.ref.Cleaner;

/**
 * Waits for a condition that changes under a lock: the counterpart of {@code kernel::sync::CondVar}.
 *
 * <p>Works with the guard of any lock; which lock goes with which condition is the caller's to keep. A wait takes its
 * place in the queue, unlocks, sleeps, and locks again before it returns or throws; it may return for no reason, so
 * callers loop. Notifications are not sticky: with nobody waiting they are lost. A notifier that changed the condition
 * under the lock is never missed.
 *
 * <p>{@snippet :
 * try (var guard = ring.lock()) {
 *     MemorySegment data = guard.get();
 *     while (OrderRingDataStruct.put(data) == OrderRingDataStruct.taken(data)) {
 *         notEmpty.wait(guard);
 *     }
 *     long at = OrderRingDataStruct.taken(data);
 *     order = OrderRingDataStruct.orders(data, at % CAPACITY);
 *     OrderRingDataStruct.taken(data, at + 1);
 * }
 * }
 *
 * <p>Interrupts are signals: read, never cleared. With nobody waiting a notification costs one load. A waiter looks for
 * its notification for up to some microseconds before it parks, if that has been worth it lately. A notifier that holds
 * the {@link Mutex} of a waiter does not wake it only to see it wait again: the waiter gets in line for the mutex, and
 * the unlock wakes it. From then on neither time nor interrupts end its wait, for it is notified.
 *
 * <p>{@code dev.ferrite.locks.poll.PollCondVar} is one that also makes pollers ready.
 */
public class CondVar {
    /*
     * The order of a wait is the kernel's: queue, unlock, sleep, lock, leave the queue, result. The place is taken before
     * the lock is released, so a notifier that holds the lock afterwards finds it.
     *
     * word: a long. Its lower half is the number of threads between "about to queue" and "locked again". It is raised before the lock is
     * released, so a notifier that took the lock since sees it raised (release and acquire of that lock), and a notifier
     * that reads 0 may skip the queue. It counts threads that were woken already, which costs a useless look. The upper half
     * is the number of pollers, 0 unless a subclass counts them.
     */
    /*
     * A waiter that was moved to its mutex's queue (ParkingLot says how, MutexBackend why that loses nobody) is woken by
     * the mutex's rules: it owns the lock already, or has the mark of the woken to clear. Lock.relock knows.
     */
    private static final long POLLER = 1L << 32;

    private static final KmemCache WORDS = KmemCache.create("condvar", Long.BYTES, Long.BYTES);
    private static final Cleaner CLEANER = Cleaner.create();

    private final String name;
    private final long word;

    /**
     * For subclasses, whose queues hold more than threads.
     *
     * @param name what messages and dumps call it
     */
    @SuppressWarnings("this-escape") // the cleaner calls nothing of this object
    protected CondVar(String name) {
        this.name = name;
        this.word = WORDS.alloc();
        Words.setLongRelease(word, 0);
        long own = word;
        CLEANER.register(this, () -> WORDS.free(own));
    }

    /**
     * A condition nobody waits for.
     *
     * @param name what messages and dumps call it
     * @return the condition variable
     */
    public static CondVar of(String name) {
        return new CondVar(name);
    }

    /**
     * Waits until notified; interrupts do not end it: {@code wait}.
     *
     * @param guard the lock's guard, held by the caller
     */
    public final void wait(Guard<?> guard) {
        await(guard, false, ParkingLot.NO_DEADLINE);
    }

    /**
     * Waits until notified or interrupted: {@code wait_interruptible}. With an interrupt pending it does not sleep.
     *
     * @param guard the lock's guard, held by the caller
     * @return whether an interrupt is pending now; a notification may have been consumed all the same
     */
    public final boolean waitInterruptible(Guard<?> guard) {
        await(guard, true, ParkingLot.NO_DEADLINE);
        return Thread.currentThread().isInterrupted();
    }

    /**
     * As {@link #waitInterruptible}: {@code wait_interruptible_freezable}. A JVM has no freezer: a process that is
     * stopped or suspended with its machine stays in the wait.
     *
     * @param guard the lock's guard, held by the caller
     * @return whether an interrupt is pending now
     */
    public final boolean waitInterruptibleFreezable(Guard<?> guard) {
        return waitInterruptible(guard);
    }

    /**
     * Waits until notified, interrupted, or for a time: {@code wait_interruptible_timeout}. A pending interrupt is told
     * before anything else.
     *
     * @param guard the lock's guard, held by the caller
     * @param jiffies how long at most, unsigned; more than {@link Long#MAX_VALUE} is for ever, 0 does not sleep
     * @return how it ended
     */
    public final CondVarTimeoutResult waitInterruptibleTimeout(Guard<?> guard, long jiffies) {
        long nanos = Jiffies.toNanos(jiffies);
        boolean forever = nanos == Long.MAX_VALUE;
        long deadline = forever ? ParkingLot.NO_DEADLINE : System.nanoTime() + nanos;
        int result = await(guard, true, deadline);
        boolean timedOut = result == ParkingLot.TIMED_OUT;
        long left = forever ? Jiffies.MAX_SCHEDULE_TIMEOUT : Jiffies.ofNanos(deadline - System.nanoTime());
        if (Thread.currentThread().isInterrupted()) {
            return new CondVarTimeoutResult.Signal(timedOut ? 0 : left);
        }
        return timedOut ? new CondVarTimeoutResult.Timeout() : new CondVarTimeoutResult.Woken(Math.max(1, left));
    }

    /** Wakes the thread that has waited longest: {@code notify_one}. */
    public void notifyOne() {
        if (Words.getLongAcquire(word) != 0) {
            wakeSlow(false);
        }
    }

    /** Wakes all threads that wait now, and none that comes later: {@code notify_all}. */
    public void notifyAllWaiters() {
        if (Words.getLongAcquire(word) != 0) {
            wakeSlow(true);
        }
    }

    /**
     * As {@link #notifyOne}, by a thread that will sleep soon: {@code notify_sync}. User space cannot tell the scheduler
     * so; it wakes the same thread at the same moment.
     */
    public final void notifySync() {
        notifyOne();
    }

    /**
     * How many threads wait now.
     *
     * @return the count, stale at once
     */
    public final int waiters() {
        return ParkingLot.parked(word);
    }

    /**
     * Wakes who is queued; called when somebody is.
     *
     * @param all all threads, or the one that has waited longest
     */
    protected void wakeSlow(boolean all) {
        if (all) {
            wakeThreads();
        } else {
            wakeThread();
        }
    }

    /**
     * Wakes the thread that has waited longest.
     *
     * @return whether there was one
     */
    protected final boolean wakeThread() {
        return ParkingLot.notifyOne(word);
    }

    /**
     * Wakes the thread that has waited longest, if it came before a poller.
     *
     * @param arrival of {@link #arrival}
     * @return whether there was one
     */
    protected final boolean wakeThreadBefore(long arrival) {
        return ParkingLot.notifyOneBefore(word, arrival);
    }

    /** Wakes all threads that wait now. */
    protected final void wakeThreads() {
        ParkingLot.notifyAll(word);
    }

    /**
     * A poller's number in the queue's order of arrival.
     *
     * @return for {@link #wakeThreadBefore}
     */
    protected final long arrival() {
        return ParkingLot.arrival(word);
    }

    /**
     * Counts pollers; while there are some, notifications call {@link #wakeSlow}. A full fence.
     *
     * @param delta how many more
     */
    protected final void countPollers(int delta) {
        Words.getAndAddLong(word, delta * POLLER);
    }

    /**
     * How many pollers there are.
     *
     * @return the count, stale at once
     */
    protected final int pollers() {
        return (int) (Words.getLongAcquire(word) >>> 32);
    }

    private int await(Guard<?> guard, boolean interruptible, long deadline) {
        Lock<?, ?> lock = guard.lockRef();
        guard.checkHeld("wait");
        Lockdep.mightSleepWithout(lock.dep, "CondVar.wait");
        int flavour = Lockdep.flavour(lock.dep);
        Words.getAndAddLong(word, 1);
        Waiter waiter = ParkingLot.enqueue(word, lock.transfer());
        guard.close();
        int result = waiter.spinThenAwait(interruptible, deadline, this);
        lock.relock(flavour, waiter, result);
        Words.getAndAddLong(word, -1);
        if ((result & ParkingLot.INTERRUPTED) != 0) {
            Thread.currentThread().interrupt();
        }
        return result & ~ParkingLot.INTERRUPTED;
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + " " + name;
    }
}
