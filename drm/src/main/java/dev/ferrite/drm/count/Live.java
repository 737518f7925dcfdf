package dev.ferrite.drm.count;

import java.util.concurrent.atomic.AtomicLong;

/**
 * What is alive in the DRM core of this process, exact at any time.
 *
 * <p>One atomic add when a thing is born and one when it is gone; a striped adder would scale better and could not be
 * read exactly while others change it.
 */
public enum Live {
    /** Devices whose last reference is not dropped. */
    DEVICES,
    /** Open files. */
    FILES,
    /** GEM objects whose last reference is not dropped. */
    OBJECTS,
    /** Mappings of GEM objects. */
    MAPPINGS,
    /** Exported dma-bufs. */
    DMA_BUFS,
    /** Sync objects that a handle or a descriptor keeps. */
    SYNCOBJS,
    /** Descriptors given away for sync objects and fences that somebody still has. */
    ANON_FILES,
    /** VRAM backends. */
    VRAMS,
    /** Extents of VRAM in use. */
    VRAM_EXTENTS,
    /** Bytes of VRAM in use. */
    VRAM_BYTES,
    /** Bytes of the memfds behind shmem objects. */
    SHMEM_BYTES;

    @SuppressWarnings("ImmutableEnumChecker") // a counter is what this enum is for
    private final AtomicLong count = new AtomicLong();

    /**
     * Counts.
     *
     * @param delta how many were born, or negative how many are gone
     */
    public void add(long delta) {
        count.getAndAdd(delta);
    }

    /**
     * How many there are.
     *
     * @return the count
     */
    public long get() {
        return count.get();
    }
}
