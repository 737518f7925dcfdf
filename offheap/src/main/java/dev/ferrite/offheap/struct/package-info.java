/**
 * Structs declared in Java: the annotations, and what generated accessors share.
 *
 * <p>{@link dev.ferrite.offheap.struct.Struct} on an interface makes the annotation processor write the same kind of
 * class that the generator writes from C headers, with C's layout rules.
 *
 * <p>May import: nothing of Ferrite.
 */
@NullMarked
package dev.ferrite.offheap.struct;

import org.jspecify.annotations.NullMarked;
