package dev.ferrite.drm.vram;

import java.util.List;

/**
 * How full a VRAM backend is, all numbers of one moment.
 *
 * @param size bytes in all
 * @param free bytes not in an extent
 * @param largestFree bytes of the longest free run: the largest extent that can be had
 * @param extents extents in use
 * @param reserved bytes whose backing memory is reserved
 * @param freeBlocks how many free blocks there are of each order: element i counts those of 2^i pages, as
 *     {@code drm_buddy_print} shows them
 * @param splits how often a part of a block was given back because the rest was taken, since the start
 * @param merges how often two free buddies became one block, since the start
 */
public record VramStats(
        long size,
        long free,
        long largestFree,
        long extents,
        long reserved,
        List<Long> freeBlocks,
        long splits,
        long merges) {
    /**
     * Bytes in extents.
     *
     * @return the sum of their lengths
     */
    public long used() {
        return size - free;
    }

    /**
     * How much of the free memory a single extent cannot have: 0 if all free memory is one run, near 1 if it is dust.
     *
     * @return {@code 1 - largestFree / free}, 0 if nothing is free
     */
    public double fragmentation() {
        return free == 0 ? 0 : 1 - (double) largestFree / free;
    }
}
