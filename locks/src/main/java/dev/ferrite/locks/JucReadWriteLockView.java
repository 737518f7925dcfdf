package dev.ferrite.locks;

import dev.ferrite.locks.lockdep.LockdepMap;
import dev.ferrite.locks.lockdep.Validated;
import dev.ferrite.locks.park.ParkingLot;
import dev.ferrite.locks.park.Transfer;
import dev.ferrite.locks.park.Waiter;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import org.jspecify.annotations.Nullable;

/** An {@link RwLock} behind {@link ReadWriteLock}. */
final class JucReadWriteLockView implements ReadWriteLock, Validated {
    private final RwLock<?> lock;
    private final Lock readLock = new ReadView();
    private final Lock writeLock = new WriteView();

    JucReadWriteLockView(RwLock<?> lock) {
        this.lock = lock;
    }

    @Override
    public Lock readLock() {
        return readLock;
    }

    @Override
    public Lock writeLock() {
        return writeLock;
    }

    @Override
    public String toString() {
        return lock.toString();
    }

    /** What both sides do alike. */
    private abstract static class View implements Lock, Validated {
        abstract boolean enter(boolean interruptible, long deadline);

        @Override
        public void lock() {
            enter(false, ParkingLot.NO_DEADLINE);
        }

        @Override
        public void lockInterruptibly() throws InterruptedException {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (!enter(true, ParkingLot.NO_DEADLINE)) {
                Thread.interrupted();
                throw new InterruptedException();
            }
        }

        @Override
        public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (tryLock()) {
                return true;
            }
            long nanos = unit.toNanos(time);
            if (nanos <= 0) {
                return false;
            }
            if (enter(true, System.nanoTime() + Math.min(nanos, Long.MAX_VALUE >> 1))) {
                return true;
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            return false;
        }
    }

    private final class ReadView extends View {
        @Override
        boolean enter(boolean interruptible, long deadline) {
            return lock.enterRead(interruptible, deadline);
        }

        @Override
        public boolean tryLock() {
            return lock.tryEnterRead();
        }

        @Override
        public void unlock() {
            if (lock.readers() == 0) {
                throw new IllegalMonitorStateException("nobody holds " + lock + " for reading");
            }
            lock.leaveRead();
        }

        @Override
        public Condition newCondition() {
            throw new UnsupportedOperationException("a read lock has no conditions");
        }
    }

    private final class WriteView extends View implements JucCondition.Owner {
        @Override
        boolean enter(boolean interruptible, long deadline) {
            return lock.enterWrite(interruptible, deadline);
        }

        @Override
        public boolean tryLock() {
            return lock.tryWrite() != null;
        }

        @Override
        public void unlock() {
            if (!isHeldByCaller()) {
                throw new IllegalMonitorStateException("the calling thread does not hold " + lock + " for writing");
            }
            lock.writer.close();
        }

        @Override
        public Condition newCondition() {
            return new JucCondition(this);
        }

        @Override
        public boolean isHeldByCaller() {
            return lock.writer.owner == Thread.currentThread().threadId();
        }

        @Override
        public int releaseAll() {
            lock.writer.close();
            return 1;
        }

        @Override
        public @Nullable LockdepMap dep() {
            return lock.dep;
        }

        @Override
        public @Nullable Transfer transfer() {
            return null;
        }

        @Override
        public void reacquire(int holds, int flavour, Waiter waiter, int result) {
            lock();
        }

        @Override
        public String toString() {
            return lock + " (write)";
        }
    }
}
