package dev.ferrite.locks.lockdep;

import org.jspecify.annotations.Nullable;

/**
 * "While {@code from} was held, {@code to} was locked", in up to four kinds. Guarded by the graph's lock.
 *
 * <p>A kind says how the first was held, shared or exclusively, and how the second was waited for: as a recursive reader,
 * whom only an exclusive holder bars, or not.
 */
final class Edge {
    /*
     * kind   held         waits
     *   0    exclusively  not as a recursive reader
     *   1    exclusively  as a recursive reader
     *   2    shared       not as a recursive reader
     *   3    shared       as a recursive reader
     */
    static final int KINDS = 4;

    private static final int RECURSIVE = 1;
    private static final int SHARED = 2;

    /** The kinds that may follow a recursive reader: it waits for exclusive holders only. */
    static final int HELD_EXCLUSIVELY = 1 | 1 << RECURSIVE;

    /** The kinds whose waiter waits for shared holders, too. */
    static final int NOT_RECURSIVE = 1 | 1 << SHARED;

    final LockClass from;
    final LockClass to;

    /** Bit sets of kinds: part of the graph; or seen, reported, and kept out of it. */
    int accepted;

    int refused;

    private final @Nullable Chain[] first = new Chain[KINDS];

    Edge(LockClass from, LockClass to) {
        this.from = from;
        this.to = to;
    }

    static int kind(Chain held, int flags) {
        return (held.mode() == Lockdep.EXCLUSIVE ? 0 : SHARED)
                | ((flags & Lockdep.MODE) == Lockdep.RECURSIVE_READ ? RECURSIVE : 0);
    }

    static boolean shared(int kind) {
        return (kind & SHARED) != 0;
    }

    static boolean recursive(int kind) {
        return (kind & RECURSIVE) != 0;
    }

    boolean knows(int kind) {
        return ((accepted | refused) & 1 << kind) != 0;
    }

    void accept(int kind, Chain at) {
        accepted |= 1 << kind;
        first[kind] = at;
    }

    void refuse(int kind, Chain at) {
        refused |= 1 << kind;
        first[kind] = at;
    }

    /** The chain that ends in {@code to}, where the kind was seen first. */
    @Nullable
    Chain first(int kind) {
        return first[kind];
    }

    @Override
    public String toString() {
        return from + " -> " + to;
    }
}
