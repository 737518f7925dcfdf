/**
 * Descriptors that stand for an object of this process: the counterpart of the kernel's {@code anon_inode} files.
 *
 * <p>May import: {@code count}, {@code dev.ferrite.locks}, {@code dev.ferrite.offheap}.
 */
@NullMarked
package dev.ferrite.drm.anon;

import org.jspecify.annotations.NullMarked;
