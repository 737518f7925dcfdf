package dev.ferrite.locks;

import dev.ferrite.locks.lockdep.Lockdep;
import dev.ferrite.locks.park.ParkingLot;
import dev.ferrite.offheap.alloc.KmemCache;
import java.lang.ref.Cleaner;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;

/** A {@link Condition} over any of our locks: the queue of {@link CondVar} with the rules of {@code java.util.concurrent}. */
final class JucCondition implements Condition {
    private static final KmemCache KEYS = KmemCache.create("juc-condition", Long.BYTES, Long.BYTES);
    private static final Cleaner CLEANER = Cleaner.create();
    private static final ParkingLot.Release WAKE = (address, found, more, fair) -> ParkingLot.WOKEN;
    private static final ParkingLot.ReleaseAll WAKE_ALL = (address, count) -> ParkingLot.WOKEN;

    private final Owner owner;
    private final long key;

    JucCondition(Owner owner) {
        this.owner = owner;
        this.key = KEYS.alloc();
        long own = key;
        CLEANER.register(this, () -> KEYS.free(own));
    }

    /** The lock a condition belongs to. */
    interface Owner {
        /** Whether the calling thread holds it. */
        boolean isHeldByCaller();

        /** Unlocks it wholly and returns how often it was held. */
        int releaseAll();

        /** Locks it again, as often as it was held. */
        void reacquire(int holds);
    }

    @Override
    public void await() throws InterruptedException {
        if (wait(true, ParkingLot.NO_DEADLINE) == ParkingLot.CANCELLED) {
            throw interrupted();
        }
    }

    @Override
    public void awaitUninterruptibly() {
        if ((wait(false, ParkingLot.NO_DEADLINE) & ParkingLot.INTERRUPTED) != 0) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public long awaitNanos(long nanosTimeout) throws InterruptedException {
        long deadline = System.nanoTime() + Math.min(nanosTimeout, Long.MAX_VALUE >> 1);
        if (wait(true, deadline) == ParkingLot.CANCELLED) {
            throw interrupted();
        }
        return deadline - System.nanoTime();
    }

    @Override
    public boolean await(long time, TimeUnit unit) throws InterruptedException {
        return timed(System.nanoTime() + Math.min(unit.toNanos(time), Long.MAX_VALUE >> 1));
    }

    @Override
    @SuppressWarnings("JavaUtilDate") // the interface's
    public boolean awaitUntil(Date deadline) throws InterruptedException {
        long left = TimeUnit.MILLISECONDS.toNanos(deadline.getTime() - System.currentTimeMillis());
        return timed(System.nanoTime() + Math.min(left, Long.MAX_VALUE >> 1));
    }

    private boolean timed(long deadline) throws InterruptedException {
        int result = wait(true, deadline);
        if (result == ParkingLot.CANCELLED) {
            throw interrupted();
        }
        return result != ParkingLot.TIMED_OUT;
    }

    @Override
    public void signal() {
        checkHeld();
        ParkingLot.unparkOne(key, WAKE);
    }

    @Override
    public void signalAll() {
        checkHeld();
        ParkingLot.unparkAll(key, WAKE_ALL);
    }

    private int wait(boolean interruptible, long deadline) {
        checkHeld();
        ParkingLot.Waiter waiter = ParkingLot.enqueue(key);
        int holds = owner.releaseAll();
        try {
            Lockdep.mightSleep("Condition.await");
            return waiter.await(interruptible, deadline, this);
        } finally {
            owner.reacquire(holds);
        }
    }

    private void checkHeld() {
        if (!owner.isHeldByCaller()) {
            throw new IllegalMonitorStateException("the calling thread does not hold " + owner);
        }
    }

    private static InterruptedException interrupted() {
        Thread.interrupted();
        return new InterruptedException();
    }
}
