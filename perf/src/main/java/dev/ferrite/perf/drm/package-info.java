/**
 * Calls, handles, buffers and mappings of the emulated device, beside what the kernel and C need for the like.
 *
 * <p>May import: every floor, and peers.
 */
@NullMarked
package dev.ferrite.perf.drm;

import org.jspecify.annotations.NullMarked;
