package dev.ferrite.locks.lockdep;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** In which contexts classes are used, and which contexts do not go together. Used under the graph's lock. */
final class UsageRules {
    /*
     * The rule, the kernel's "irq-safe depends on irq-unsafe" with other contexts: what an atomic section waits for must not
     * wait for a thread that sleeps. So there must be no way
     *
     *   X, waited for in atomic context  ->  ...  ->  Y, held by a thread that sleeps
     *
     * of links "held, then locked", the empty one included: X and Y may be the same. A way breaks, as in PathSearch, where a
     * recursive reader meets a shared holder, and so it does at Y if nobody sleeps who holds Y exclusively.
     *
     * Only classes whose way of waiting is not known (WaitType.UNKNOWN) matter: a sleeping lock in atomic context, a sleep in a
     * spinning lock, and a lock inside either are found where they happen.
     *
     * It can break in three ways, and each is looked at: X is new in atomic context, Y is new to sleepers, a link is new.
     */
    private final PathSearch search;

    private final Reports reports;

    UsageRules(PathSearch search, Reports reports) {
        this.search = search;
        this.reports = reports;
    }

    /** A lock was taken on a new chain. */
    void check(HeldLocks held, Chain made, LockdepMap map, List<LockdepReport> found) {
        LockClass next = made.lockClass();
        next.use(made.virtual ? Usage.VIRTUAL : Usage.PLATFORM, made);
        Chain parent = made.parent;
        if (parent == null) {
            return;
        }
        if (parent.atomic) {
            boolean isNew = next.use(Usage.IN_ATOMIC, made);
            if (made.mode() != Lockdep.RECURSIVE_READ) {
                isNew |= next.use(Usage.IN_ATOMIC_STRICTLY, made);
            }
            if (isNew) {
                checkFrom(held, next, map, found);
            }
            for (Chain outer = parent; outer.lockClass != null && outer.parent != null; outer = outer.parent) {
                if (outer.lockClass.key == Lockdep.RCU_KEY) {
                    next.use(Usage.IN_RCU, made);
                }
            }
        }
        if (next.wait == WaitType.SLEEP) {
            heldAsleep(held, parent, map, found);
        }
    }

    /** The holder of a chain may sleep. */
    void heldAsleep(HeldLocks held, Chain chain, LockdepMap map, List<LockdepReport> found) {
        for (Chain outer = chain; outer != null && outer.lockClass != null; outer = outer.parent) {
            boolean isNew = outer.lockClass.use(Usage.HELD_ASLEEP, chain);
            if (outer.mode() == Lockdep.EXCLUSIVE) {
                isNew |= outer.lockClass.use(Usage.HELD_ASLEEP_ALONE, chain);
            }
            if (isNew) {
                checkUpTo(held, outer.lockClass, map, found);
            }
        }
    }

    /** A kind of link is new. */
    void linked(HeldLocks held, Edge edge, LockdepMap map, List<LockdepReport> found) {
        if (isUnknown(edge.to)) {
            checkUpTo(held, edge.from, map, found);
        }
    }

    private static boolean isUnknown(LockClass one) {
        return one.wait == WaitType.UNKNOWN;
    }

    /** Looks from each class of atomic sections that leads to one, itself included. */
    private void checkUpTo(HeldLocks held, LockClass last, LockdepMap map, List<LockdepReport> found) {
        if (!isUnknown(last)) {
            return;
        }
        Set<LockClass> seen = new HashSet<>(Set.of(last));
        ArrayDeque<LockClass> open = new ArrayDeque<>(seen);
        for (LockClass at = open.poll(); at != null; at = open.poll()) {
            checkFrom(held, at, map, found);
            for (Edge edge : at.before) {
                if (edge.accepted != 0 && isUnknown(edge.from) && seen.add(edge.from)) {
                    open.add(edge.from);
                }
            }
        }
    }

    private void checkFrom(HeldLocks held, LockClass first, LockdepMap map, List<LockdepReport> found) {
        Chain atomic = first.usage(Usage.IN_ATOMIC);
        if (atomic == null || !isUnknown(first)) {
            return;
        }
        boolean reader = first.usage(Usage.IN_ATOMIC_STRICTLY) == null;
        List<Link> path = List.of();
        LockClass[] last = {first};
        if (!bars(first, reader)) {
            path = search.shortest(first, reader, UsageRules::isUnknown, (at, asReader) -> {
                last[0] = at;
                return isUnknown(at) && bars(at, asReader);
            });
            if (path.isEmpty()) {
                return;
            }
        }
        Chain asleep = asleep(last[0]);
        if (asleep != null && reports.first("usage " + first.id + " " + last[0].id)) {
            Chain strict = first.usage(Usage.IN_ATOMIC_STRICTLY);
            found.add(ReportWriter.usage(held, first, strict == null ? atomic : strict, last[0], asleep, path, map));
        }
    }

    /** Whether who waits for a class may wait for one that sleeps. */
    private static boolean bars(LockClass at, boolean asReader) {
        return at.usage(asReader ? Usage.HELD_ASLEEP_ALONE : Usage.HELD_ASLEEP) != null;
    }

    private static @Nullable Chain asleep(LockClass last) {
        Chain alone = last.usage(Usage.HELD_ASLEEP_ALONE);
        return alone == null ? last.usage(Usage.HELD_ASLEEP) : alone;
    }
}
