/**
 * The caller's memory, as a handler may touch it.
 *
 * <p>May import: {@code dev.ferrite.offheap}.
 */
@NullMarked
package dev.ferrite.drm.uaccess;

import org.jspecify.annotations.NullMarked;
