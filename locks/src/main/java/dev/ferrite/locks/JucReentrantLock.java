package dev.ferrite.locks;

import dev.ferrite.locks.lockdep.LockdepMap;
import dev.ferrite.locks.lockdep.Validated;
import dev.ferrite.locks.park.Transfer;
import dev.ferrite.locks.park.Waiter;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import org.jspecify.annotations.Nullable;

/** A lock of ours behind {@link java.util.concurrent.locks.Lock}, counting how often its owner holds it. */
final class JucReentrantLock implements java.util.concurrent.locks.Lock, JucCondition.Owner, Validated {
    private final JucLockView view;

    /** Written by the owner only, while it holds the lock. */
    private int holds;

    JucReentrantLock(Lock<?, ?> lock) {
        this.view = new JucLockView(lock);
    }

    @Override
    public void lock() {
        if (!again()) {
            view.lock();
            holds = 1;
        }
    }

    @Override
    public void lockInterruptibly() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (!again()) {
            view.lockInterruptibly();
            holds = 1;
        }
    }

    @Override
    public boolean tryLock() {
        if (again()) {
            return true;
        }
        boolean taken = view.tryLock();
        if (taken) {
            holds = 1;
        }
        return taken;
    }

    @Override
    public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (again()) {
            return true;
        }
        boolean taken = view.tryLock(time, unit);
        if (taken) {
            holds = 1;
        }
        return taken;
    }

    private boolean again() {
        if (!view.isHeldByCaller()) {
            return false;
        }
        if (holds == Integer.MAX_VALUE) {
            throw new Error("Maximum lock count exceeded");
        }
        holds++;
        return true;
    }

    @Override
    public void unlock() {
        if (!view.isHeldByCaller()) {
            throw new IllegalMonitorStateException("the calling thread does not hold " + view);
        }
        if (--holds == 0) {
            view.unlock();
        }
    }

    @Override
    public Condition newCondition() {
        return new JucCondition(this);
    }

    @Override
    public boolean isHeldByCaller() {
        return view.isHeldByCaller();
    }

    @Override
    public int releaseAll() {
        int held = holds;
        holds = 0;
        view.unlock();
        return held;
    }

    @Override
    public @Nullable LockdepMap dep() {
        return view.dep();
    }

    @Override
    public @Nullable Transfer transfer() {
        return view.transfer();
    }

    @Override
    public void reacquire(int held, int flavour, Waiter waiter, int result) {
        view.reacquire(1, flavour, waiter, result);
        holds = held;
    }

    @Override
    public String toString() {
        return "reentrant " + view;
    }
}
