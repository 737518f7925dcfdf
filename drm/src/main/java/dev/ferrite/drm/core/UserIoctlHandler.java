package dev.ferrite.drm.core;

import dev.ferrite.drm.uaccess.UserMemory;
import java.lang.foreign.MemorySegment;

/**
 * The same as {@link IoctlHandler} for a struct that holds addresses of the caller's memory.
 *
 * @param <D> the device's private data
 * @param <F> the driver's state of an open file
 */
@FunctionalInterface
public interface UserIoctlHandler<D, F> {
    /**
     * Handles a call.
     *
     * @param device the device
     * @param data the argument
     * @param file the caller's file
     * @param user the way to the addresses in the argument, valid during the call
     * @return 0 to {@link Integer#MAX_VALUE}, or {@code -errno}
     * @see IoctlHandler#handle
     */
    long handle(Device<D> device, MemorySegment data, DrmFile<F> file, UserMemory user);
}
