package dev.ferrite.locks.lockdep;

import dev.ferrite.offheap.diag.KernelBug;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/** The classes, the edges between them, and the rules: everything that is learned once. */
final class LockGraph {
    /*
     * A chain (a sequence of held classes) is validated when it is met for the first time, under the graph's lock: its last
     * class against all that are held. Search and insertion are one critical section. So of two threads that bring the
     * last two edges of a cycle at the same time one comes second, and it sees the other's edge: exactly one reports.
     *
     * Every held class gets an edge, not the nearest only: a cycle is then as short as the program makes it, and forgetting
     * a class between two others loses nothing.
     *
     * An edge kind that closes a cycle is reported, once, and kept out of the graph (refused). So the graph never has a
     * cycle, and one mistake does not make every later edge look wrong.
     */

    /** What the kernel's tables hold; what comes beyond is not validated, and reported once. */
    static final int MAX_CLASSES = 8191;

    static final int MAX_CHAINS = 1 << 16;

    final Reports reports;
    final Chain root = new Chain(false);
    final Chain virtualRoot = new Chain(true);
    final HeldThreads threads = new HeldThreads(this);

    private final Lock lock;
    private final IdentityHashMap<LockClassKey, Family> families = new IdentityHashMap<>();
    private final Map<String, Integer> names = new HashMap<>();
    private final PathSearch search;
    private final UsageRules usage;
    private int lastClassId;
    private int liveClasses;
    private int chains;
    private int edges;

    /** The subclasses of a key, and how many keys had the same name before. */
    private static final class Family {
        final int number;
        final @Nullable LockClass[] members = new LockClass[LockdepMap.SUBCLASSES];

        Family(int number) {
            this.number = number;
        }
    }

    LockGraph(Lock lock, PathSearch search, Reports reports) {
        this.lock = lock;
        this.search = search;
        this.reports = reports;
        this.usage = new UsageRules(search, reports);
    }

    /** The first part of a step: which class; 0 if there is no room for another. Reports a closed key. */
    int resolve(LockdepMap map, int subclass) {
        LockClass found = classOf(map, subclass);
        return found == null ? 0 : found.id << Lockdep.FLAG_BITS;
    }

    private @Nullable LockClass classOf(LockdepMap map, int subclass) {
        if (subclass < 0 || subclass >= LockdepMap.SUBCLASSES) {
            throw new KernelBug("subclass must be 0.." + (LockdepMap.SUBCLASSES - 1) + ": subclass=" + subclass);
        }
        LockClassKey key = map.key();
        lock.lock();
        try {
            if (key.isClosed()) {
                return null;
            }
            Family family = families.computeIfAbsent(key, k -> new Family(names.merge(map.name, 1, Integer::sum)));
            LockClass known = family.members[subclass];
            if (known == null && liveClasses < MAX_CLASSES) {
                known = new LockClass(++lastClassId, map, subclass, family.number);
                family.members[subclass] = known;
                liveClasses++;
            }
            return known;
        } finally {
            lock.unlock();
        }
    }

    /**
     * The chain that follows {@code parent} when a lock is taken: validates it if it is new.
     *
     * @param held the thread, before the lock is on its stack
     * @param step class and flags
     * @param at the stack, if it is known already; null: this one
     * @return the chain, or null if the class is gone
     */
    @Nullable
    Chain extend(HeldLocks held, Chain parent, LockdepMap map, int subclass, int step, @Nullable Throwable at) {
        LockClass next = classOf(map, subclass);
        Throwable here = at == null ? new Throwable("locked here") : at;
        List<LockdepReport> found = new ArrayList<>();
        Chain made;
        lock.lock();
        try {
            Chain known = parent.find(step);
            if (known != null || next == null) {
                return known;
            }
            made = new Chain(parent, next, step, here, Lockdep.name(held.thread));
            // A chain that is left when a lock in the middle was released brings nothing new.
            if (at == null && (step & Lockdep.TRY) == 0) {
                checkContext(held, made, map, found);
                if (checkRecursion(held, made, map, found)) {
                    addEdges(held, made, map, found);
                }
                usage.check(held, made, map, found);
            }
            if (chains < MAX_CHAINS) {
                parent.add(made);
                chains++;
            }
        } finally {
            lock.unlock();
        }
        if (chains == MAX_CHAINS) {
            reports.limit(held, "chains of held locks: max=" + MAX_CHAINS + "; new ones are validated each time");
        }
        reports.deliver(held, found);
        return made;
    }

