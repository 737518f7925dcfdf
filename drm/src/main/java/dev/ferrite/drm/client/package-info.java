/**
 * The client side: nodes, buffers, mappings and dma-buf descriptors, each with one owner that gives it back once.
 *
 * <p>{@link dev.ferrite.drm.client.DrmNode} is an open node: an {@link dev.ferrite.drm.client.EmulatedNode} of the
 * core in this process, or a {@link dev.ferrite.drm.client.KernelNode} of a real driver. Programs are written against the
 * interface. Errors are
 * {@link dev.ferrite.offheap.errno.ErrnoException}, but {@code ioctl} and {@code poll} return {@code -errno}, as the
 * kernel does. Use of something closed is {@link IllegalStateException}.
 *
 * <p>May import: {@code core}, {@code dmabuf}, {@code uapi}, {@code dev.ferrite.locks}, {@code dev.ferrite.offheap}.
 */
@NullMarked
package dev.ferrite.drm.client;

import org.jspecify.annotations.NullMarked;
