package dev.ferrite.drm.vram;

import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Pages;

/**
 * Where in a {@link Vram} an extent is to lie: the counterpart of the arguments of {@code drm_buddy_alloc_blocks}. An extent is
 * contiguous always, for it is mapped in one piece.
 *
 * @param from the first byte it may have, a multiple of the page size
 * @param to the byte behind the last it may have, a multiple of the page size; beyond the VRAM means its end
 * @param alignment what its offset is a multiple of: a power of two, the page size at least
 * @param topDown whether the highest place is wanted, as for what never moves, and not the lowest
 */
public record VramPlacement(long from, long to, long alignment, boolean topDown) {
    /** No wish: the smallest free block that will do. */
    public static final VramPlacement ANYWHERE = new VramPlacement(0, Long.MAX_VALUE & -Pages.SIZE, Pages.SIZE, false);

    /**
     * Checks the numbers.
     *
     * @throws ErrnoException EINVAL
     */
    public VramPlacement {
        if (from < 0 || to <= from || from % Pages.SIZE != 0 || to % Pages.SIZE != 0) {
            throw new ErrnoException(Errno.EINVAL, "vram range: from=" + from + " to=" + to);
        }
        if (alignment < Pages.SIZE || Long.bitCount(alignment) != 1) {
            throw new ErrnoException(Errno.EINVAL, "vram alignment: alignment=" + alignment);
        }
    }

    /**
     * The same within a range.
     *
     * @param first the first byte it may have
     * @param end the byte behind the last
     * @return the placement
     */
    public VramPlacement within(long first, long end) {
        return new VramPlacement(first, end, alignment, topDown);
    }

    /**
     * The same with an alignment.
     *
     * @param bytes a power of two
     * @return the placement
     */
    public VramPlacement alignedTo(long bytes) {
        return new VramPlacement(from, to, bytes, topDown);
    }

    /**
     * The same from the upper end.
     *
     * @return the placement
     */
    public VramPlacement fromTheTop() {
        return new VramPlacement(from, to, alignment, true);
    }
}
