package dev.ferrite.drm.core;

import dev.ferrite.drm.dmabuf.DmaBuf;
import dev.ferrite.drm.vram.Vram;
import dev.ferrite.drm.vram.VramExtent;
import dev.ferrite.locks.ref.ARef;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;

/**
 * A buffer object in video memory: an extent of a {@link Vram}, mapped for real.
 *
 * <p>Reads as zeros when new. Upstream has no such kind; the core treats it like the others.
 *
 * @param <T> the driver's private data
 */
public final class VramObject<T> extends GemObject<T> {
    private final VramExtent extent;

    private VramObject(Device<?> device, DriverObject<?, T> hooks, T data, long size, VramExtent extent) {
        super(device, hooks, data, size);
        this.extent = extent;
    }

    /**
     * Makes an object.
     *
     * @param device the device
     * @param vram where its pages come from; may be closed while there are objects, whose extents keep it
     * @param size bytes, a multiple of the page size
     * @param hooks the driver's; init runs first, and free takes its data back if there is no memory
     * @param <D> the device's private data
     * @param <T> the object's private data
     * @return the first reference
     * @throws dev.ferrite.offheap.errno.ErrnoException what the init hook threw; ENOSPC, ENOMEM and others from
     *     {@link Vram#allocate}
     * @throws dev.ferrite.offheap.diag.KernelBug if the size is no such multiple
     */
    public static <D, T> ARef<VramObject<T>> create(Device<D> device, Vram vram, long size, DriverObject<D, T> hooks) {
        checkSize(size);
        T data = hooks.init().init(device, size);
        VramExtent extent = null;
        try {
            extent = allocate(vram, size);
        } finally {
            if (extent == null && hooks.free() != null) {
                hooks.free().accept(data);
            }
        }
        return ARef.fromRaw(new VramObject<>(device, hooks, data, size, extent));
    }

    /** Before it gives up it takes back what only descriptors keep that somebody closed behind our back. */
    private static VramExtent allocate(Vram vram, long size) {
        try {
            return vram.allocate(size);
        } catch (ErrnoException full) {
            if (full.errno() != Errno.ENOSPC && full.errno() != Errno.ENOMEM) {
                throw full;
            }
            DmaBuf.reclaim();
            return vram.allocate(size);
        }
    }

    /**
     * Where its pages lie.
     *
     * @return the extent, valid while the caller holds a reference
     */
    public VramExtent extent() {
        return extent;
    }

    @Override
    long map(long length, int protection) {
        return extent.map(length, protection);
    }

    @Override
    void releaseBacking() {
        extent.free();
    }
}
