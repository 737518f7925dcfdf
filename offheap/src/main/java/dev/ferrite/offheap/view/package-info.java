/**
 * Our memory as other libraries' buffers: the JDK's {@code ByteBuffer}, and Agrona's {@code UnsafeBuffer} for those who have
 * Agrona.
 *
 * <p>A {@code ByteBuffer} checks the owner's life on each access. Agrona's cannot; it is emptied when the owner ends. May
 * import: {@code alloc}, {@code linux}; Agrona is optional.
 */
@NullMarked
package dev.ferrite.offheap.view;

import org.jspecify.annotations.NullMarked;
