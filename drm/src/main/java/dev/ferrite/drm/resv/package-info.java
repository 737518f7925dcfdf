/**
 * Locks taken in any order without deadlock, and the fences of a buffer: the counterparts of {@code ww_mutex} and
 * {@code dma_resv}.
 *
 * <p>May import: {@code fence}, {@code dev.ferrite.locks}, {@code dev.ferrite.offheap}.
 */
@NullMarked
package dev.ferrite.drm.resv;

import org.jspecify.annotations.NullMarked;
