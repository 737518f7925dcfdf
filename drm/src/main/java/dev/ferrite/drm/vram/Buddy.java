package dev.ferrite.drm.vram;

import dev.ferrite.drm.util.BitTree;
import dev.ferrite.offheap.diag.KernelBug;
import org.jspecify.annotations.Nullable;

/**
 * Splits and merges power-of-two blocks of pages: the counterpart of the kernel's {@code drm_buddy}.
 *
 * <p>Best fit: a request takes the smallest free block that holds it, of those the lowest, and gives the tail it does
 * not need back at once, so an extent is exactly as long as asked, in pages. A request that no single block holds takes
 * neighbouring free blocks together if there are enough: as long as free pages lie side by side they can be had. A request
 * for a range, an alignment or the upper end takes the first place from its end that will do, of all free pages. Not
 * thread-safe; plain allocation and free touch a few words for each order, the others visit the free blocks.
 */
final class Buddy {
    /*
     * For each order there is the set of free blocks of that size: member i of order k stands for pages i<<k up to
     * (i+1)<<k. Invariant: a free page is in exactly one free block, and two buddies are never both free (they would be
     * one block of the next order). An allocated extent is no block: only its first page and its length are known, to its
     * owner, and freeing it puts back the aligned blocks it consists of, each of which merges upwards.
     */
    private final long pages;
    private final BitTree[] free;
    private final long[] freeBlocks;
    private long freePages;
    private long splits;
    private long merges;

    Buddy(long pages) {
        if (pages <= 0) {
            throw new IllegalArgumentException("pages must be > 0: pages=" + pages);
        }
        this.pages = pages;
        this.free = new BitTree[64 - Long.numberOfLeadingZeros(pages)];
        this.freeBlocks = new long[free.length];
        for (int order = 0; order < free.length; order++) {
            free[order] = new BitTree(Math.max(1, pages >>> order));
        }
        putBack(0, pages);
    }

    /** How many free blocks there are of each order. */
    long[] freeBlocks() {
        return freeBlocks.clone();
    }

    /** How often a part of a block was given back because the rest was taken. */
    long splits() {
        return splits;
    }

    /** How often two buddies became one block. */
    long merges() {
        return merges;
    }

    long pages() {
        return pages;
    }

    long freePages() {
        return freePages;
    }

    /** Takes a run of pages; the first one, or -1 if there is no such run. */
    long allocate(long count) {
        if (count <= 0 || count > freePages) {
            return -1;
        }
        for (int order = orderOf(count); order < free.length; order++) {
            long block = free[order].first();
            if (block >= 0) {
                take(order, block);
                long start = block << order;
                splits += putBack(start + count, start + (1L << order));
                return start;
            }
        }
        return allocateRunSlow(count);
    }

    /**
     * Takes a run of pages within a range: {@code DRM_BUDDY_RANGE_ALLOCATION} with a smallest block size and
     * {@code DRM_BUDDY_TOPDOWN_ALLOCATION}.
     *
     * @param from the first page it may have
     * @param to the page behind the last
     * @param alignment its first page is a multiple of this; a power of two
     * @param topDown whether it is to be the highest such run, and not the lowest
     * @return the first page, or -1 if there is no such run
     */
    long allocate(long count, long from, long to, long alignment, boolean topDown) {
        if (count <= 0 || count > freePages || to - from < count) {
            return -1;
        }
        long found = -1;
        long foundRun = -1;
        for (Block block = next(0); block != null && block.start < to; ) {
            long runStart = block.start;
            long runEnd = block.end();
            for (block = next(runEnd); block != null && block.start == runEnd; block = next(runEnd)) {
                runEnd = block.end();
            }
            long low = (Math.max(runStart, from) + alignment - 1) & -alignment;
            long high = (Math.min(runEnd, to) - count) & -alignment;
            if (low <= high) {
                found = topDown ? high : low;
                foundRun = runStart;
                if (!topDown) {
                    break;
                }
            }
        }
        if (found >= 0) {
            carve(foundRun, found, count);
        }
        return found;
    }

    /** Takes pages out of the free blocks they lie in, and gives the rest of those back. */
    private void carve(long runStart, long start, long count) {
        long end = start + count;
        for (Block block = next(runStart); block != null && block.start < end; block = next(block.end())) {
            if (block.end() > start) {
                take(block.order, block.start >>> block.order);
                if (block.start < start) {
                    splits += putBack(block.start, start);
                }
                if (block.end() > end) {
                    splits += putBack(end, block.end());
                }
            }
        }
    }

    /** Gives a run back that {@link #allocate} returned, with the count it was asked for. */
    void free(long start, long count) {
        if (start < 0 || count <= 0 || start + count > pages) {
            throw new KernelBug("freed range is not within VRAM: start=" + start + " count=" + count);
        }
        putBack(start, start + count);
    }

    /** The longest run of free pages. */
    long largestFree() {
        long largest = 0;
        long runStart = 0;
        long runEnd = 0;
        for (Block block = next(0); block != null; block = next(runEnd)) {
            if (block.start != runEnd) {
                runStart = block.start;
            }
            runEnd = block.end();
            largest = Math.max(largest, runEnd - runStart);
        }
        return largest;
    }

    /** The smallest order whose blocks hold so many pages. */
    private static int orderOf(long count) {
        return 64 - Long.numberOfLeadingZeros(count - 1);
    }

    private void take(int order, long block) {
        free[order].clear(block);
        freeBlocks[order]--;
        freePages -= 1L << order;
    }

    /** In how many pieces it was, before they merged with others. */
    private int putBack(long from, long to) {
        long start = from;
        int pieces = 0;
        while (start < to) {
            pieces++;
            int order = Math.min(Long.numberOfTrailingZeros(start), 63 - Long.numberOfLeadingZeros(to - start));
            putBackBlock(order, start >>> order);
            start += 1L << order;
        }
        return pieces;
    }

    private void putBackBlock(int order, long block) {
        freePages += 1L << order;
        int at = order;
        long merged = block;
        if (free[at].get(merged)) {
            throw new KernelBug("VRAM block is free already: order=" + order + " block=" + block);
        }
        while (at + 1 < free.length && isFree(at, merged ^ 1)) {
            free[at].clear(merged ^ 1);
            freeBlocks[at]--;
            merges++;
            merged >>>= 1;
            at++;
        }
        free[at].set(merged);
        freeBlocks[at]++;
    }

    private boolean isFree(int order, long block) {
        return block < free[order].capacity() && free[order].get(block);
    }

    /** Takes neighbouring blocks together where no single one is large enough. Visits every free block at most once. */
    private long allocateRunSlow(long count) {
        long runStart = 0;
        long runEnd = 0;
        for (Block block = next(0); block != null; block = next(runEnd)) {
            if (block.start != runEnd) {
                runStart = block.start;
            }
            runEnd = block.end();
            if (runEnd - runStart >= count) {
                carve(runStart, runStart, count);
                return runStart;
            }
        }
        return -1;
    }

    /** The first free block that starts at or behind a page. */
    private @Nullable Block next(long page) {
        Block found = null;
        for (int order = 0; order < free.length; order++) {
            long block = free[order].next((page + (1L << order) - 1) >>> order);
            if (block >= 0 && (found == null || block << order < found.start)) {
                found = new Block(block << order, order);
            }
        }
        return found;
    }

    private record Block(long start, int order) {
        long end() {
            return start + (1L << order);
        }
    }
}
