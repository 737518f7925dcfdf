package dev.ferrite.locks;

import dev.ferrite.locks.lockdep.Lockdep;
import dev.ferrite.locks.lockdep.LockdepMap;
import dev.ferrite.locks.lockdep.Validated;
import dev.ferrite.locks.park.ParkingLot;
import dev.ferrite.locks.park.Transfer;
import dev.ferrite.locks.park.Waiter;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import org.jspecify.annotations.Nullable;

/** A lock of ours behind {@link java.util.concurrent.locks.Lock}. */
final class JucLockView implements java.util.concurrent.locks.Lock, JucCondition.Owner, Validated {
    private final Lock<?, ?> lock;

    JucLockView(Lock<?, ?> lock) {
        this.lock = lock;
    }

    @Override
    public void lock() {
        lock.lock();
    }

    @Override
    public void lockInterruptibly() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (lock.lockUntil(true, ParkingLot.NO_DEADLINE) == null) {
            Thread.interrupted();
            throw new InterruptedException();
        }
    }

    @Override
    public boolean tryLock() {
        return lock.tryLock() != null;
    }

    @Override
    public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (lock.tryLock() != null) {
            return true;
        }
        long nanos = unit.toNanos(time);
        if (nanos <= 0 || lock.guard().isHeld()) {
            return false;
        }
        long deadline = System.nanoTime() + Math.min(nanos, Long.MAX_VALUE >> 1);
        if (lock.lockUntil(true, deadline) != null) {
            return true;
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return false;
    }

    @Override
    public void unlock() {
        if (!isHeldByCaller()) {
            Lockdep.badUnlock(lock.dep);
            throw new IllegalMonitorStateException("the calling thread does not hold " + lock);
        }
        lock.guard().close();
    }

    @Override
    public Condition newCondition() {
        return new JucCondition(this);
    }

    @Override
    public boolean isHeldByCaller() {
        return lock.guard().isHeld();
    }

    @Override
    public int releaseAll() {
        lock.guard().close();
        return 1;
    }

    @Override
    public @Nullable LockdepMap dep() {
        return lock.dep;
    }

    @Override
    public @Nullable Transfer transfer() {
        return lock.transfer();
    }

    @Override
    public void reacquire(int holds, int flavour, Waiter waiter, int result) {
        lock.relock(flavour, waiter, result);
    }

    @Override
    public String toString() {
        return lock.toString();
    }
}
