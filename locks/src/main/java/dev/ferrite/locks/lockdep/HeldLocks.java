package dev.ferrite.locks.lockdep;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What one thread holds: its stack of locks. Used by that thread; read by others as {@link HeldThreads} says.
 */
final class HeldLocks {
    static final int MAX_DEPTH = 48;

    private static final int FIRST_DEPTH = 8;

    final LockGraph graph;
    final Thread thread;
    private final Chain root;

    /**
     * The held locks, outermost first: the lock, the chain up to it, how often it was locked again, and where, if every
     * stack is kept. A map is null above the depth: other threads may look.
     */
    @Nullable
    LockdepMap[] maps = new LockdepMap[FIRST_DEPTH];

    private Chain[] chains = new Chain[FIRST_DEPTH];
    private int[] again = new int[FIRST_DEPTH];
    private @Nullable Throwable[] stacks = new Throwable[Lockdep.ALL_STACKS ? FIRST_DEPTH : 0];
    int depth;

    /** Locks that are held and not on the stack: taken while reporting, beyond a limit, or of a closed class. */
    private int untracked;

    /** A report is being delivered: its sink may lock. */
    boolean reporting;

    int rcuDepth;

    HeldLocks(LockGraph graph, Thread thread) {
        this.graph = graph;
        this.thread = thread;
        this.root = thread.isVirtual() ? graph.virtualRoot : graph.root;
    }

    /** The thread is about to wait for a lock, or has it without waiting: {@code lock_acquire}. */
    void acquire(LockdepMap map, int flags) {
        int d = depth;
        Chain next = top(d).find(map.base | flags);
        if (next == null || d == chains.length || reporting) {
            acquireSlow(map, 0, flags);
            return;
        }
        push(d, map, next);
    }

    private Chain top(int d) {
        return d == 0 ? root : chains[d - 1];
    }

    Chain top() {
        return top(depth);
    }

    private void push(int d, LockdepMap map, Chain next) {
        maps[d] = map;
        chains[d] = next;
        if (Lockdep.ALL_STACKS) {
            stacks[d] = new Throwable("locked here");
        }
        depth = d + 1;
    }

    void acquireSlow(LockdepMap map, int subclass, int flags) {
        if (reporting) {
            untracked++;
            return;
        }
        if (map.key().isClosed()) {
            untracked++;
            graph.reports.closedKey(this, map);
            return;
        }
        int base = subclass == 0 && map.base != 0 ? map.base : graph.resolve(map, subclass);
        if (base == 0) {
            untracked++;
            graph.reports.limit(this, "classes of locks: max=" + LockGraph.MAX_CLASSES);
            return;
        }
        if (subclass == 0) {
            map.base = base;
        }
        if (depth == MAX_DEPTH) {
            untracked++;
            graph.reports.limit(this, "locks held by one thread: max=" + MAX_DEPTH);
            return;
        }
        Chain next = top().find(base | flags);
        if (next == null) {
            next = graph.extend(this, top(), map, subclass, base | flags, null);
        }
        if (next == null) {
            untracked++;
            return;
        }
        if (depth == chains.length) {
            grow();
        }
        push(depth, map, next);
    }

    /** As {@link #acquire}, ordered by an outer lock that is held. */
    void acquireNested(LockdepMap map, LockdepMap outer) {
        if (indexOf(outer) < 0 && !reporting) {
            graph.reports.nestLockNotHeld(this, map, outer);
        }
        acquireSlow(map, 0, Lockdep.EXCLUSIVE | Lockdep.NEST);
    }

    /** As {@link #acquire} of a reentrant lock: one the thread holds already is counted. */
    void acquireReentrant(LockdepMap map, int flags) {
        int mode = flags & Lockdep.MODE;
        boolean writing = false;
        for (int i = depth - 1; i >= 0; i--) {
            if (maps[i] == map) {
                if (chains[i].mode() == mode) {
                    again[i]++;
                    return;
                }
                writing |= chains[i].mode() == Lockdep.EXCLUSIVE;
            }
        }
        // The writer does not wait to read.
        acquire(map, writing ? flags | Lockdep.TRY : flags);
    }

