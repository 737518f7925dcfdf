/**
 * The DRM core: device, driver, registration, files, GEM objects, handles, PRIME and ioctl dispatch.
 *
 * <p>One package, for these things point at each other in every direction, as they do in the kernel: a device knows its
 * files, a file its handles, a handle its object, an object its device. What they are made of lies in the packages
 * around: {@code vma}, {@code vram}, {@code dmabuf}, {@code fence}, {@code resv}, {@code syncobj}, {@code ioctl},
 * {@code uaccess}, {@code util}.
 *
 * <h2>Naming</h2>
 *
 * <p>Names are the kernel's. Kernel-side calls that a client can cause return {@code -errno}; calls a driver makes while
 * it sets itself up throw {@link dev.ferrite.offheap.errno.ErrnoException}. An absent hook is a null entry: nothing runs
 * in its place.
 *
 * <h2>Locks, in the order they are taken</h2>
 *
 * <ol>
 *   <li>the PRIME lock of a file ({@code drm_prime});
 *   <li>the name lock of a device ({@code drm_object_name}): names, handle counts, each object's own dma-buf;
 *   <li>the event locks of a file ({@code drm_event_read}, then {@code drm_events});
 *   <li>the handle lock of a file ({@code drm_handles}), a spin lock; or the dma-buf lock ({@code dma_buf}).
 * </ol>
 *
 * <p>Taken alone, inside none of these: the offset lock ({@code vma_manager}), the mapping lock ({@code drm_maps}), the
 * VRAM lock ({@code vram}), a file's sync objects ({@code drm_syncobj_table}), the node table ({@code drm_minors}). The master lock ({@code drm_master}) may be taken with
 * none held and takes none. Driver hooks are called without any lock but {@code dumbCreate} and the ioctl handlers'
 * own; no reference is dropped under a lock, for the last drop runs driver code. Handle lookup, authentication checks and
 * {@code drm_dev_enter} take no lock.
 *
 * <p>May import: every other package of this module but {@code client}, {@code stats} and {@code vgem};
 * {@code dev.ferrite.locks}, {@code dev.ferrite.offheap}.
 */
@NullMarked
package dev.ferrite.drm.core;

import org.jspecify.annotations.NullMarked;
