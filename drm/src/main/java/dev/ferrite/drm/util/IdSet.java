package dev.ferrite.drm.util;

/**
 * Hands out the lowest free identifier: the counterpart of the kernel's {@code ida}.
 *
 * <p>Grows by doubling; a reservation costs a few words of a {@link BitTree}. Not thread-safe.
 */
public final class IdSet {
    private final long first;
    private final long last;
    private BitTree free;

    /**
     * A set with every identifier free.
     *
     * @param first the lowest identifier, 0 or more
     * @param last the highest identifier, not below {@code first}
     */
    public IdSet(long first, long last) {
        if (first < 0 || last < first) {
            throw new IllegalArgumentException("no identifiers: first=" + first + " last=" + last);
        }
        this.first = first;
        this.last = last;
        this.free = new BitTree(Math.min(64, last - first + 1));
        fill(0);
    }

    private void fill(long from) {
        for (long id = from; id < free.capacity(); id++) {
            free.set(id);
        }
    }

    /**
     * Takes the lowest free identifier.
     *
     * @return the identifier, or -1 if all are taken
     */
    public long reserve() {
        long id = free.first();
        if (id < 0) {
            long before = free.capacity();
            if (before == last - first + 1) {
                return -1;
            }
            // Every identifier so far is taken, so the larger set starts with the new ones alone.
            free = new BitTree(Math.min(before * 2, last - first + 1));
            fill(before);
            id = before;
        }
        free.clear(id);
        return first + id;
    }

    /**
     * Gives an identifier back.
     *
     * @param id one that {@link #reserve()} returned and that was not given back since
     */
    public void release(long id) {
        if (!isTaken(id)) {
            throw new IllegalArgumentException("identifier is not taken: id=" + id);
        }
        free.set(id - first);
    }

    /**
     * Whether an identifier is taken.
     *
     * @param id any number
     * @return true between {@link #reserve()} and {@link #release}
     */
    public boolean isTaken(long id) {
        return id >= first && id - first < free.capacity() && !free.get(id - first);
    }
}
