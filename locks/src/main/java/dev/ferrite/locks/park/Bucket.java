package dev.ferrite.locks.park;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The queue of the addresses that share a place in {@link ParkingLot}'s table, and its lock. */
final class Bucket {
    private static final VarHandle LOCK;

    static {
        try {
            LOCK = MethodHandles.lookup().findVarHandle(Bucket.class, "lock", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Twice the mean time between fair wake-ups. */
    private static final long FAIR_NANOS = 1_000_000;

    @SuppressWarnings("unused") // through LOCK
    private int lock;

    private @Nullable Waiter head;
    private @Nullable Waiter tail;
    private long nextFair;
    private long arrivals;

    void lock() {
        for (int spins = 0; !tryLock(); spins++) {
            while ((int) LOCK.getOpaque(this) != 0) {
                if ((++spins & 63) == 0) {
                    Thread.yield();
                } else {
                    Thread.onSpinWait();
                }
            }
        }
    }

    boolean tryLock() {
        return LOCK.compareAndSet(this, 0, 1);
    }

    void unlock() {
        LOCK.setRelease(this, 0);
    }

    /** The next number in the order of arrival. */
    long arrive() {
        return ++arrivals;
    }

    void append(Waiter waiter) {
        waiter.queued(true);
        Waiter last = tail;
        if (last == null) {
            head = waiter;
        } else {
            last.next = waiter;
        }
        tail = waiter;
    }

    void prepend(Waiter waiter) {
        waiter.queued(true);
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

    /** Takes one out, wherever it is in this list. */
    void remove(Waiter waiter) {
        Waiter before = null;
        for (Waiter at = head; at != null; before = at, at = at.next) {
            if (at == waiter) {
                unlink(before, at);
                return;
            }
        }
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
        at.queued(false);
    }

    /** Adds the threads that have waited longest, of all addresses. */
    void eldest(int most, List<Thread> into) {
        if (head == null) {
            return; // a guess without the lock: whoever comes now has not waited long
        }
        lock();
        int count = 0;
        for (Waiter at = head; at != null && count < most; at = at.next, count++) {
            into.add(at.thread);
        }
        unlock();
    }

    boolean has(long address) {
        return first(address) != null;
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
