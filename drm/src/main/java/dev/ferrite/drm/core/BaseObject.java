package dev.ferrite.drm.core;

import dev.ferrite.locks.ref.ARef;
import dev.ferrite.offheap.errno.Errno;

/**
 * A buffer object that cannot be mapped: the counterpart of {@code kernel::drm::gem::Object}.
 *
 * <p>It has a length, handles, a name and a dma-buf, and mmap answers EINVAL, for upstream's base objects have no mmap
 * hook. Its pages would be made on first access, which nobody has, so there are none.
 *
 * @param <T> the driver's private data
 */
public final class BaseObject<T> extends GemObject<T> {
    private BaseObject(Device<?> device, DriverObject<?, T> hooks, T data, long size) {
        super(device, hooks, data, size);
    }

    /**
     * Makes an object.
     *
     * @param device the device
     * @param size bytes, a multiple of the page size
     * @param hooks the driver's
     * @param <D> the device's private data
     * @param <T> the object's private data
     * @return the first reference
     * @throws dev.ferrite.offheap.errno.ErrnoException what the init hook threw
     * @throws dev.ferrite.offheap.diag.KernelBug if the size is no such multiple
     */
    public static <D, T> ARef<BaseObject<T>> create(Device<D> device, long size, DriverObject<D, T> hooks) {
        checkSize(size);
        T data = hooks.init().init(device, size);
        return ARef.fromRaw(new BaseObject<>(device, hooks, data, size));
    }

    @Override
    long map(long length, int protection) {
        return Errno.EINVAL.negated();
    }

    @Override
    void releaseBacking() {}
}
