package dev.ferrite.locks.park;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Queues of parked threads keyed by an address, so that a lock needs no memory for its waiters: the idea of WebKit's
 * parking lot and the counterpart of the kernel's futex hash.
 *
 * <p>A thread parks on an address if a condition still holds once its place in the queue is certain; another wakes the
 * one that has waited longest. Addresses share {@value #BUCKETS} buckets; one address always meets the same bucket, in
 * order of arrival. Platform and virtual threads alike. Parking allocates one small object; waking none.
 */
public final class ParkingLot {
    /*
     * Algorithm note.
     *
     * A bucket is a spin lock, a list of waiters and the time of its next fair wake-up. The spin lock is held for a few
     * dozen instructions and never while parked, so it spins and yields, and does not park itself.
     *
     * A waiter's result is written under the bucket's lock, release, and read by its thread, acquire: everything the waker
     * did before is there for the woken. park() returns only when the result is written; a permit that somebody else left
     * behind, or a spurious return of LockSupport.park, makes it look again.
     *
     * A lost wake-up would need a waker that finds no waiter, and a waiter whose condition held after that. Both look
     * under the same bucket lock: if the waker came first, the condition is evaluated after what the waker did before.
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

    static final int BUCKETS = 512;

    private static final int WAITING = 0;

    /** Twice the mean time between fair wake-ups. */
    private static final long FAIR_NANOS = 1_000_000;

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

    /** Decides, with the queue's lock held, what a wake-up means. Must be short and must not throw. */
    @FunctionalInterface
    public interface Release {
        /**
         * Releases what the waiters wait for.
         *
         * @param address the address parked on
         * @param found whether there is a waiter
         * @param more whether there are others behind it
         * @param fair whether it is time to hand over instead of letting threads race
         * @return {@link #WOKEN} or {@link #HANDED_OVER}
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
        Waiter waiter = new Waiter(Thread.currentThread(), address, bucket);
        bucket.lock();
        boolean holds = validation.holds(address);
        if (holds) {
            bucket.append(waiter);
        }
        bucket.unlock();
        return holds ? waiter : null;
    }

    /**
     * Takes a place in the queue if a condition holds, before waiting in it: at its head, for one that was woken in vain.
     * One that was not is woken, but never handed anything over.
     *
     * @param address what to wait for
     * @param validation the condition
     * @param first whether to stand before those who wait now
     * @return the place, on which the caller must call {@link Waiter#await}; null if the condition did not hold
     */
    public static @Nullable Waiter enqueueIf(long address, Validation validation, boolean first) {
        Bucket bucket = bucket(address);
        Waiter waiter = new Waiter(Thread.currentThread(), address, bucket);
        bucket.lock();
        waiter.fresh = !first;
        boolean holds = validation.holds(address);
        if (holds && first) {
            bucket.prepend(waiter);
        } else if (holds) {
            bucket.append(waiter);
        }
        bucket.unlock();
        return holds ? waiter : null;
    }

    /**
     * Takes a place in the queue, before waiting in it: what is released between the two cannot be missed.
     *
     * @param address what to wait for
     * @return the place, on which the caller must call {@link Waiter#await}
     */
    public static Waiter enqueue(long address) {
        Bucket bucket = bucket(address);
        Waiter waiter = new Waiter(Thread.currentThread(), address, bucket);
        bucket.lock();
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
        int result =
                release.release(address, waiter != null, more, waiter != null && !waiter.fresh && bucket.isFairNow());
        if (waiter == null) {
            bucket.unlock();
            return false;
        }
        Thread thread = waiter.thread;
        waiter.finish(result);
        bucket.unlock();
        LockSupport.unpark(thread);
        return true;
    }

    /**
     * Takes a number in the queue's order of arrival, for something that stands in line without being a thread.
     *
     * @param address the queue
     * @return for {@link #unparkOneBefore}
     */
    public static long arrival(long address) {
        Bucket bucket = bucket(address);
        bucket.lock();
        long arrival = ++bucket.arrivals;
        bucket.unlock();
        return arrival;
    }

    /**
     * As {@link #unparkOne}, but only if the thread that has waited longest came before a certain moment.
     *
     * @param address what it waits for
     * @param arrival of {@link #arrival}, with the same address
     * @param release decides what it is told; not called if there is no such thread
     * @return whether there was one
     */
    public static boolean unparkOneBefore(long address, long arrival, Release release) {
        Bucket bucket = bucket(address);
        bucket.lock();
        Waiter waiter = bucket.first(address);
        if (waiter == null || waiter.arrival > arrival) {
            bucket.unlock();
            return false;
        }
        bucket.remove(waiter);
        Thread thread = waiter.thread;
        waiter.finish(release.release(address, true, bucket.has(address), !waiter.fresh && bucket.isFairNow()));
        bucket.unlock();
        LockSupport.unpark(thread);
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
        while (woken != null) {
            Waiter next = woken.next;
            Thread thread = woken.thread;
            woken.next = null;
            woken.finish(result);
            LockSupport.unpark(thread);
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

    private static Bucket bucket(long address) {
        return TABLE[(int) ((address * 0x9E37_79B9_7F4A_7C15L) >>> (64 - Integer.numberOfTrailingZeros(BUCKETS)))];
    }

    private static Bucket[] table() {
        Bucket[] table = new Bucket[BUCKETS];
        for (int i = 0; i < BUCKETS; i++) {
            table[i] = new Bucket();
        }
        return table;
    }

    /** A thread's place in a queue; used by that thread, once. */
    public static final class Waiter {
        private static final VarHandle RESULT;

        static {
            try {
                RESULT = MethodHandles.lookup().findVarHandle(Waiter.class, "result", int.class);
            } catch (ReflectiveOperationException e) {
                throw new ExceptionInInitializerError(e);
            }
        }

        private final Thread thread;
        private final long address;
        private final Bucket bucket;
        private @Nullable Waiter next;

        /** Waits for a lock and has not been woken in vain yet; under the bucket's lock. */
        private boolean fresh;

        private long arrival;

        @SuppressWarnings("unused") // through RESULT
        private int result;

        private Waiter(Thread thread, long address, Bucket bucket) {
            this.thread = thread;
            this.address = address;
            this.bucket = bucket;
        }

        /**
         * Waits until woken. An uninterruptible wait clears the interrupt flag and says so in its result; an
         * interruptible one ends by it and leaves it set.
         *
         * @param interruptible whether an interrupt ends the wait
         * @param deadline when to give up, as {@link System#nanoTime()}, or {@link #NO_DEADLINE}
         * @param blocker what a thread dump shows
         * @return {@link #WOKEN} or {@link #HANDED_OVER}, plus {@link #INTERRUPTED}; or {@link #TIMED_OUT} or
         *     {@link #CANCELLED}, and then nobody has woken it or will
         */
        public int await(boolean interruptible, long deadline, @Nullable Object blocker) {
            int interrupted = 0;
            int now;
            while ((now = (int) RESULT.getAcquire(this)) == WAITING) {
                if (interruptible && thread.isInterrupted()) {
                    return leaveSlow(CANCELLED);
                }
                if (deadline == NO_DEADLINE) {
                    LockSupport.park(blocker);
                } else {
                    long left = deadline - System.nanoTime();
                    if (left <= 0) {
                        return leaveSlow(TIMED_OUT) | interrupted;
                    }
                    LockSupport.parkNanos(blocker, left);
                }
                if (!interruptible && Thread.interrupted()) {
                    interrupted = INTERRUPTED;
                }
            }
            return now | interrupted;
        }

        /** Gives up, unless somebody was faster and has woken this waiter. */
        private int leaveSlow(int reason) {
            bucket.lock();
            boolean queued = bucket.remove(this);
            bucket.unlock();
            if (queued) {
                return reason;
            }
            int now;
            while ((now = (int) RESULT.getAcquire(this)) == WAITING) {
                Thread.onSpinWait(); // taken out of the queue, and told in a moment
            }
            return now;
        }

        private void finish(int with) {
            RESULT.setRelease(this, with);
        }
    }

    /** A queue and its lock. */
    private static final class Bucket {
        private static final VarHandle LOCK;

        static {
            try {
                LOCK = MethodHandles.lookup().findVarHandle(Bucket.class, "lock", int.class);
            } catch (ReflectiveOperationException e) {
                throw new ExceptionInInitializerError(e);
            }
        }

        @SuppressWarnings("unused") // through LOCK
        private int lock;

        private @Nullable Waiter head;
        private @Nullable Waiter tail;
        private long nextFair;
        private long arrivals;

        void lock() {
            for (int spins = 0; !LOCK.compareAndSet(this, 0, 1); spins++) {
                while ((int) LOCK.getOpaque(this) != 0) {
                    if ((++spins & 63) == 0) {
                        Thread.yield();
                    } else {
                        Thread.onSpinWait();
                    }
                }
            }
        }

        void unlock() {
            LOCK.setRelease(this, 0);
        }

        void append(Waiter waiter) {
            waiter.arrival = ++arrivals;
            Waiter last = tail;
            if (last == null) {
                head = waiter;
            } else {
                last.next = waiter;
            }
            tail = waiter;
        }

        void prepend(Waiter waiter) {
            waiter.next = head;
            head = waiter;
            if (tail == null) {
                tail = waiter;
            }
        }

        @Nullable
        Waiter first(long address) {
            Waiter at = head;
            while (at != null && at.address != address) {
                at = at.next;
            }
            return at;
        }

        @Nullable
        Waiter removeFirst(long address) {
            Waiter before = null;
            for (Waiter at = head; at != null; before = at, at = at.next) {
                if (at.address == address) {
                    unlink(before, at);
                    return at;
                }
            }
            return null;
        }

        /** Takes one out, wherever it is. */
        boolean remove(Waiter waiter) {
            Waiter before = null;
            for (Waiter at = head; at != null; before = at, at = at.next) {
                if (at == waiter) {
                    unlink(before, at);
                    return true;
                }
            }
            return false;
        }

        /** Takes all of an address out, as a list in order of arrival. */
        @Nullable
        Waiter removeAll(long address) {
            Waiter first = null;
            Waiter last = null;
            Waiter before = null;
            Waiter at = head;
            while (at != null) {
                Waiter next = at.next;
                if (at.address == address) {
                    unlink(before, at);
                    if (last == null) {
                        first = at;
                    } else {
                        last.next = at;
                    }
                    last = at;
                } else {
                    before = at;
                }
                at = next;
            }
            return first;
        }

        private void unlink(@Nullable Waiter before, Waiter at) {
            if (before == null) {
                head = at.next;
            } else {
                before.next = at.next;
            }
            if (tail == at) {
                tail = before;
            }
            at.next = null;
        }

        boolean has(long address) {
            for (Waiter at = head; at != null; at = at.next) {
                if (at.address == address) {
                    return true;
                }
            }
            return false;
        }

        int count(long address) {
            int count = 0;
            for (Waiter at = head; at != null; at = at.next) {
                if (at.address == address) {
                    count++;
                }
            }
            return count;
        }

        /** True about every {@value #FAIR_NANOS} / 2 ns, at random, so that no rhythm of threads can starve one of them. */
        boolean isFairNow() {
            long now = System.nanoTime();
            if (now - nextFair <= 0 && nextFair != 0) {
                return false;
            }
            boolean fair = nextFair != 0;
            nextFair = now + ThreadLocalRandom.current().nextLong(FAIR_NANOS) + 1;
            return fair;
        }
    }
}
