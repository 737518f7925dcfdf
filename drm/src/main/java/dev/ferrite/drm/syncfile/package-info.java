/**
 * Fences behind descriptors: the counterpart of {@code sync_file}.
 *
 * <p>May import: {@code anon}, {@code fence}, {@code uaccess}, {@code dev.ferrite.offheap}.
 */
@NullMarked
package dev.ferrite.drm.syncfile;

import org.jspecify.annotations.NullMarked;
