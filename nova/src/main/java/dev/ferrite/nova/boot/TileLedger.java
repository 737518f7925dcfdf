package dev.ferrite.nova.boot;

import dev.ferrite.offheap.Words;

/**
 * What the renderers say of each tile: that it is in the picture, and the checksum of its pixels.
 *
 * <p>The state is written with release after the pixels and the checksum, and read with acquire before them: who sees
 * a tile published sees its bytes, though renderer and verifier reach them through different mappings.
 */
final class TileLedger {
    /** Bytes of an entry: checksum, then the frame it belongs to plus one. */
    static final long BYTES = 8;

    private static final long CHECKSUM = 0;
    private static final long STATE = 4;

    private final long base;

    TileLedger(long base) {
        this.base = base;
    }

    void publish(int tile, int frame, int checksum) {
        long entry = base + BYTES * tile;
        Words.setIntPlain(entry + CHECKSUM, checksum);
        Words.setIntRelease(entry + STATE, frame + 1);
    }

    boolean isPublished(int tile, int frame) {
        return Words.getIntAcquire(base + BYTES * tile + STATE) == frame + 1;
    }

    /** The checksum; only after {@link #isPublished} said true. */
    int checksum(int tile) {
        return Words.getIntPlain(base + BYTES * tile + CHECKSUM);
    }
}
