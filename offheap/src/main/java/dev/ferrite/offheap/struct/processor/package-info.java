/**
 * The annotation processor for {@link dev.ferrite.offheap.struct.Struct}: lays structs out and writes their classes.
 *
 * <p>{@link dev.ferrite.offheap.struct.processor.StructProcessor} is what javac finds; the layout rules are in
 * {@code StructReader}. Needed at compile time only.
 *
 * <p>May import: the annotations, and the generator's model and emitter.
 */
@NullMarked
package dev.ferrite.offheap.struct.processor;

import org.jspecify.annotations.NullMarked;
