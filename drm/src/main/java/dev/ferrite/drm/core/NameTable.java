package dev.ferrite.drm.core;

import dev.ferrite.drm.util.IdSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The global names of a device's objects. Holds no reference: a name dies with the last handle. Guarded by the device's
 * name lock, which also guards handle counts and each object's own dma-buf.
 */
final class NameTable {
    private final IdSet ids = new IdSet(1, Integer.MAX_VALUE);
    private final Map<Integer, GemObject<?>> objects = new HashMap<>();

    /** A new name, or -1 if all are taken. */
    int add(GemObject<?> object) {
        int name = (int) ids.reserve();
        if (name > 0) {
            objects.put(name, object);
        }
        return name;
    }

    @Nullable
    GemObject<?> find(int name) {
        return objects.get(name);
    }

    void remove(int name) {
        objects.remove(name);
        ids.release(name);
    }
}
