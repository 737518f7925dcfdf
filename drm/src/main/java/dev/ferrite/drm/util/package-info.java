/**
 * Small helpers of the core: bit trees, identifier sets, handle numbers, file locks. Not exported.
 *
 * <p>May import: {@code dev.ferrite.locks}, {@code dev.ferrite.offheap}.
 */
@NullMarked
package dev.ferrite.drm.util;

import org.jspecify.annotations.NullMarked;
