package dev.ferrite.drm.vram;

import dev.ferrite.offheap.linux.Linux;

/**
 * A range of a {@link Vram}, a multiple of the page size. Its owner frees it, once; whoever maps it keeps it alive
 * meanwhile by the owner's own count.
 */
public final class VramExtent {
    private final Vram vram;
    private final long offset;
    private final long size;
    private volatile boolean written;

    /** Guarded by the lock of the VRAM. */
    boolean freed;

    VramExtent(Vram vram, long offset, long size) {
        this.vram = vram;
        this.offset = offset;
        this.size = size;
    }

    /**
     * Maps the start of the extent, shared: the pages themselves.
     *
     * @param length bytes, a multiple of the page size, at most {@link #size()}
     * @param protection {@code PROT_*}
     * @return the address, or {@code -errno} (EINVAL, ENOMEM)
     */
    public long map(long length, int protection) {
        if (length <= 0 || length > size) {
            return -22; // EINVAL: never beyond the extent, where somebody else's pages lie
        }
        if ((protection & Linux.PROT_WRITE) != 0) {
            written = true;
        }
        return Linux.mmap(0, length, protection, Linux.MAP_SHARED, vram.fd(), offset);
    }

    /**
     * Gives the extent back. Nobody may have it mapped any more.
     *
     * @throws dev.ferrite.offheap.diag.KernelBug the second time
     */
    public void free() {
        vram.free(this);
    }

    /**
     * Where it starts in the VRAM's file.
     *
     * @return bytes, a multiple of the page size
     */
    public long offset() {
        return offset;
    }

    /**
     * How long it is.
     *
     * @return bytes, a multiple of the page size
     */
    public long size() {
        return size;
    }

    /** Whether it may have been written: if not, its pages are zero still. */
    boolean wasWritten() {
        return written;
    }

    @Override
    public String toString() {
        return "VRAM extent offset=0x" + Long.toHexString(offset) + " size=" + size;
    }
}