    private void checkContext(HeldLocks held, Chain made, LockdepMap map, List<LockdepReport> found) {
        Chain parent = made.parent;
        if (made.lockClass().wait == WaitType.SLEEP && parent != null && parent.atomic) {
            Chain outer = innermostAtomic(parent);
            if (reports.first("wait " + outer.lockClass().id + " " + made.lockClass().id)) {
                found.add(ReportWriter.waitContext(held, made, outer, map));
            }
        }
    }

    static Chain innermostAtomic(Chain from) {
        Chain chain = from;
        while (chain.lockClass().wait != WaitType.SPIN) {
            chain = chain.parent == null ? from : chain.parent;
        }
        return chain;
    }

    /** Whether edges are to be learned: not for a lock that is ordered by another that is held. */
    private boolean checkRecursion(HeldLocks held, Chain made, LockdepMap map, List<LockdepReport> found) {
        for (Chain outer = made.parent; outer != null && outer.lockClass != null; outer = outer.parent) {
            if (outer.lockClass == made.lockClass()) {
                if (made.mode() == Lockdep.RECURSIVE_READ && outer.mode() != Lockdep.EXCLUSIVE) {
                    continue;
                }
                if ((made.step & Lockdep.NEST) != 0) {
                    return false;
                }
                if (reports.first("recursion " + made.lockClass().id + " " + outer.mode() + made.mode())) {
                    found.add(ReportWriter.recursion(held, made, outer, map));
                }
                return true;
            }
        }
        return true;
    }

    private void addEdges(HeldLocks held, Chain made, LockdepMap map, List<LockdepReport> found) {
        LockClass next = made.lockClass();
        List<List<Link>> closing = new ArrayList<>();
        for (Chain outer = made.parent; outer != null && outer.lockClass != null; outer = outer.parent) {
            LockClass from = outer.lockClass;
            if (from == next) {
                continue;
            }
            Edge edge = from.edgeTo(next);
            int kind = Edge.kind(outer, made.step);
            if (edge != null && edge.knows(kind)) {
                continue;
            }
            List<Link> path = search.shortest(next, Edge.recursive(kind), from, Edge.shared(kind));
            if (edge == null) {
                edge = new Edge(from, next);
                from.after.add(edge);
                next.before.add(edge);
            }
            if (path.isEmpty()) {
                edge.accept(kind, made);
                edges++;
                usage.linked(held, edge, map, found);
            } else {
                edge.refuse(kind, made);
                List<Link> cycle = new ArrayList<>();
                cycle.add(Link.of(edge, kind));
                cycle.addAll(path);
                closing.add(cycle);
            }
        }
        if (!closing.isEmpty()) {
            // One acquisition, one report: the shortest cycle in full, the others named.
            List<Link> shortest = closing.getFirst();
            for (List<Link> cycle : closing) {
                shortest = cycle.size() < shortest.size() ? cycle : shortest;
            }
            found.add(ReportWriter.cycle(held, made, shortest, closing, map));
        }
    }

    /** The holder of a chain may sleep now: asked once a chain. */
    void slept(HeldLocks held, Chain chain, LockdepMap asked) {
        List<LockdepReport> found = new ArrayList<>();
        lock.lock();
        try {
            usage.heldAsleep(held, chain, asked, found);
        } finally {
            lock.unlock();
        }
        chain.slept = true;
        reports.deliver(held, found);
    }

    /** Forgets the classes of a key. */
    void unregister(LockClassKey key) {
        threads.refuseIfHeld(key);
        lock.lock();
        try {
            Family family = families.remove(key);
            if (family == null) {
                return;
            }
            for (LockClass dead : family.members) {
                if (dead != null) {
                    liveClasses--;
                    for (Edge edge : dead.after) {
                        edges -= Integer.bitCount(edge.accepted);
                        edge.to.before.remove(edge);
                    }
                    for (Edge edge : dead.before) {
                        edges -= Integer.bitCount(edge.accepted);
                        edge.from.after.remove(edge);
                    }
                }
            }
            chains = root.prune(c -> c.key == key) + virtualRoot.prune(c -> c.key == key);
        } finally {
            lock.unlock();
        }
    }

    /** Everything there is now, for listings and pictures. */
    GraphSnapshot snapshot() {
        lock.lock();
        try {
            return GraphSnapshot.of(liveClasses(), List.of(root, virtualRoot), edges);
        } finally {
            lock.unlock();
        }
    }

    private List<LockClass> liveClasses() {
        List<LockClass> live = new ArrayList<>();
        for (Family family : families.values()) {
            for (LockClass one : family.members) {
                if (one != null) {
                    live.add(one);
                }
            }
        }
        live.sort((a, b) -> Integer.compare(a.id, b.id));
        return live;
    }
}
