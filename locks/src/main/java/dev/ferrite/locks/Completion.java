package dev.ferrite.locks;

import dev.ferrite.locks.lockdep.Lockdep;
import dev.ferrite.locks.park.ParkingLot;
import dev.ferrite.locks.park.Waiter;
import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.alloc.KmemCache;
import dev.ferrite.offheap.errno.Errno;
import java.lang.ref.Cleaner;

/**
 * Something that is done once, and waited for: the counterpart of {@code kernel::sync::Completion}.
 *
 * <p>{@link #completeAll} lets every present and future waiter pass; {@link #complete} lets one pass. What happened before
 * completing happens before the return of a wait. Waiting for something that is done costs one load.
 */
public final class Completion {
    /*
     * word: int, as the kernel's counter.
     *   0    nobody may pass                 -> n by complete(), under the queue's lock; -> ALL
     *   n>0  n waits may pass                -> n-1 by a wait (CAS)
     *   ALL  everybody may pass, for good    -> 0 by reinit() only
     * complete() hands its one permission to the longest waiter, if there is one, and counts it otherwise; both under
     * the queue's lock, under which a waiter looks at the counter before it parks. So a permission is never counted
     * beside a parked waiter. completeAll() stores ALL under that lock, too.
     */
    private static final int ALL = -1;

    private static final KmemCache WORDS = KmemCache.create("completion", Long.BYTES, Long.BYTES);
    private static final Cleaner CLEANER = Cleaner.create();

    private static final ParkingLot.Validation NOT_DONE = word -> Words.getIntAcquire(word) == 0;

    private static final ParkingLot.Release COMPLETE = (word, found, more, fair) -> {
        if (!found) {
            int done;
            do {
                done = Words.getIntOpaque(word);
            } while (done != ALL && done != Integer.MAX_VALUE && !Words.compareAndSetIntRelease(word, done, done + 1));
        }
        return ParkingLot.HANDED_OVER;
    };

    private static final ParkingLot.ReleaseAll COMPLETE_ALL = (word, count) -> {
        Words.setIntRelease(word, ALL);
        return ParkingLot.HANDED_OVER;
    };

    private final String name;
    private final long word;

    private Completion(String name) {
        this.name = name;
        this.word = WORDS.alloc();
        Words.setIntRelease(word, 0);
        long own = word;
        CLEANER.register(this, () -> WORDS.free(own));
    }

    /**
     * A completion that is not done.
     *
     * @param name what messages and dumps call it
     * @return the completion
     */
    public static Completion of(String name) {
        return new Completion(name);
    }

    /** Lets one waiter pass, the longest or the next to come: {@code complete}. */
    public void complete() {
        ParkingLot.unparkOne(word, COMPLETE);
    }

    /** Lets all waiters pass, for good: {@code complete_all}. */
    public void completeAll() {
        ParkingLot.unparkAll(word, COMPLETE_ALL);
    }

    /** Waits until it is done; interrupts do not end it: {@code wait_for_completion}. */
    public void waitForCompletion() {
        Lockdep.mightSleep("Completion.wait");
        boolean interrupted = false;
        while (!tryWait()) {
            Waiter waiter = ParkingLot.enqueueIf(word, NOT_DONE);
            int result = waiter == null ? ParkingLot.WOKEN : waiter.spinThenAwait(false, ParkingLot.NO_DEADLINE, this);
            interrupted |= (result & ParkingLot.INTERRUPTED) != 0;
            if ((result & ~ParkingLot.INTERRUPTED) == ParkingLot.HANDED_OVER) {
                break;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Waits until it is done, interrupted, or for a time: {@code wait_for_completion_interruptible_timeout}. The interrupt
     * flag stays set.
     *
     * @param jiffies how long at most, unsigned; more than {@link Long#MAX_VALUE} is for ever
     * @return 0 when the time is over, {@code -ERESTARTSYS} when interrupted, otherwise the jiffies left, 1 or more
     */
    public long waitInterruptibleTimeout(long jiffies) {
        Lockdep.mightSleep("Completion.wait");
        long nanos = Jiffies.toNanos(jiffies);
        boolean forever = nanos == Long.MAX_VALUE;
        long deadline = forever ? ParkingLot.NO_DEADLINE : System.nanoTime() + nanos;
        while (!tryWait()) {
            Waiter waiter = ParkingLot.enqueueIf(word, NOT_DONE);
            int result = waiter == null ? ParkingLot.WOKEN : waiter.spinThenAwait(true, deadline, this);
            if (result == ParkingLot.HANDED_OVER) {
                break;
            }
            if (result == ParkingLot.CANCELLED) {
                return Errno.ERESTARTSYS.negated();
            }
            if (result == ParkingLot.TIMED_OUT) {
                return 0;
            }
        }
        return forever ? Jiffies.MAX_SCHEDULE_TIMEOUT : Math.max(1, Jiffies.ofNanos(deadline - System.nanoTime()));
    }

    /**
     * Passes if it may, without waiting: {@code try_wait_for_completion}.
     *
     * @return whether it passed
     */
    public boolean tryWait() {
        for (; ; ) {
            int done = Words.getIntAcquire(word);
            if (done == ALL) {
                return true;
            }
            if (done == 0) {
                return false;
            }
            if (Words.compareAndSetIntAcquire(word, done, done - 1)) {
                return true;
            }
        }
    }

    /**
     * Whether a wait would pass now: {@code completion_done}.
     *
     * @return whether it is done
     */
    public boolean isDone() {
        return Words.getIntAcquire(word) != 0;
    }

    /** Makes it not done again; nobody may wait or complete meanwhile: {@code reinit_completion}. */
    public void reinit() {
        Words.setIntRelease(word, 0);
    }

    @Override
    public String toString() {
        return "Completion " + name;
    }
}
