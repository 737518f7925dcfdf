package dev.ferrite.drm.core;

import org.jspecify.annotations.Nullable;

/**
 * How a {@link ShmemObject} is made: the counterpart of {@code drm::gem::shmem::ObjectConfig}.
 *
 * @param mapWc whether mappings are write-combined; noted, and without effect on ordinary memory, which is coherent
 * @param parentResv an object whose reservation it shares, and on which it keeps a reference all its life; null for one of
 *     its own
 */
public record ShmemConfig(boolean mapWc, @Nullable GemObject<?> parentResv) {
    /** Cached mappings, a reservation of its own. */
    public static final ShmemConfig DEFAULT = new ShmemConfig(false, null);
}
