package dev.ferrite.drm.syncobj;

import dev.ferrite.drm.util.IdSet;
import dev.ferrite.locks.SpinLock;
import dev.ferrite.offheap.errno.Errno;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The handles of one file on sync objects: numbers from 1 up, the lowest free first. Each owns a reference.
 *
 * <p>A spin lock for some dozen nanoseconds a call, as in the kernel. Thread-safe.
 */
public final class SyncobjTable {
    private static final class Slots {
        final IdSet ids = new IdSet(1, Integer.MAX_VALUE);
        final Map<Integer, Syncobj> objects = new HashMap<>();
    }

    private final SpinLock<Slots> slots = SpinLock.of(new Slots(), "drm_syncobj_table");

    /** No handles. */
    public SyncobjTable() {}

    /**
     * A new handle, which takes the caller's reference over.
     *
     * @param object what it stands for
     * @return the handle, 1 or more, or {@code -ENOSPC}: then the reference is still the caller's
     */
    public int add(Syncobj object) {
        try (var guard = slots.lock()) {
            int handle = (int) guard.get().ids.reserve();
            if (handle < 0) {
                return Errno.ENOSPC.negated();
            }
            guard.get().objects.put(handle, object);
            return handle;
        }
    }

    /**
     * Closes a handle.
     *
     * @param handle any number
     * @return 0, or {@code -EINVAL} if it is none
     */
    public int remove(int handle) {
        Syncobj object;
        try (var guard = slots.lock()) {
            object = guard.get().objects.remove(handle);
            if (object == null) {
                return Errno.EINVAL.negated();
            }
            guard.get().ids.release(handle);
        }
        object.put();
        return 0;
    }

    /**
     * The object of a handle.
     *
     * @param handle any number
     * @return the object, with a reference that is the caller's; null if there is none
     */
    public @Nullable Syncobj lookup(int handle) {
        try (var guard = slots.lock()) {
            Syncobj object = guard.get().objects.get(handle);
            if (object != null) {
                object.get();
            }
            return object;
        }
    }

    /** Closes all handles: the end of the file. */
    public void close() {
        List<Syncobj> all;
        try (var guard = slots.lock()) {
            Collection<Syncobj> left = guard.get().objects.values();
            all = new ArrayList<>(left);
            left.clear();
        }
        all.forEach(Syncobj::put);
    }
}
