/**
 * Sync objects: places that hold a fence, or a timeline of them, for user space. The counterpart of {@code drm_syncobj}.
 *
 * <p>The objects, their handles in a file, and the waits; what a call checks before it comes here is in {@code core}.
 *
 * <p>May import: {@code anon}, {@code count}, {@code fence}, {@code util}, {@code dev.ferrite.locks},
 * {@code dev.ferrite.offheap}.
 */
@NullMarked
package dev.ferrite.drm.syncobj;

import org.jspecify.annotations.NullMarked;
