package dev.ferrite.offheap.alloc;

import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.diag.KernelBug;

/**
 * Takes and gives raw memory: the counterpart of the trait {@code Allocator} ({@code rust/kernel/alloc.rs}).
 *
 * <p>The contract, the same for all:
 *
 * <ul>
 *   <li>A result of 0 or more is an address; a negative one is {@code -ENOMEM}, the only error there is.
 *   <li>The block has at least the size asked for, rounded up to the alignment, and starts at a multiple of the alignment.
 *       It may be longer: {@link #usableSize}.
 *   <li>Size 0 takes no memory: the result is the alignment, a number that dangles, and giving it back does nothing.
 *   <li>{@link #realloc} keeps the content up to the smaller of both sizes; when it fails, the old block is untouched and
 *       still the caller's.
 *   <li>Content is undefined without {@link Gfp#__GFP_ZERO}.
 * </ul>
 *
 * <p>Arguments that no layout can have are exceptions: a negative size, an alignment that is no power of two. A size too
 * large for the address space is {@code -ENOMEM}. A block that is not this allocator's, or is free already, is a
 * {@link KernelBug}. Thread-safe; a block may be given back by any thread.
 *
 * <h2>Safety</h2>
 *
 * <p>A raw address says nothing about lifetime. Memory that was given back stays mapped, so that a late access reads or
 * breaks somebody else's data but never ends the JVM. The owner types check; use them.
 */
public sealed interface Allocator permits Kmalloc, Vmalloc, KVmalloc {
    /**
     * Takes memory.
     *
     * @param size bytes, 0 or more
     * @param align a power of two
     * @param flags {@link Gfp}
     * @return the address, or {@code -ENOMEM}
     * @throws IllegalArgumentException for a negative size or a bad alignment
     */
    long alloc(long size, long align, int flags);

    /**
     * Gives memory back; does nothing when {@code size} is 0.
     *
     * @param address what {@link #alloc} returned
     * @param size the size asked for
     * @param align the alignment asked for
     * @throws KernelBug if it is not a block of this allocator and size, or is free already
     */
    void free(long address, long size, long align);

    /**
     * How many bytes a block really has.
     *
     * @param address a block in use
     * @return at least what was asked for
     * @throws KernelBug if no block in use starts there
     */
    long usableSize(long address);

    /**
     * Changes the size of a block, in place where it fits.
     *
     * @param address the old block; ignored when {@code oldSize} is 0
     * @param newSize bytes, 0 or more; 0 gives the block back
     * @param newAlign a power of two
     * @param oldSize the size it was taken with
     * @param oldAlign the alignment it was taken with
     * @param flags {@link Gfp}; {@link Gfp#__GFP_ZERO} zeroes what is beyond {@code oldSize}
     * @return the block's new address, possibly the old one; or {@code -ENOMEM}, and the old block is as it was
     * @throws IllegalArgumentException for a negative size or a bad alignment
     */
    default long realloc(long address, long newSize, long newAlign, long oldSize, long oldAlign, int flags) {
        checkLayout(newSize, newAlign);
        checkLayout(oldSize, oldAlign);
        if (oldSize == 0) {
            return alloc(newSize, newAlign, flags);
        }
        if (newSize == 0) {
            free(address, oldSize, oldAlign);
            return newAlign;
        }
        long room = usableSize(address);
        boolean fits = newSize <= room && (address & (newAlign - 1)) == 0;
        if (fits && (newSize > room >>> 1 || room <= SMALL)) {
            if ((flags & Gfp.__GFP_ZERO) != 0 && newSize > oldSize) {
                Words.fill(address + oldSize, newSize - oldSize, (byte) 0);
            }
            return address;
        }
        long moved = alloc(newSize, newAlign, fits ? flags | Gfp.__GFP_NOWARN : flags);
        if (moved < 0) {
            return fits ? address : moved;
        }
        Words.copy(address, moved, Math.min(oldSize, newSize));
        free(address, oldSize, oldAlign);
        return moved;
    }

    /** Blocks up to this size are not worth moving when they shrink. */
    int SMALL = 64;

    /**
     * Checks what no layout can be.
     *
     * @param size bytes
     * @param align alignment in bytes
     * @throws IllegalArgumentException if the size is negative or the alignment is no power of two
     */
    static void checkLayout(long size, long align) {
        if (size < 0) {
            throw new IllegalArgumentException("size must be >= 0: size=" + size);
        }
        if (align <= 0 || (align & (align - 1)) != 0) {
            throw new IllegalArgumentException("align must be a power of two: align=" + align);
        }
    }
}
