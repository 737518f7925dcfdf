package dev.ferrite.runtime.task;

import dev.ferrite.offheap.diag.KernelBug;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * How a thread sleeps until {@link Task#wakeUp}, and what a wake-up leaves behind: nothing.
 */
final class Sleeper {
    /*
     * The word     meaning                                       who sets it
     * RUNNING      runs, or is on its way back                   the owner, at any time; a waker, from WAKING
     * 1, 2         is about to sleep, or sleeps                  the owner, before it looks at its condition
     * WAKING       a waker is between its CAS and RUNNING        a waker, by CAS from 1 or 2
     *
     * No wake-up is lost: the owner sets the word and then looks at its condition; the waker makes the condition true and
     * then looks at the word. All four are volatile, so one of them sees the other.
     *
     * No permit stays: LockSupport's permit is the thread's, and whoever parks next would find it. A waker hands it out
     * only between its CAS and its store of RUNNING, and the owner leaves only when it has seen RUNNING; so a permit that
     * was handed out is there by then, unless a park has eaten it, and the owner takes it out by a park until a time long
     * past, which never waits. The owner must not park for good on WAKING: it may have eaten the permit already. It spins,
     * for the waker is two steps from the end. But an unpark often hands the waker's own processor to the woken thread,
     * and then the waker comes to its end only when the owner gets out of the way: so it sleeps a little after that.
     */
    private static final int RUNNING = 0;
    private static final int WAKING = 4;

    private static final int SPINS = 64;
    private static final long LITTLE_NANOS = 10_000;

    private final AtomicInteger word = new AtomicInteger();
    private final Thread owner;

    /** Of the owner alone: the word was set to a sleep since it last was RUNNING by the owner's own doing. */
    private boolean armed;

    Sleeper(Thread owner) {
        this.owner = owner;
    }

    /** By any thread: true if it was asleep, or about to be, and is not any more. */
    boolean wakeUp() {
        for (; ; ) {
            int state = word.get();
            if (state == RUNNING || state == WAKING) {
                return false;
            }
            if (word.compareAndSet(state, WAKING)) {
                LockSupport.unpark(owner);
                word.set(RUNNING);
                return true;
            }
        }
    }

    /** By the owner. */
    void set(int state) {
        leave();
        if (state != RUNNING) {
            armed = true;
            word.set(state);
        }
    }

    /** By the owner: sleeps until woken, for a time at most, and is RUNNING afterwards. */
    void schedule(long nanos) {
        int state = word.get();
        boolean interruptible = state == Task.TASK_INTERRUPTIBLE;
        boolean interrupted = false;
        long deadline = nanos == Task.MAX_SCHEDULE_TIMEOUT ? 0 : System.nanoTime() + nanos;
        if (!armed) {
            Thread.yield();
            return;
        }
        while (asleep()) {
            if (owner.isInterrupted()) {
                if (interruptible) {
                    break;
                }
                interrupted |= Thread.interrupted();
            }
            if (nanos == Task.MAX_SCHEDULE_TIMEOUT) {
                LockSupport.park(this);
            } else {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    break;
                }
                LockSupport.parkNanos(this, left);
            }
        }
        leave();
        if (interrupted) {
            owner.interrupt();
        }
    }

    private boolean asleep() {
        int state = word.get();
        return state != RUNNING && state != WAKING;
    }

    /** Ends the sleep, if there is one; takes out the permit of a wake-up, if there was one. */
    private void leave() {
        if (!armed) {
            return;
        }
        armed = false;
        int state = word.get();
        for (int spins = 0; state != RUNNING; spins++) {
            if (state != WAKING && word.compareAndSet(state, RUNNING)) {
                return;
            }
            if (spins < SPINS) {
                Thread.onSpinWait();
            } else {
                LockSupport.parkNanos(LITTLE_NANOS);
            }
            state = word.get();
        }
        LockSupport.parkUntil(0);
    }

    static void checkState(int state) {
        if (state < RUNNING || state > Task.TASK_UNINTERRUPTIBLE) {
            throw new KernelBug("not a state to sleep in: state=" + state);
        }
    }
}