    /** The thread is about to release a lock: {@code lock_release}. */
    void release(LockdepMap map, int mode) {
        int d = depth - 1;
        if (d >= 0 && maps[d] == map && again[d] == 0 && chains[d].mode() == mode) {
            depth = d;
            maps[d] = null;
            return;
        }
        releaseSlow(map, mode);
    }

    private void releaseSlow(LockdepMap map, int mode) {
        int index = depth - 1;
        while (index >= 0 && (maps[index] != map || chains[index].mode() != mode)) {
            index--;
        }
        if (index < 0) {
            if (untracked > 0) {
                untracked--;
            } else {
                graph.reports.badUnlock(this, map);
            }
        } else if (again[index] > 0) {
            again[index]--;
        } else {
            remove(index);
        }
    }

    /** Takes a lock out of the middle: those above it now stand on another chain. */
    private void remove(int index) {
        int last = depth - 1;
        depth = index;
        for (int i = index; i < last; i++) {
            Chain old = chains[i + 1];
            LockdepMap map = map(i + 1);
            Chain above = top(i).find(old.step);
            if (above == null) {
                above = graph.extend(this, top(i), map, old.lockClass().subclass, old.step, old.at);
            }
            maps[i] = map;
            chains[i] = above == null ? old : above;
            again[i] = again[i + 1];
            if (Lockdep.ALL_STACKS) {
                stacks[i] = stacks[i + 1];
            }
            depth = i + 1;
        }
        again[last] = 0;
        maps[last] = null;
    }

    private void grow() {
        int more = Math.min(MAX_DEPTH, depth * 2);
        maps = Arrays.copyOf(maps, more);
        chains = Arrays.copyOf(chains, more);
        again = Arrays.copyOf(again, more);
        stacks = Arrays.copyOf(stacks, Lockdep.ALL_STACKS ? more : 0);
    }

    /** Releases a lock wholly and returns how often it was held, 0 if it was not. */
    int releaseAll(LockdepMap map) {
        int index = indexOf(map);
        if (index < 0) {
            return 0;
        }
        int holds = again[index] + 1;
        again[index] = 0;
        release(map, chains[index].mode());
        return holds;
    }

    void reacquireAll(LockdepMap map, int holds) {
        acquire(map, Lockdep.EXCLUSIVE);
        if (depth > 0 && maps[depth - 1] == map) {
            again[depth - 1] = holds - 1;
        }
    }

    /** Where a lock stands on the stack, counted from outside, or -1. */
    int indexOf(LockdepMap map) {
        int i = depth - 1;
        while (i >= 0 && maps[i] != map) {
            i--;
        }
        return i;
    }

    LockdepMap map(int index) {
        LockdepMap map = maps[index];
        if (map == null) {
            throw new IllegalStateException("no lock at " + index + " of " + depth);
        }
        return map;
    }

    Chain chain(int index) {
        return chains[index];
    }

    /** The stack that took a held lock: of this very time if all are kept, else of the first time on this chain. */
    Throwable stack(int index) {
        Throwable exact = Lockdep.ALL_STACKS ? stacks[index] : null;
        return exact == null ? chains[index].at : exact;
    }

    /** How a lock is held: subclass and whether it is ordered by another, to lock it again in the same way; -1 if not. */
    int flavour(LockdepMap map) {
        int i = indexOf(map);
        return i < 0 ? -1 : chains[i].lockClass().subclass << Lockdep.FLAG_BITS | (chains[i].step & Lockdep.NEST);
    }

    void reacquire(LockdepMap map, int flavour) {
        if (flavour <= 0) {
            acquire(map, Lockdep.EXCLUSIVE);
        } else {
            acquireSlow(map, flavour >>> Lockdep.FLAG_BITS, Lockdep.EXCLUSIVE | (flavour & Lockdep.NEST));
        }
    }
}
