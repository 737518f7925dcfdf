/**
 * The user-space interface of the DRM core: structs and constants of {@code drm.h} and {@code drm_mode.h}.
 *
 * <p>Names are those of C: {@code struct drm_gem_close} is {@link dev.ferrite.drm.uapi.DrmGemClose}, a macro keeps its
 * name in {@link dev.ferrite.drm.uapi.DrmH}. Accessors are plain and bounds-checked.
 *
 * <p>May import: {@code dev.ferrite.offheap}.
 */
@NullMarked
package dev.ferrite.drm.uapi;

import org.jspecify.annotations.NullMarked;
