/**
 * Error numbers and the exception that carries one.
 *
 * <p>May import: {@code diag}.
 */
@NullMarked
package dev.ferrite.offheap.errno;

import org.jspecify.annotations.NullMarked;
