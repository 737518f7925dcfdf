package dev.ferrite.locks.lockdep;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/** A lock of somebody else's whose use is validated. */
final class WatchedLock implements Lock, Validated {
    private final Lock lock;
    private final LockdepMap map;
    private final int mode;
    private final boolean reentrant;

    WatchedLock(Lock lock, LockdepMap map, int mode, boolean reentrant) {
        this.lock = lock;
        this.map = map;
        this.mode = mode;
        this.reentrant = reentrant;
    }

    private void waiting() {
        if (reentrant) {
            Lockdep.acquireReentrant(map, mode);
        } else {
            Lockdep.acquire(map, mode);
        }
    }

    private void taken() {
        if (reentrant) {
            Lockdep.acquireReentrant(map, mode | Lockdep.TRY);
        } else {
            Lockdep.acquiredTry(map, mode);
        }
    }

    @Override
    public void lock() {
        waiting();
        boolean taken = false;
        try {
            lock.lock();
            taken = true;
        } finally {
            forgetUnless(taken);
        }
    }

    @Override
    public void lockInterruptibly() throws InterruptedException {
        waiting();
        boolean taken = false;
        try {
            lock.lockInterruptibly();
            taken = true;
        } finally {
            forgetUnless(taken);
        }
    }

    private void forgetUnless(boolean taken) {
        if (!taken) {
            Lockdep.release(map, mode);
        }
    }

    @Override
    public boolean tryLock() {
        boolean taken = lock.tryLock();
        if (taken) {
            taken();
        }
        return taken;
    }

    @Override
    public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
        Lockdep.mightSleep("Lock.tryLock with a time");
        boolean taken = lock.tryLock(time, unit);
        if (taken) {
            taken();
        }
        return taken;
    }

    @Override
    public void unlock() {
        Lockdep.release(map, mode);
        lock.unlock();
    }

    @Override
    public Condition newCondition() {
        return new WatchedCondition(lock.newCondition(), map);
    }

    @Override
    public String toString() {
        return "watched " + lock;
    }
}
