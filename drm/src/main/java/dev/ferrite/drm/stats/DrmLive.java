package dev.ferrite.drm.stats;

import dev.ferrite.drm.anon.AnonFile;
import dev.ferrite.drm.count.Calls;
import dev.ferrite.drm.count.Live;
import dev.ferrite.drm.count.LiveHandles;
import dev.ferrite.drm.dmabuf.DmaBuf;

/**
 * What is alive in the DRM core of this process; all zero when everything was given back.
 *
 * @param devices devices whose last reference is not dropped
 * @param files open files: nodes not closed, or still mapped
 * @param objects GEM objects whose last reference is not dropped
 * @param handles handles on them, over all files; exact while none is made or closed
 * @param mappings mappings of them
 * @param dmaBufs exported dma-bufs
 * @param syncobjs sync objects
 * @param syncFds descriptors of sync objects and of fences
 * @param vrams VRAM backends
 * @param vramExtents extents of VRAM in use
 * @param vramBytes bytes of VRAM in use
 */
public record DrmLive(
        long devices,
        long files,
        long objects,
        long handles,
        long mappings,
        long dmaBufs,
        long syncobjs,
        long syncFds,
        long vrams,
        long vramExtents,
        long vramBytes) {
    /**
     * The counts now. Looks first which descriptors were closed by everybody who had them, whoever closed them and
     * however, so costs a system call for each one that is open. Each count is exact; together they are of one moment if
     * nobody works meanwhile.
     *
     * @return the counts
     */
    public static DrmLive now() {
        DmaBuf.reclaim();
        AnonFile.reclaim();
        return counted();
    }

    /**
     * The counts as they stand: as {@link #now()}, without looking for dma-buf descriptors that others have closed, and
     * without a system call.
     *
     * @return the counts
     */
    public static DrmLive counted() {
        return new DrmLive(
                Live.DEVICES.get(),
                Live.FILES.get(),
                Live.OBJECTS.get(),
                LiveHandles.sum(),
                Live.MAPPINGS.get(),
                Live.DMA_BUFS.get(),
                Live.SYNCOBJS.get(),
                Live.ANON_FILES.get(),
                Live.VRAMS.get(),
                Live.VRAM_EXTENTS.get(),
                Live.VRAM_BYTES.get());
    }

    /**
     * How many ioctls this process's core was asked for, whatever came of them.
     *
     * @return the count since start
     */
    public static long ioctls() {
        return Calls.IOCTLS.sum();
    }

    /**
     * How much ordinary memory GEM objects stand on: the length of every shmem object whose pages were made and not purged,
     * such as the dumb buffers of vgem. Linux provides a page when it is first touched, so this is the most they take.
     *
     * @return bytes
     */
    public static long shmemBytes() {
        return Live.SHMEM_BYTES.get();
    }

    /**
     * Whether nothing is alive.
     *
     * @return true if all counts are zero
     */
    public boolean isZero() {
        return equals(new DrmLive(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    }
}
