package dev.ferrite.drm.util;

/**
 * A set of small numbers that finds its lowest member, or the next one from a place, in a few steps.
 *
 * <p>Each level has one bit for each 64 bits of the level below, set while any of those is. A million members need four
 * levels, so every operation touches at most four words. Not thread-safe.
 */
public final class BitTree {
    private final long capacity;
    private final long[][] levels;

    /**
     * An empty set.
     *
     * @param capacity members are {@code 0..capacity-1}; more than 0, at most 2^36
     */
    public BitTree(long capacity) {
        if (capacity <= 0 || capacity > 1L << 36) {
            throw new IllegalArgumentException("capacity must be within 1..2^36: capacity=" + capacity);
        }
        this.capacity = capacity;
        int depth = 1;
        for (long bits = words(capacity); bits > 1; bits = words(bits)) {
            depth++;
        }
        this.levels = new long[depth][];
        long bits = capacity;
        for (int level = 0; level < depth; level++) {
            levels[level] = new long[(int) words(bits)];
            bits = words(bits);
        }
    }

    private static long words(long bits) {
        return (bits + 63) >>> 6;
    }

    /**
     * How many different members there can be.
     *
     * @return the capacity given at creation
     */
    public long capacity() {
        return capacity;
    }

    /**
     * Whether a number is a member.
     *
     * @param member within the capacity
     * @return true if it is
     */
    public boolean get(long member) {
        return (levels[0][(int) (member >>> 6)] & 1L << member) != 0;
    }

    /**
     * Adds a member; does nothing if it is one.
     *
     * @param member within the capacity
     */
    public void set(long member) {
        long at = member;
        for (long[] level : levels) {
            int word = (int) (at >>> 6);
            long before = level[word];
            level[word] = before | 1L << at;
            if (before != 0) {
                return;
            }
            at >>>= 6;
        }
    }

    /**
     * Removes a member; does nothing if it is none.
     *
     * @param member within the capacity
     */
    public void clear(long member) {
        long at = member;
        for (long[] level : levels) {
            int word = (int) (at >>> 6);
            level[word] &= ~(1L << at);
            if (level[word] != 0) {
                return;
            }
            at >>>= 6;
        }
    }

    /**
     * The lowest member.
     *
     * @return the member, or -1 if there is none
     */
    public long first() {
        int top = levels.length - 1;
        if (levels[top][0] == 0) {
            return -1;
        }
        return descend(top, 0);
    }

    /**
     * The lowest member that is not below a place.
     *
     * @param from the place, 0 or more
     * @return the member, or -1 if there is none
     */
    public long next(long from) {
        if (from >= capacity) {
            return -1;
        }
        long at = from;
        for (int level = 0; level < levels.length; level++) {
            int word = (int) (at >>> 6);
            if (word >= levels[level].length) {
                return -1;
            }
            long rest = levels[level][word] & -1L << at;
            if (rest != 0) {
                long found = ((long) word << 6) + Long.numberOfTrailingZeros(rest);
                return level == 0 ? found : descend(level - 1, found);
            }
            // Nothing in the rest of this word: go on one level up, behind the bit that stands for it.
            at = (at >>> 6) + 1;
        }
        return -1;
    }

    /** The lowest member below a word that is known not to be empty. */
    private long descend(int level, long word) {
        long at = word;
        for (int below = level; below >= 0; below--) {
            at = (at << 6) + Long.numberOfTrailingZeros(levels[below][(int) at]);
        }
        return at;
    }
}
