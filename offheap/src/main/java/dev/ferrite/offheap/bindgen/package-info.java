/**
 * Makes struct classes and constants from C headers.
 *
 * <p>{@link dev.ferrite.offheap.bindgen.Bindgen} is the command; {@link dev.ferrite.offheap.bindgen.BindgenOptions} says
 * what it takes; {@link dev.ferrite.offheap.bindgen.Bindings} is the result before it is written. The compiler does the
 * reading: gcc lays the structs out and evaluates the macros, so whatever gcc accepts is understood, and what it refuses
 * is shown in its own words. Only the machine that generates needs gcc; generated classes need nothing but
 * {@code dev.ferrite.offheap}.
 *
 * <p>May import: its subpackages.
 */
@NullMarked
package dev.ferrite.offheap.bindgen;

import org.jspecify.annotations.NullMarked;
