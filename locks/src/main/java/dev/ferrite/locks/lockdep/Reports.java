package dev.ferrite.locks.lockdep;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Which problems were reported, and where reports go. */
final class Reports {
    static final int KEPT = 1000;

    private final Consumer<LockdepReport> sink;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final List<LockdepReport> kept = new ArrayList<>();

    Reports(Consumer<LockdepReport> sink) {
        this.sink = sink;
    }

    /** Whether a problem is new; from now on it is not. */
    boolean first(String problem) {
        return seen.add(problem);
    }

    /** Hands reports on, without the graph's lock; what the sink locks is not validated. */
    void deliver(HeldLocks held, List<LockdepReport> found) {
        for (LockdepReport report : found) {
            deliver(held, report);
        }
    }

    private void deliver(HeldLocks held, LockdepReport report) {
        synchronized (kept) {
            if (kept.size() < KEPT) {
                kept.add(report);
            }
        }
        boolean nested = held.reporting;
        held.reporting = true;
        try {
            sink.accept(report);
        } finally {
            held.reporting = nested;
        }
    }

    List<LockdepReport> all() {
        synchronized (kept) {
            return List.copyOf(kept);
        }
    }

    void badUnlock(HeldLocks held, LockdepMap map) {
        if (first("unlock " + map.name + where())) {
            deliver(held, ReportWriter.badUnlock(held, map));
        }
    }

    void notHeld(HeldLocks held, LockdepMap map) {
        if (first("assert " + map.name + where())) {
            deliver(held, ReportWriter.notHeld(held, map));
        }
    }

    void nestLockNotHeld(HeldLocks held, LockdepMap map, LockdepMap outer) {
        if (first("nest " + map.name + " " + outer.name + where())) {
            deliver(held, ReportWriter.nestLockNotHeld(held, map, outer));
        }
    }

    void closedKey(HeldLocks held, LockdepMap map) {
        if (first("closed " + map.name + where())) {
            deliver(held, ReportWriter.closedKey(held, map));
        }
    }

    void sleepInAtomic(HeldLocks held, String what) {
        if (first("sleep " + what + " " + held.top() + where())) {
            deliver(held, ReportWriter.sleepInAtomic(held, what));
        }
    }

    void heldAtExit(HeldLocks ended) {
        if (first("exit " + ended.top() + ended.chain(ended.depth - 1).at.hashCode())) {
            deliver(Lockdep.held(ended.graph), ReportWriter.heldAtExit(ended));
        }
    }

    void heldLockFreed(HeldLocks caller, HeldLocks holder, LockdepMap map, long from, long bytes) {
        if (first("freed " + map.name + where())) {
            deliver(caller, ReportWriter.heldLockFreed(caller, holder, map, from, bytes));
        }
    }

    void limit(HeldLocks held, String what) {
        if (first("limit " + what)) {
            deliver(held, ReportWriter.limit(held, what));
        }
    }

    /** The first caller outside the locks: one place, one problem. Cold. */
    private static String where() {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(f -> !StackText.isHook(f.getClassName()))
                        .findFirst()
                        .map(f -> " " + f.getClassName() + ":" + f.getLineNumber())
                        .orElse(""));
    }
}
