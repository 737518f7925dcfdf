/**
 * The picture: a drop of ferrofluid in a magnetic field, ray-marched by pure functions of seed, time and pixel.
 *
 * <p>Nothing here knows of devices, buffers or threads. A {@link dev.ferrite.nova.boot.scene.Scene} is immutable and
 * shared; a {@link dev.ferrite.nova.boot.scene.TilePainter} is one thread's scratch. The same seed, time and size give
 * the same bytes on every machine: only {@code +}, {@code -}, {@code *}, {@code /}, {@code Math.sqrt} and
 * {@code StrictMath} are used. Imports nothing of Ferrite.
 */
@NullMarked
package dev.ferrite.nova.boot.scene;

import org.jspecify.annotations.NullMarked;
