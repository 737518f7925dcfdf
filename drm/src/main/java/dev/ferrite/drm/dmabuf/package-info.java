/**
 * dma-bufs: buffers that travel as file descriptors.
 *
 * <p>The subsystem beside DRM, as in the kernel: it knows that a buffer has an exporter and fences, and nothing of
 * GEM.
 *
 * <p>May import: {@code count}, {@code util}, {@code fence}, {@code resv}, {@code syncfile}, {@code uaccess}, {@code dev.ferrite.locks}, {@code dev.ferrite.offheap}.
 */
@NullMarked
package dev.ferrite.drm.dmabuf;

import org.jspecify.annotations.NullMarked;
