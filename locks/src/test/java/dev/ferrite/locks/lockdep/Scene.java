package dev.ferrite.locks.lockdep;

import dev.ferrite.locks.lockdep.LockdepReport.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** A validator of its own, with locks and threads that exist for it only: needs no switch. */
final class Scene {
    final List<LockdepReport> reports = Collections.synchronizedList(new ArrayList<>());
    final LockGraph graph;

    Scene() {
        this(new ReentrantLock(), new PathSearch());
    }

    Scene(Lock graphLock, PathSearch search) {
        graph = new LockGraph(graphLock, search, new Reports(reports::add));
    }

    /** A lock of a class of its own. */
    LockdepMap lock(String name) {
        return lock(name, WaitType.UNKNOWN, new LockClassKey(name, true));
    }

    LockdepMap lock(String name, WaitType wait) {
        return lock(name, wait, new LockClassKey(name, true));
    }

    LockdepMap lock(String name, WaitType wait, LockClassKey key) {
        return LockdepMap.of(new Object(), name, wait, 0, key);
    }

    LockdepMap[] locks(int count) {
        LockdepMap[] locks = new LockdepMap[count];
        for (int i = 0; i < count; i++) {
            locks[i] = lock("lock" + (char) ('A' + i));
        }
        return locks;
    }

    /** A thread that holds nothing. */
    HeldLocks thread() {
        return graph.threads.register(Thread.currentThread());
    }

    /** A thread locks some locks one inside the other, and unlocks them. */
    void nest(LockdepMap... locks) {
        nest(thread(), locks);
    }

    static void nest(HeldLocks thread, LockdepMap... locks) {
        for (LockdepMap lock : locks) {
            thread.acquire(lock, Lockdep.EXCLUSIVE);
        }
        for (int i = locks.length - 1; i >= 0; i--) {
            thread.release(locks[i], Lockdep.EXCLUSIVE);
        }
    }

    List<Kind> kinds() {
        return reports.stream().map(LockdepReport::kind).toList();
    }
}
