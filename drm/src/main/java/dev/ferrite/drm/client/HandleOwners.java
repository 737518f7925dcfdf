package dev.ferrite.drm.client;

import dev.ferrite.locks.Mutex;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.IntUnaryOperator;

/**
 * Counts the owners of each handle of one node.
 *
 * <p>The kernel does not: PRIME import returns the handle a file already has for a buffer, and one GEM_CLOSE closes it for
 * everybody. So the calls that may return an existing handle, and the close of the last owner, are made under one lock:
 * no import can be answered with a handle that is being closed.
 */
public final class HandleOwners {
    private final Mutex<Map<Integer, Integer>> counts = Mutex.of(new HashMap<>(), "drm_handle_owners");

    /** No owners. */
    public HandleOwners() {}

    /**
     * Makes a call that returns a handle, and counts one more owner of it.
     *
     * @param call the call: a handle, or {@code -errno}
     * @return what the call returned
     */
    int acquire(IntSupplier call) {
        try (var guard = counts.lock()) {
            int handle = call.getAsInt();
            if (handle > 0) {
                guard.get().merge(handle, 1, Integer::sum);
            }
            return handle;
        }
    }

    /**
     * Counts one owner less, and closes the handle after the last.
     *
     * @param handle the handle
     * @param close closes it: 0, or {@code -errno}
     * @return what the close returned; 0 if there are owners left
     */
    int release(int handle, IntUnaryOperator close) {
        try (var guard = counts.lock()) {
            Map<Integer, Integer> now = guard.get();
            int left = now.getOrDefault(handle, 1) - 1;
            if (left > 0) {
                now.put(handle, left);
                return 0;
            }
            now.remove(handle);
            return close.applyAsInt(handle);
        }
    }

    /**
     * How many handles have an owner.
     *
     * @return the count
     */
    public int size() {
        try (var guard = counts.lock()) {
            return guard.get().size();
        }
    }
}
