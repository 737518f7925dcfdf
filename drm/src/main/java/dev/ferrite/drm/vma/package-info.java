/**
 * Fake mmap offsets: the page numbers by which a client names an object when it maps a node, and who may.
 *
 * <p>The counterpart of {@code drm_vma_manager}. These offsets are names, unrelated to where an object's pages lie in
 * VRAM.
 *
 * <p>May import: {@code dev.ferrite.locks}, {@code dev.ferrite.offheap}.
 */
@NullMarked
package dev.ferrite.drm.vma;

import org.jspecify.annotations.NullMarked;
