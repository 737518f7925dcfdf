/**
 * Fences: promises that work will be done, the counterpart of {@code dma_fence}, {@code dma_fence_array} and
 * {@code dma_fence_chain}.
 *
 * <p>A {@link dev.ferrite.drm.fence.DmaFence} is signalled once and stays so. Everything else here is made of that: an
 * array waits for several, a chain is a timeline of them.
 *
 * <p>Fences live on the heap and have no reference count. What a count is for in the kernel, the memory, is the
 * collector's here, and a fence owns nothing else. So {@code dma_fence_get_rcu} is a load, and a fence that nobody
 * signals and nobody can reach any more is simply gone.
 *
 * <p>May import: {@code dev.ferrite.locks}, {@code dev.ferrite.offheap}.
 */
@NullMarked
package dev.ferrite.drm.fence;

import org.jspecify.annotations.NullMarked;
