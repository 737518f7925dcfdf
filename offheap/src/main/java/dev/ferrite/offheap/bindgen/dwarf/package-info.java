/**
 * Reads the types of a compiled header from its debug information: ELF of 64 bits, little endian, with DWARF 5 as gcc
 * writes it into a shared object.
 *
 * <p>{@link dev.ferrite.offheap.bindgen.dwarf.DwarfTypes} gives the model; the rest finds bytes.
 *
 * <p>May import: the model.
 */
@NullMarked
package dev.ferrite.offheap.bindgen.dwarf;

import org.jspecify.annotations.NullMarked;
