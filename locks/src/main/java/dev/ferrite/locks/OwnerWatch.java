package dev.ferrite.locks;

import dev.ferrite.locks.park.ParkingLot;
import dev.ferrite.offheap.HeapWords;
import dev.ferrite.offheap.diag.Warn;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Looks for locks whose owner has ended: the counterpart of the kernel's {@code khungtaskd}, which tells who blocks whom.
 *
 * <p>A daemon thread, started by the first thread that has to wait for a lock, looks once a second at the threads that have
 * waited longest. It warns once a lock; those who wait go on waiting, as in the kernel. Taking and waiting for a lock cost
 * nothing more.
 */
final class OwnerWatch {
    /*
     * A lock knows the id of its owner, not the thread: a reference would cost a barrier of the collector each time. So the
     * thread is looked for, among all platform threads, when a lock is met here first, and must be alive then to be known.
     * "It has ended" is certain for one that was: what it did happens before isAlive() is seen false, so an owner field
     * that still names it, read after that, was never cleared. An owner that nobody finds has ended before, or is a virtual
     * thread, for those are in no list: it is reported after a time, and as what it is.
     */
    static final String CATEGORY = "lock-owner-ended";

    /** After how many looks an owner that is no living platform thread is reported. */
    static final int LOOKS = 10;

    private static final long PERIOD_NANOS = 1_000_000_000;

    private static final OwnerWatch LIVE = new OwnerWatch();

    /** The checker that runs on the twin wants no threads but its own. */
    private static final AtomicBoolean STARTED = new AtomicBoolean(HeapWords.enabled());

    private final IdentityHashMap<Object, Suspect> suspects = new IdentityHashMap<>();

    /** By lock, those who have spun for it for long since the last look. */
    private final Map<Lock<?, ?>, Thread> spinners = new ConcurrentHashMap<>();

    /** Of one lock, as long as it has the same owner and somebody waits. */
    private static final class Suspect {
        final long owner;
        final @Nullable Thread thread;
        int looks;
        boolean reported;

        Suspect(long owner) {
            this.owner = owner;
            this.thread = platformThread(owner);
        }
    }

    /** Somebody waits for a lock: there is something to look for. */
    static void start() {
        if (!STARTED.getPlain() && STARTED.compareAndSet(false, true)) {
            try {
                Thread.ofPlatform().daemon().name("ferrite-lock-owners").start(LIVE::watch);
            } catch (OutOfMemoryError e) { // no thread to be had: the caller wants a lock, not a watch
                STARTED.setPlain(false);
            }
        }
    }

    /** The calling thread spins for a lock, and has for long. */
    static void spinsFor(Lock<?, ?> lock) {
        LIVE.spins(lock);
    }

    void spins(Lock<?, ?> lock) {
        spinners.put(lock, Thread.currentThread());
    }

    private void watch() {
        for (; ; ) {
            LockSupport.parkNanos(this, PERIOD_NANOS);
            try {
                look();
            } catch (RuntimeException | Error e) { // a sink of warnings that throws
                Thread self = Thread.currentThread();
                self.getUncaughtExceptionHandler().uncaughtException(self, e);
            }
        }
    }

    /** Looks once. */
    void look() {
        IdentityHashMap<Object, Thread> waited = new IdentityHashMap<>();
        for (Thread sleeper : ParkingLot.sleepers()) {
            Object blocker = LockSupport.getBlocker(sleeper);
            if (blocker != null) {
                waited.putIfAbsent(blocker, sleeper);
            }
        }
        spinners.forEach(waited::put);
        spinners.keySet().removeAll(waited.keySet());
        waited.keySet().removeIf(lock -> owner(lock) == Guard.NOBODY);
        suspects.keySet().retainAll(waited.keySet());
        waited.forEach(this::look);
    }

    private void look(Object lock, Thread waiter) {
        long owner = owner(lock);
        Suspect suspect = suspects.get(lock);
        if (suspect == null || suspect.owner != owner) {
            suspects.put(lock, new Suspect(owner));
            return;
        }
        suspect.looks++;
        Thread thread = suspect.thread;
        if (suspect.reported
                || (thread == null ? suspect.looks < LOOKS : thread.isAlive())
                || owner(lock) != owner
                || owner == Guard.NOBODY) {
            return;
        }
        suspect.reported = true;
        Warn.warn(
                CATEGORY,
                lock
                        + (thread == null
                                ? ", which is no platform thread that lives: it has ended, or is virtual"
                                : " (" + thread.getName() + "), which has ended")
                        + "; thread " + waiter.threadId() + " (" + waiter.getName() + ") waits");
    }

    /** Of a lock; {@link Guard#NOBODY} for what else a thread may wait for. */
    private static long owner(Object lock) {
        return switch (lock) {
            case Lock<?, ?> one -> one.guard().owner();
            case RwLock<?> one -> one.writer.owner;
            default -> Guard.NOBODY;
        };
    }

    private static @Nullable Thread platformThread(long id) {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        for (ThreadGroup parent = group.getParent(); parent != null; parent = group.getParent()) {
            group = parent;
        }
        Thread[] threads;
        int count;
        do {
            threads = new Thread[2 * group.activeCount() + 16];
            count = group.enumerate(threads);
        } while (count == threads.length);
        for (int i = 0; i < count; i++) {
            if (threads[i].threadId() == id) {
                return threads[i];
            }
        }
        return null;
    }
}
