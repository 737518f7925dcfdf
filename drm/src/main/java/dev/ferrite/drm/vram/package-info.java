/**
 * Video memory without a card: a memfd or a named file, handed out in extents by a buddy allocator.
 *
 * <p>{@link dev.ferrite.drm.vram.Vram} owns the file and the allocator, {@link dev.ferrite.drm.vram.VramExtent} is a
 * range of it. Extents are page multiples, read as zeros when new, and their space is reserved before they are handed
 * out: memory that runs short is an error number at allocation, never a fault at access.
 *
 * <p>May import: {@code count}, {@code util}, {@code dev.ferrite.locks}, {@code dev.ferrite.offheap}.
 */
@NullMarked
package dev.ferrite.drm.vram;

import org.jspecify.annotations.NullMarked;
