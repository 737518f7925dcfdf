/**
 * Raw words and opaque structs.
 *
 * <p>{@link dev.ferrite.offheap.Words} is the one class that turns a {@code long} address into a memory access; no
 * other class does address arithmetic on memory it does not own. The access mode is always a method suffix:
 * {@code Plain}, {@code Opaque}, {@code Acquire}, {@code Release}, {@code Volatile}. Struct classes have
 * {@code SIZEOF}, {@code ALIGNOF}, {@code X_OFFSET}, {@code LAYOUT}, {@code TYPE} and static typed accessors; a
 * generator writes them from C headers.
 *
 * <p>May import: {@code diag} and {@code config}.
 */
@NullMarked
package dev.ferrite.offheap;

import org.jspecify.annotations.NullMarked;
