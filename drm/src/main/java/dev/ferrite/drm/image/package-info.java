/**
 * From pixels in a mapping to a {@code BufferedImage} and a file: rows are read as the encoder asks for them, the picture is
 * never copied to the heap.
 *
 * <p>Needs the module {@code java.desktop}, which nothing else here does: without it only this package cannot be used.
 */
@NullMarked
package dev.ferrite.drm.image;

import org.jspecify.annotations.NullMarked;
