package dev.ferrite.locks.park;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Queues of parked threads keyed by an address, so that a lock needs no memory for its waiters: the idea of WebKit's
 * parking lot and the counterpart of the kernel's futex hash.
 *
 * <p>A thread parks on an address if a condition still holds once its place in the queue is certain; another wakes the
 * one that has waited longest. Addresses share {@value #BUCKETS} buckets; one address always meets the same bucket, in
 * order of arrival. Platform and virtual threads alike. A platform thread
 * makes one small object for all its waits, a virtual thread one for each; waking makes none.
 */
public final class ParkingLot {
    /*
     * Algorithm note.
     *
     * A bucket is a spin lock, a list of waiters and the time of its next fair wake-up. The spin lock is held for a few
     * dozen instructions and never while parked, so it spins and yields, and does not park itself.
     *
     * A waiter's result is written once, by a full exchange, and read by its thread, acquire: everything the waker did
     * before is there for the woken. await() returns only when the result is written; a permit that somebody else left
     * behind, or a spurious return of LockSupport.park, makes it look again.
     *
     * A lost wake-up would need a waker that finds no waiter, and a waiter whose condition held after that. Both look
     * under the same bucket lock: if the waker came first, the condition is evaluated after what the waker did before.
     *
     * Moving: the notifier of a waiter that will lock a mutex next, and holds that mutex itself, puts the waiter into the
     * mutex's queue, where its own unlock will find it. It holds both bucket locks meanwhile; the second is only tried, for
     * they have no order, and when it is taken the waiter is woken as others are. A moved waiter is notified: it does not
     * give up any more, and is told its result by the mutex's rules.
     */

    /** {@link #park}: the condition did not hold, or the waiter was woken to try again. */
    public static final int WOKEN = 1;

    /** {@link #park}: the waker handed over what the waiter waits for. */
    public static final int HANDED_OVER = 2;

    /** {@link #park}: added to the result if the thread was interrupted meanwhile; the flag is cleared then. */
    public static final int INTERRUPTED = 4;

    /** {@link Waiter#await}: the deadline passed before anybody woke it. */
    public static final int TIMED_OUT = 8;

    /** {@link Waiter#await}: an interrupt came before anybody woke it; the flag stays set. */
    public static final int CANCELLED = 16;

    /** {@link Waiter#await}: no deadline. */
    public static final long NO_DEADLINE = Long.MAX_VALUE;

    /** {@link Entry}: stay out. */
    public static final int REFUSED = -1;

    static final int BUCKETS = 512;

    /** How many threads of each bucket {@link #sleepers} tells of. */
    private static final int SLEEPERS = 64;

    private static final Bucket[] TABLE = table();

    private ParkingLot() {}

    /** Says, with the queue's lock held, whether a thread shall still park. Must be short and must not throw. */
    @FunctionalInterface
    public interface Validation {
        /**
         * Whether to park.
         *
         * @param address the address parked on
         * @return false to return from {@link #park} at once
         */
        boolean holds(long address);
    }

    /** Decides, with the queue's lock held, whether a thread enters. Must be short and must not throw. */
    @FunctionalInterface
    public interface Entry {
        /**
         * Tells those who wake that somebody enters.
         *
         * @param address the address to be parked on
         * @param argument the caller's
         * @return {@link #REFUSED}, or a note for the caller, from 0 to 127
         */
        int enter(long address, int argument);
    }

    /** Decides, with the queue's lock held, what a wake-up means. Must be short and must not throw. */
    @FunctionalInterface
    public interface Release {
        /**
         * Releases what the waiters wait for.
         *
         * @param address the address parked on
         * @param found whether there is a waiter
         * @param more whether there are others behind it
         * @param fair whether to hand over instead of letting threads race: the waiter was woken in vain before, and it is
         *     not asleep, so that nobody waits for it to wake up; or it is time
         * @return {@link #WOKEN} or {@link #HANDED_OVER}; what else the waiter is to be told may be in bits 8 to 30
         */
        int release(long address, boolean found, boolean more, boolean fair);
    }

    /** Decides, with the queue's lock held, what waking everybody means. Must be short and must not throw. */
    @FunctionalInterface
    public interface ReleaseAll {
        /**
         * Releases what the waiters wait for.
         *
         * @param address the address parked on
         * @param count how many there are
         * @return {@link #WOKEN} or {@link #HANDED_OVER}
         */
        int release(long address, int count);
    }

    /**
     * Parks until woken, if a condition holds. Interrupts do not end the wait.
     *
     * @param address what to wait for
     * @param validation the condition
     * @param blocker what a thread dump shows
     * @return {@link #WOKEN} or {@link #HANDED_OVER}, plus {@link #INTERRUPTED}
     */
    public static int park(long address, Validation validation, @Nullable Object blocker) {
        Waiter waiter = enqueueIf(address, validation);
        return waiter == null ? WOKEN : waiter.await(false, NO_DEADLINE, blocker);
    }

    /**
     * Takes a place in the queue if a condition holds, before waiting in it.
     *
     * @param address what to wait for
     * @param validation the condition
     * @return the place, on which the caller must call {@link Waiter#await}; null if the condition did not hold
     */
    public static @Nullable Waiter enqueueIf(long address, Validation validation) {
        Bucket bucket = bucket(address);
        Waiter waiter = Waiter.begin(address, false);
        bucket.lock();
        boolean holds = validation.holds(address);
        if (holds) {
            bucket.append(waiter);
        }
        bucket.unlock();
        if (!holds) {
            waiter.end();
            return null;
        }
        return waiter;
    }

    /**
     * Takes a place in the queue, if the queue's owner agrees, before waiting in it: at its head, for one that was woken
     * in vain. One that was not is woken, but never handed anything over.
     *
     * @param address what to wait for
     * @param entry says whether, and leaves a {@link Waiter#note}
     * @param argument for it
     * @param first whether to stand before those who wait now
     * @return the place, on which the caller must call {@link Waiter#await} or {@link Waiter#leave}; null if refused
     */
    public static @Nullable Waiter enter(long address, Entry entry, int argument, boolean first) {
        Bucket bucket = bucket(address);
        Waiter waiter = Waiter.begin(address, !first);
        bucket.lock();
        int note = entry.enter(address, argument);
        waiter.note(note);
        boolean entered = note != REFUSED;
        if (entered && first) {
            bucket.prepend(waiter);
        } else if (entered) {
            bucket.append(waiter);
        }
        bucket.unlock();
        if (!entered) {
            waiter.end();
            return null;
        }
        return waiter;
    }

    /**
     * Takes a place in the queue, before waiting in it: what is released between the two cannot be missed.
     *
     * @param address what to wait for
     * @param transfer where {@link #notifyOne} and {@link #notifyAll} may move it; null if nowhere
     * @return the place, on which the caller must call {@link Waiter#await}
     */
    public static Waiter enqueue(long address, @Nullable Transfer transfer) {
        Bucket bucket = bucket(address);
        NotifiedWaiter waiter = NotifiedWaiter.begin(address, transfer, false);
        bucket.lock();
        waiter.arrival = bucket.arrive();
        bucket.append(waiter);
        bucket.unlock();
        return waiter;
    }

    /**
     * Wakes the thread that has waited longest, if there is one.
     *
     * @param address what it waits for
     * @param release decides what it is told; called also when nobody waits
     * @return whether there was one
     */
    public static boolean unparkOne(long address, Release release) {
        Bucket bucket = bucket(address);
        bucket.lock();
        Waiter waiter = bucket.removeFirst(address);
        boolean more = waiter != null && bucket.has(address);
        boolean fair = waiter != null && !waiter.fresh() && (!waiter.isAsleep() || bucket.isFairNow());
        int result = release.release(address, waiter != null, more, fair);
        if (waiter == null) {
            bucket.unlock();
            return false;
        }
        wakeAndUnlock(bucket, waiter, result);
        return true;
    }

    /** Tells a waiter that is out of the queue its result. It may be gone as soon as it knows: its thread is read before. */
    private static void wakeAndUnlock(Bucket bucket, Waiter waiter, int result) {
        Thread thread = waiter.thread;
        boolean asleep = waiter.finish(result);
        bucket.unlock();
        if (asleep) {
            LockSupport.unpark(thread);
        }
    }

    /**
     * Notifies the thread that has waited longest, if there is one: moves it, or wakes it.
     *
     * @param address what it waits for
     * @return whether there was one
     */
    public static boolean notifyOne(long address) {
        Bucket bucket = bucket(address);
        bucket.lock();
        Waiter waiter = bucket.removeFirst(address);
        if (waiter == null) {
            bucket.unlock();
            return false;
        }
        moveOrWakeAndUnlock(bucket, waiter);
        return true;
    }

    private static void moveOrWakeAndUnlock(Bucket bucket, Waiter waiter) {
        if (move(bucket, waiter)) {
            bucket.unlock();
        } else {
            wakeAndUnlock(bucket, waiter, WOKEN);
        }
    }

    /** Moves a waiter that is out of the queue to that of its lock, if the caller holds it, and that is quiet. */
    private static boolean move(Bucket from, Waiter waiter) {
        Transfer transfer = waiter instanceof NotifiedWaiter notified ? notified.transfer : null;
        if (transfer == null || !transfer.isOwedByCaller()) {
            return false;
        }
        Bucket to = bucket(transfer.queue());
        if (to != from && !to.tryLock()) {
            return false; // two locks, in no order: nobody may wait for the second
        }
        transfer.entering();
        waiter.moveTo(transfer.queue());
        to.append(waiter);
        if (to != from) {
            to.unlock();
        }
        return true;
    }

    /**
     * Notifies all threads that wait now, in order of arrival: moves them, or wakes them.
     *
     * @param address what they wait for
     */
    public static void notifyAll(long address) {
        Bucket bucket = bucket(address);
        bucket.lock();
        Waiter woken = null;
        Waiter last = null;
        Waiter next;
        for (Waiter waiter = bucket.removeAll(address); waiter != null; waiter = next) {
            next = waiter.next;
            waiter.next = null;
            if (!move(bucket, waiter)) {
                if (last == null) {
                    woken = waiter;
                } else {
                    last.next = waiter;
                }
                last = waiter;
            }
        }
        bucket.unlock();
        wakeList(woken, WOKEN);
    }

    /**
     * Takes a number in the queue's order of arrival, for something that stands in line without being a thread.
     *
     * @param address the queue
     * @return for {@link #notifyOneBefore}
     */
    public static long arrival(long address) {
        Bucket bucket = bucket(address);
        bucket.lock();
        long arrival = bucket.arrive();
        bucket.unlock();
        return arrival;
    }

    /**
     * As {@link #notifyOne}, but only if the thread that has waited longest came before a certain moment.
     *
     * @param address what it waits for
     * @param arrival of {@link #arrival}, with the same address
     * @return whether there was one
     */
    public static boolean notifyOneBefore(long address, long arrival) {
        Bucket bucket = bucket(address);
        bucket.lock();
        Waiter waiter = bucket.first(address);
        if (waiter == null || (waiter instanceof NotifiedWaiter notified && notified.arrival > arrival)) {
            bucket.unlock();
            return false;
        }
        bucket.remove(waiter);
        moveOrWakeAndUnlock(bucket, waiter);
        return true;
    }

    /**
     * Wakes all threads that wait now, in order of arrival.
     *
     * @param address what they wait for
     * @param release told how many there are, 0 or more, before they wake; decides what they are told
     */
    public static void unparkAll(long address, ReleaseAll release) {
        Bucket bucket = bucket(address);
        bucket.lock();
        int result = release.release(address, bucket.count(address));
        Waiter woken = bucket.removeAll(address);
        bucket.unlock();
        wakeList(woken, result);
    }

    private static void wakeList(@Nullable Waiter first, int result) {
        Waiter woken = first;
        while (woken != null) {
            Waiter next = woken.next;
            Thread thread = woken.thread;
            woken.next = null;
            if (woken.finish(result)) {
                LockSupport.unpark(thread);
            }
            woken = next;
        }
    }

    /**
     * Runs something while nobody can start to park on an address, if nobody is parked on it.
     *
     * @param address the address
     * @param action what to run; must be short and must not throw
     */
    public static void ifNobodyParked(long address, Runnable action) {
        Bucket bucket = bucket(address);
        bucket.lock();
        if (!bucket.has(address)) {
            action.run();
        }
        bucket.unlock();
    }

    /**
     * How many threads are parked on an address.
     *
     * @param address the address
     * @return the count, stale at once
     */
    public static int parked(long address) {
        Bucket bucket = bucket(address);
        bucket.lock();
        int count = bucket.count(address);
        bucket.unlock();
        return count;
    }

    /**
     * Who waits: for those who look after threads that wait too long.
     *
     * @return of each bucket the 64 that have waited longest; stale at once
     */
    public static List<Thread> sleepers() {
        List<Thread> sleepers = new ArrayList<>();
        for (Bucket bucket : TABLE) {
            bucket.eldest(SLEEPERS, sleepers);
        }
        return sleepers;
    }

    static Bucket bucket(long address) {
        return TABLE[index(address)];
    }

    static int index(long address) {
        return (int) ((address * 0x9E37_79B9_7F4A_7C15L) >>> (64 - Integer.numberOfTrailingZeros(BUCKETS)));
    }

    private static Bucket[] table() {
        Bucket[] table = new Bucket[BUCKETS];
        for (int i = 0; i < BUCKETS; i++) {
            table[i] = new Bucket();
        }
        return table;
    }
}
