/**
 * Writes Java: struct classes and constant classes from the model, as plain text in the project's own formatting.
 *
 * <p>{@link dev.ferrite.offheap.bindgen.emit.StructEmitter} writes one class a record,
 * {@link dev.ferrite.offheap.bindgen.emit.ConstantsEmitter} one class a header. The same input gives the same bytes.
 *
 * <p>May import: the model.
 */
@NullMarked
package dev.ferrite.offheap.bindgen.emit;

import org.jspecify.annotations.NullMarked;
