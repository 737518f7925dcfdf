package dev.ferrite.locks.lockdep;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;

/** A read-write lock of somebody else's whose use is validated. */
final class WatchedReadWriteLock implements ReadWriteLock, Validated {
    private final Lock readLock;
    private final Lock writeLock;

    WatchedReadWriteLock(ReadWriteLock lock, LockdepMap map, boolean reentrant) {
        readLock = new WatchedLock(lock.readLock(), map, reentrant ? Lockdep.RECURSIVE_READ : Lockdep.READ, reentrant);
        writeLock = new WatchedLock(lock.writeLock(), map, Lockdep.EXCLUSIVE, reentrant);
    }

    @Override
    public Lock readLock() {
        return readLock;
    }

    @Override
    public Lock writeLock() {
        return writeLock;
    }
}
