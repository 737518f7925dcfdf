package dev.ferrite.offheap.alloc;

import java.util.List;

/**
 * What an allocator holds at the moment; exact when nobody allocates or frees meanwhile.
 *
 * @param name the allocator
 * @param budget most bytes it may take
 * @param heldBytes bytes it takes from the machine: slabs of a class, or pages in use
 * @param spareBytes bytes of slabs without a class that have their pages still; they decay
 * @param liveObjects blocks in use
 * @param liveBytes their bytes, rounding included
 * @param cachedBytes bytes of free blocks in magazines and batches, about
 * @param remoteFrees blocks that one thread freed and another one got, counted when their batch arrives
 * @param heaps how many sets of magazines there are
 * @param classes one entry a size class that has slabs
 */
public record AllocStats(
        String name,
        long budget,
        long heldBytes,
        long spareBytes,
        long liveObjects,
        long liveBytes,
        long cachedBytes,
        long remoteFrees,
        int heaps,
        List<ClassStats> classes) {
    /**
     * One size class.
     *
     * @param name the class, such as {@code kmalloc-64}
     * @param size bytes a block
     * @param slabs slabs of 256 KiB
     * @param liveObjects blocks in use
     * @param cachedObjects free blocks in magazines and batches, about
     * @param remoteFrees see the allocator's
     */
    public record ClassStats(String name, int size, int slabs, long liveObjects, long cachedObjects, long remoteFrees) {
        /**
         * The bytes of blocks in use.
         *
         * @return rounding included
         */
        public long liveBytes() {
            return liveObjects * size;
        }

        /**
         * How much of the class's slabs is not in use.
         *
         * @return 0 for none, towards 1 for all
         */
        public double fragmentation() {
            return slabs == 0 ? 0 : 1.0 - (double) liveBytes() / ((long) slabs << 18);
        }
    }

    /**
     * How much of the held memory is not in use; spare slabs, which any class may take, do not count.
     *
     * @return 0 for none, towards 1 for all; 0 when nothing is held
     */
    public double fragmentation() {
        return heldBytes == 0 ? 0 : 1.0 - (double) liveBytes / heldBytes;
    }
}
