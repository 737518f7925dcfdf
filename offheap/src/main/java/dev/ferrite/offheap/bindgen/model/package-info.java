/**
 * C types and constants as data: what the readers of C headers, of annotated interfaces and of kernel type information
 * produce, and what the emitter and the printers consume.
 *
 * <p>{@link dev.ferrite.offheap.bindgen.model.CType} is one C type; {@link dev.ferrite.offheap.bindgen.model.CRecord} a
 * struct or union; {@link dev.ferrite.offheap.bindgen.model.Constant} a macro or enumerator. Offsets are bits where
 * bit-fields can be meant, bytes elsewhere.
 *
 * <p>May import: nothing.
 */
@NullMarked
package dev.ferrite.offheap.bindgen.model;

import org.jspecify.annotations.NullMarked;
