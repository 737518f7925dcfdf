/**
 * Address spaces: which ranges are mapped, and what memory they take; the counterpart of {@code kernel/mm.rs}.
 *
 * <p>{@link dev.ferrite.runtime.mm.Mm} names an address space, whether it still exists or not;
 * {@link dev.ferrite.runtime.mm.MmWithUser} is one that existed when it was asked for, and
 * {@link dev.ferrite.runtime.mm.MmapReadGuard} its read lock, under which ranges are looked up and listed.
 * {@link dev.ferrite.runtime.mm.MmUsage} and {@link dev.ferrite.runtime.mm.VmaUsage} are what {@code smaps} says. All
 * sizes are bytes.
 *
 * <p>May import: {@code offheap}, {@code locks}, {@code proc}.
 */
@NullMarked
package dev.ferrite.runtime.mm;

import org.jspecify.annotations.NullMarked;
