package dev.ferrite.drm.core;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a driver does with its buffer objects: the counterpart of {@code kernel::drm::gem::DriverObject}.
 *
 * <p>All but {@code init} may be null: then nothing runs.
 *
 * @param init {@code DriverObject::new}: makes the private data of a new object
 * @param open called for each new handle, before anybody can look it up
 * @param close called once for each handle that goes away
 * @param free called when the object is gone, with its private data
 * @param <D> the device's private data
 * @param <T> the object's private data
 */
public record DriverObject<D, T>(
        Init<D, T> init,
        @Nullable Open<T> open,
        @Nullable Close<T> close,
        @Nullable Consumer<? super T> free) {

    /** {@code DriverObject::new}. */
    @FunctionalInterface
    public interface Init<D, T> {
        /**
         * Makes the private data.
         *
         * @param device the device
         * @param size the object's length, a multiple of the page size
         * @return the data
         * @throws dev.ferrite.offheap.errno.ErrnoException why there can be no object
         */
        T init(Device<D> device, long size);
    }

    /** {@code DriverObject::open}. */
    @FunctionalInterface
    public interface Open<T> {
        /**
         * Decides about a new handle.
         *
         * @param object the object
         * @param file whose handle it will be
         * @return 0, or {@code -errno}: then there is no handle
         */
        int open(GemObject<T> object, DrmFile<?> file);
    }

    /** {@code DriverObject::close}. */
    @FunctionalInterface
    public interface Close<T> {
        /**
         * Notes the end of a handle.
         *
         * @param object the object, alive still
         * @param file whose handle it was
         */
        void close(GemObject<T> object, DrmFile<?> file);
    }

    /**
     * Hooks of a driver that only makes private data.
     *
     * @param init makes it
     * @param <D> the device's private data
     * @param <T> the object's private data
     * @return the hooks, all others null
     */
    public static <D, T> DriverObject<D, T> of(Init<D, T> init) {
        return new DriverObject<>(init, null, null, null);
    }
}
