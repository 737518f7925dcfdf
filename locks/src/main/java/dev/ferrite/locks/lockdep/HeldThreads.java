package dev.ferrite.locks.lockdep;

import dev.ferrite.offheap.diag.KernelBug;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** The stacks of all threads that locked anything: to see threads that end with locks held, and locks freed while held. */
final class HeldThreads {
    /*
     * Others look at a thread's stack without a lock.
     *   An ended thread: what it did happens before isAlive() is seen false, so its stack is exact.
     *   A running thread, for one lock L: the looker frees L's memory or closes its key, so it must have been told, in
     *   some ordered way, that the thread released L; the thread took L off its stack before that. Places above the depth
     *   are null, so whatever the race shows, it is not an L that was released.
     */
    private static final int FIRST_SCAN = 256;

    private final LockGraph graph;
    private final Set<HeldLocks> all = ConcurrentHashMap.newKeySet();

    /** Threads that look for ended ones now. */
    private final AtomicInteger scans = new AtomicInteger();

    /** At how many threads to look for ended ones: racy, a hint. */
    private int scanAt = FIRST_SCAN;

    HeldThreads(LockGraph graph) {
        this.graph = graph;
    }

    HeldLocks register(Thread thread) {
        HeldLocks held = new HeldLocks(graph, thread);
        all.add(held);
        if (all.size() > scanAt) {
            scanEnded();
            scanAt = Math.max(FIRST_SCAN, 2 * all.size());
        }
        return held;
    }

    /** Forgets threads that have ended and reports those with locks. */
    void scanEnded() {
        scans.incrementAndGet();
        try {
            List<HeldLocks> ended =
                    all.stream().filter(held -> !held.thread.isAlive()).toList();
            for (HeldLocks held : ended) {
                if (all.remove(held) && held.depth > 0) {
                    graph.reports.heldAtExit(held);
                }
            }
        } finally {
            scans.decrementAndGet();
        }
    }

    /** The last time; waits a few seconds for what others are about to report, for the process ends afterwards. */
    void scanAtExit() {
        scanEnded();
        for (int naps = 0; scans.get() > 0 && naps < 3_000; naps++) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** The first lock found held whose word is in a range of memory: reported. */
    boolean checkNotFreed(HeldLocks caller, long from, long bytes) {
        for (HeldLocks held : all) {
            for (LockdepMap map : held.maps) {
                if (map != null && map.word != 0 && map.word >= from && map.word - from < bytes) {
                    graph.reports.heldLockFreed(caller, held, map, from, bytes);
                    return false;
                }
            }
        }
        return true;
    }

    void refuseIfHeld(LockClassKey key) {
        for (HeldLocks held : all) {
            for (LockdepMap map : held.maps) {
                if (map != null && map.key() == key) {
                    throw new KernelBug("key closed while " + map + " is held by thread " + Lockdep.name(held.thread));
                }
            }
        }
    }

    int count() {
        return all.size();
    }

    /** What every thread holds, as it looks from here: {@code debug_show_all_locks}. */
    String dump() {
        StringBuilder text = new StringBuilder();
        for (HeldLocks held : all) {
            StringBuilder locks = new StringBuilder();
            for (LockdepMap map : held.maps) {
                if (map != null) {
                    locks.append("  ").append(map).append('\n');
                }
            }
            if (!locks.isEmpty()) {
                text.append("held by thread ")
                        .append(Lockdep.name(held.thread))
                        .append(":\n")
                        .append(locks);
            }
        }
        return text.toString();
    }
}
