/**
 * The layouts of the running kernel, from its own type information (BTF), and a printer that shows structs with their
 * offsets, holes and cache lines.
 *
 * <p>{@link dev.ferrite.offheap.btf.Btf} reads {@code /sys/kernel/btf/vmlinux} and the split files of modules, and is
 * the command {@code ./ferrite btf}; {@link dev.ferrite.offheap.btf.StructPrinter} prints any struct of the model.
 *
 * <p>May import: the generator's model.
 */
@NullMarked
package dev.ferrite.offheap.btf;

import org.jspecify.annotations.NullMarked;
