package dev.ferrite.locks.lockdep;

import org.jspecify.annotations.Nullable;

/**
 * A node of the trie of all stacks of held locks ever seen: a sequence of classes and of how each was locked. To stand in
 * the trie is to be validated.
 */
final class Chain {
    /*
     * Readers look for a child without a lock, writers add under the graph's lock. All but the table of children is
     * final, so a node reached by a race is whole. A race may show an old table, or a new one still empty: the reader
     * misses, takes the slow path, and looks again under the lock. It cannot show a wrong child: a step is compared, and
     * no step is ever used for another class.
     */
    private static final @Nullable Chain[] NONE = new Chain[1];

    final @Nullable Chain parent;
    final @Nullable LockClass lockClass;
    final int step;
    final int depth;

    /** Whether somebody who holds this chain must not sleep. */
    final boolean atomic;

    /** The first acquisition: its stack and its thread. */
    final Throwable at;

    final String thread;
    final boolean virtual;

    private @Nullable Chain[] kids = NONE;
    private int count;

    /** Whether its holders were seen at a point where they may sleep; racy, set once more does no harm. */
    boolean slept;

    /** A root: nothing held, by threads of one kind. */
    Chain(boolean virtual) {
        this.parent = null;
        this.lockClass = null;
        this.step = 0;
        this.depth = 0;
        this.atomic = false;
        this.at = new Throwable("nothing held");
        this.thread = "";
        this.virtual = virtual;
    }

    Chain(Chain parent, LockClass lockClass, int step, Throwable at, String thread) {
        this.parent = parent;
        this.lockClass = lockClass;
        this.step = step;
        this.depth = parent.depth + 1;
        this.atomic = parent.atomic || lockClass.wait == WaitType.SPIN;
        this.at = at;
        this.thread = thread;
        this.virtual = parent.virtual;
    }

    int mode() {
        return step & Lockdep.MODE;
    }

    LockClass lockClass() {
        LockClass known = lockClass;
        if (known == null) {
            throw new IllegalStateException("the root of the chains has no class");
        }
        return known;
    }

    /** The chain that follows when a lock is taken, or null if that was never seen, or not by this thread yet. */
    @Nullable
    Chain find(int next) {
        @Nullable Chain[] table = kids;
        int mask = table.length - 1;
        for (int i = hash(next); ; i++) {
            Chain kid = table[i & mask];
            if (kid == null || kid.step == next) {
                return kid;
            }
        }
    }

    /** Adds a child that is not there; under the graph's lock. */
    void add(Chain kid) {
        if (2 * (count + 1) > kids.length) {
            @Nullable Chain[] larger = new Chain[Math.max(4, kids.length * 2)];
            for (Chain old : kids) {
                if (old != null) {
                    put(larger, old);
                }
            }
            kids = larger;
        }
        put(kids, kid);
        count++;
    }

    /** Forgets all children that a test picks, and theirs; under the graph's lock. Returns how many chains are left. */
    int prune(java.util.function.Predicate<LockClass> dead) {
        @Nullable Chain[] rest = new Chain[kids.length];
        int kept = 0;
        int below = 0;
        for (Chain kid : kids) {
            if (kid != null && !dead.test(kid.lockClass())) {
                put(rest, kid);
                kept++;
                below += 1 + kid.prune(dead);
            }
        }
        if (kept < count) {
            kids = rest;
            count = kept;
        }
        return below;
    }

    /** Visits this chain's children, and theirs; under the graph's lock. */
    void forEach(java.util.function.Consumer<Chain> action) {
        for (Chain kid : kids) {
            if (kid != null) {
                action.accept(kid);
                kid.forEach(action);
            }
        }
    }

    private static void put(@Nullable Chain[] table, Chain kid) {
        int mask = table.length - 1;
        int i = hash(kid.step);
        while (table[i & mask] != null) {
            i++;
        }
        table[i & mask] = kid;
    }

    private static int hash(int step) {
        return (step * 0x9E3779B9) >>> 20;
    }

    /** The classes, outermost first. */
    @Override
    public String toString() {
        Chain up = parent;
        if (lockClass == null || up == null) {
            return "";
        }
        return up.lockClass == null ? lockClass.name : up + " -> " + lockClass;
    }
}
