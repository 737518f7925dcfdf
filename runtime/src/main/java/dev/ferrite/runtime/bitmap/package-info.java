/**
 * Bits in off-heap words, changed atomically: the counterpart of {@code kernel::bitmap} and of {@code bitops.h}.
 *
 * <p>{@link dev.ferrite.runtime.bitmap.Bitmap} is all there is.
 */
@NullMarked
package dev.ferrite.runtime.bitmap;

import org.jspecify.annotations.NullMarked;
