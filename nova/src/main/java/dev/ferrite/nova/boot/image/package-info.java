/**
 * From pixels in a mapping to a file: rows are read as the encoder asks for them, the picture is never copied to the
 * heap. Imports nothing of Ferrite.
 */
@NullMarked
package dev.ferrite.nova.boot.image;

import org.jspecify.annotations.NullMarked;
