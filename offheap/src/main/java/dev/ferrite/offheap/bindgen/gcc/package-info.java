/**
 * Asks the C compiler: runs gcc, lists macros, evaluates expressions without running anything, reads comments.
 *
 * <p>{@link dev.ferrite.offheap.bindgen.gcc.CHeader} is a header with its types and macros;
 * {@link dev.ferrite.offheap.bindgen.gcc.Probe} evaluates expressions in its context.
 *
 * <p>May import: the model and the DWARF reader.
 */
@NullMarked
package dev.ferrite.offheap.bindgen.gcc;

import org.jspecify.annotations.NullMarked;
