package dev.ferrite.locks;

import dev.ferrite.locks.lockdep.Lockdep;
import dev.ferrite.locks.lockdep.LockdepMap;
import dev.ferrite.locks.park.ParkingLot;
import dev.ferrite.locks.park.Transfer;
import dev.ferrite.locks.park.Waiter;
import dev.ferrite.offheap.alloc.KmemCache;
import java.lang.ref.Cleaner;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import org.jspecify.annotations.Nullable;

/** A {@link Condition} over any of our locks: the queue of {@link CondVar} with the rules of {@code java.util.concurrent}. */
final class JucCondition implements Condition {
    private static final KmemCache KEYS = KmemCache.create("juc-condition", Long.BYTES, Long.BYTES);
    private static final Cleaner CLEANER = Cleaner.create();

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

        /** What the lock validator knows of it; null while it is off. */
        @Nullable
        LockdepMap dep();

        /** Where waiters go when they are signalled; null if they wake. */
        @Nullable
        Transfer transfer();

        /** Locks it again after a wait, as often as it was held. */
        void reacquire(int holds, int flavour, Waiter waiter, int result);
    }

    @Override
    public void await() throws InterruptedException {
        if (wait(true, ParkingLot.NO_DEADLINE) == ParkingLot.CANCELLED) {
            throw interrupted();
        }
    }

    @Override
    public void awaitUninterruptibly() {
        wait(false, ParkingLot.NO_DEADLINE);
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
        ParkingLot.notifyOne(key);
    }

    @Override
    public void signalAll() {
        checkHeld();
        ParkingLot.notifyAll(key);
    }

    private int wait(boolean interruptible, long deadline) {
        checkHeld();
        Lockdep.mightSleepWithout(owner.dep(), "Condition.await");
        int flavour = Lockdep.flavour(owner.dep());
        Waiter waiter = ParkingLot.enqueue(key, owner.transfer());
        int holds = owner.releaseAll();
        int result = waiter.spinThenAwait(interruptible, deadline, this);
        owner.reacquire(holds, flavour, waiter, result);
        if ((result & ParkingLot.INTERRUPTED) != 0) {
            Thread.currentThread().interrupt(); // after the signal, or not to be told of it: it stays pending
        }
        return result & ~ParkingLot.INTERRUPTED;
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
