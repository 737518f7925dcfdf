package dev.ferrite.nova.boot;

import dev.ferrite.offheap.Words;

/** Which tile is rendered next. Off-heap, and guarded by a spin lock: every access is plain. */
final class TileQueue {
    /** The frame has no more tiles. */
    static final int EMPTY = -1;

    private static final long FRAME = 0;
    private static final long NEXT = 4;
    private static final long TOTAL = 8;

    private final long base;

    TileQueue(long base) {
        this.base = base;
    }

    /** Offers the tiles of a frame. */
    void fill(int frame, int tiles) {
        Words.setIntPlain(base + FRAME, frame);
        Words.setIntPlain(base + NEXT, 0);
        Words.setIntPlain(base + TOTAL, tiles);
    }

    /** Takes a tile of this frame, or {@link #EMPTY}: a late client must not take one of the next frame. */
    int take(int frame) {
        int next = Words.getIntPlain(base + NEXT);
        if (Words.getIntPlain(base + FRAME) != frame || next == Words.getIntPlain(base + TOTAL)) {
            return EMPTY;
        }
        Words.setIntPlain(base + NEXT, next + 1);
        return next;
    }
}
