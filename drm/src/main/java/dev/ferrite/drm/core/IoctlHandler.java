package dev.ferrite.drm.core;

import java.lang.foreign.MemorySegment;

/**
 * What a driver does for one of its ioctls.
 *
 * @param <D> the device's private data
 * @param <F> the driver's state of an open file
 */
@FunctionalInterface
public interface IoctlHandler<D, F> {
    /**
     * Handles a call. Runs inside a {@code drm_dev_enter} section: unplug waits for it. May block.
     *
     * @param device the device
     * @param data the argument, at least as long as the struct in the table; the handler's alone during the call, and
     *     copied back afterwards, also after an error
     * @param file the caller's file
     * @return 0 to {@link Integer#MAX_VALUE}, or {@code -errno}; a larger number becomes {@code -ERANGE}. An
     *     {@link dev.ferrite.offheap.errno.ErrnoException} becomes its {@code -errno}.
     */
    long handle(Device<D> device, MemorySegment data, DrmFile<F> file);
}
