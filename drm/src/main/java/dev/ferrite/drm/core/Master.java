package dev.ferrite.drm.core;

import dev.ferrite.drm.util.IdSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One reign over a device: the counterpart of {@code struct drm_master}. Everything here is guarded by the device's
 * master lock.
 */
final class Master {
    final IdSet magics = new IdSet(1, Integer.MAX_VALUE);
    final Map<Integer, DrmFile<?>> files = new HashMap<>();

    /** What GET_UNIQUE shows; null until SET_VERSION. */
    @Nullable
    String unique;
}
