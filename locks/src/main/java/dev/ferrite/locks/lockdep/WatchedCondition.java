package dev.ferrite.locks.lockdep;

import java.util.Date;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;

/** A condition of a watched lock: a wait releases the lock, however often it is held, and takes it again. */
@SuppressWarnings("WaitNotInLoop") // the caller loops
final class WatchedCondition implements Condition {
    private final Condition condition;
    private final LockdepMap map;

    WatchedCondition(Condition condition, LockdepMap map) {
        this.condition = condition;
        this.map = map;
    }

    @Override
    public void await() throws InterruptedException {
        int holds = Lockdep.sleepWithout(map);
        try {
            condition.await();
        } finally {
            Lockdep.restore(map, holds);
        }
    }

    @Override
    public void awaitUninterruptibly() {
        int holds = Lockdep.sleepWithout(map);
        try {
            condition.awaitUninterruptibly();
        } finally {
            Lockdep.restore(map, holds);
        }
    }

    @Override
    public long awaitNanos(long nanosTimeout) throws InterruptedException {
        int holds = Lockdep.sleepWithout(map);
        try {
            return condition.awaitNanos(nanosTimeout);
        } finally {
            Lockdep.restore(map, holds);
        }
    }

    @Override
    public boolean await(long time, TimeUnit unit) throws InterruptedException {
        int holds = Lockdep.sleepWithout(map);
        try {
            return condition.await(time, unit);
        } finally {
            Lockdep.restore(map, holds);
        }
    }

    @Override
    @SuppressWarnings("JavaUtilDate") // the interface's
    public boolean awaitUntil(Date deadline) throws InterruptedException {
        int holds = Lockdep.sleepWithout(map);
        try {
            return condition.awaitUntil(deadline);
        } finally {
            Lockdep.restore(map, holds);
        }
    }

    @Override
    public void signal() {
        condition.signal();
    }

    @Override
    public void signalAll() {
        condition.signalAll();
    }
}
