package dev.ferrite.locks.rcu;

import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.diag.KernelBug;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** Numbers grace periods, runs one at a time, and shares it among all who wait. */
abstract class GraceSequence {
    /*
     * Algorithm note.
     *
     * started, completed: numbers of the newest grace period that has begun, that has ended. Written under lock.
     *
     * A caller needs a whole grace period that begins after all it has done: the one after the newest that has begun. It
     * queues at the lock; whoever gets in first leads, and the others find completed >= their number when they get in.
     * Ten thousand calls at once cost two grace periods.
     *
     *   caller                                leader
     *   C1 store: unlink                      L1 started = g (volatile)
     *   C2 full fence                         L2 barrier, look at the readers
     *   C3 number = started + 1               L3 completed = g
     *   C4 until completed >= number
     * If g >= number, C3 did not read L1's store, so by C2 and the volatile store C1 is in memory before what follows L1.
     * What the leader saw of the readers is visible after C4, by the lock or by completed, which is volatile.
     *
     * Nobody wakes the leader: readers would have to look for it. It spins, yields, and then sleeps for 20 us to 1 ms.
     */
    private static final int SPINS = 50;
    private static final int YIELDS = 50;

    /** Looks at the readers before it begins to sleep between them. */
    static final int LOOKS_AWAKE = SPINS + YIELDS;

    private static final long SHORTEST_SLEEP = 20_000;
    private static final long LONGEST_SLEEP = 1_000_000;
    private static final int MOST_DOUBLINGS = 10;

    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicInteger hurried = new AtomicInteger();

    private volatile long started;
    private volatile long completed;

    /** Returns when every reader that was there at the start has left. */
    abstract void awaitReaders(long number);

    /** The number of the first grace period that begins after all that the caller has done. */
    final long snapshot() {
        Words.fullFence();
        return started + 1;
    }

    final boolean isOver(long number) {
        return completed >= number;
    }

    final long completed() {
        return completed;
    }

    /** Returns when a grace period has ended, leading it if need be. Interrupts wait, too, and stay set. */
    final void await(long number, boolean expedited) {
        if (isOver(number)) {
            return;
        }
        if (expedited) {
            hurried.getAndIncrement();
        }
        lock.lock();
        try {
            while (completed < number) { // twice at most: numbers come from snapshot()
                long next = started + 1;
                started = next;
                awaitReaders(next);
                completed = next;
            }
        } finally {
            lock.unlock();
            if (expedited) {
                hurried.getAndDecrement();
            }
        }
    }

    /** Runs something while no grace period is under way; not at all if one is. */
    final boolean tryBetween(Runnable action) {
        if (!lock.tryLock()) {
            return false;
        }
        try {
            action.run();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Runs something when no grace period is under way. */
    final void between(Runnable action) {
        lock.lock();
        try {
            action.run();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits a little before the next look at the readers.
     *
     * @param look how many looks there have been
     * @return whether it ate an interrupt: with one pending, nothing sleeps
     */
    final boolean pause(int look) {
        if (look < SPINS) {
            for (int i = 0; i < 16; i++) {
                Thread.onSpinWait();
            }
            return false;
        }
        if (look < LOOKS_AWAKE) {
            Thread.yield();
            return false;
        }
        boolean interrupted = Thread.interrupted();
        int doublings = hurried.get() > 0 ? 0 : Math.min(look - LOOKS_AWAKE, MOST_DOUBLINGS);
        LockSupport.parkNanos(Math.min(SHORTEST_SLEEP << doublings, LONGEST_SLEEP));
        return interrupted;
    }

    /** Refuses a number that {@link #snapshot()} never gave. */
    final void checkNumber(long number) {
        if (number < 1 || number > started + 1) {
            throw new KernelBug("not a grace period of getState(): state=" + number + ", newest=" + started);
        }
    }
}
