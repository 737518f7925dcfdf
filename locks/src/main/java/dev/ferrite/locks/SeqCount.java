package dev.ferrite.locks;

import dev.ferrite.offheap.Words;

/**
 * A sequence counter, on the address of a 4-byte word: the counterpart of the kernel's {@code seqcount_t}.
 *
 * <p>A writer makes the count odd, writes, and makes it even; a reader reads without locking and looks whether the count
 * changed meanwhile, in which case what it read is torn and it reads again. Writers must exclude each other by other
 * means ({@link SeqLock} does). A read section costs two loads; it must not follow pointers it has read before
 * {@link #retry} says that they were whole.
 *
 * <p>{@snippet :
 * int seq;
 * long x, y;
 * do {
 *     seq = SeqCount.begin(word);
 *     x = Point.xOpaque(point);
 *     y = Point.yOpaque(point);
 * } while (SeqCount.retry(word, seq));
 * }
 *
 * <p>The data should be read and written in opaque mode or stronger, so that the compiler may not invent or repeat
 * accesses; plain accesses work on today's JVMs only.
 */
public final class SeqCount {
    /*
     * Writer: store count+1 (odd); release fence; data; store-release count+2.
     * Reader: load-acquire c (even); data; acquire fence; load c'.
     * If a reader's data load saw a write of a section, then by the writer's release fence and the reader's acquire
     * fence its c' sees the odd count of that section or more: c' != c. If its c was the end of a section, the acquire
     * makes that section's data visible to it.
     */
    private SeqCount() {}

    /**
     * Starts a read section; waits while a writer is inside.
     *
     * @param word the counter
     * @return what {@link #retry} wants
     */
    public static int begin(long word) {
        int seq = Words.getIntAcquire(word);
        return (seq & 1) == 0 ? seq : beginSlow(word);
    }

    /**
     * Ends a read section.
     *
     * @param word the counter
     * @param seq what {@link #begin} returned
     * @return true if a writer was inside meanwhile: what was read is worthless
     */
    public static boolean retry(long word, int seq) {
        Words.acquireFence();
        return Words.getIntOpaque(word) != seq;
    }

    /**
     * Starts a write section. The caller excludes other writers.
     *
     * @param word the counter
     */
    public static void writeBegin(long word) {
        Words.setIntOpaque(word, Words.getIntOpaque(word) + 1);
        Words.releaseFence();
    }

    /**
     * Ends a write section.
     *
     * @param word the counter
     */
    public static void writeEnd(long word) {
        Words.setIntRelease(word, Words.getIntOpaque(word) + 1);
    }

    private static int beginSlow(long word) {
        for (int spins = 1; ; spins++) {
            int seq = Words.getIntAcquire(word);
            if ((seq & 1) == 0) {
                return seq;
            }
            pause(spins);
        }
    }

    /** Between two looks at the count of a writer that is inside. */
    static void pause(int spins) {
        if ((spins & 255) == 0) {
            Thread.yield();
        } else {
            Thread.onSpinWait();
        }
    }
}
