/**
 * What happens when something that must not happen, happens: BUG is {@link dev.ferrite.offheap.diag.KernelBug}, WARN is
 * {@link dev.ferrite.offheap.diag.Warn}, counted and handed to a pluggable {@link dev.ferrite.offheap.diag.WarnSink}.
 *
 * <p>Imports nothing of Ferrite.
 */
@NullMarked
package dev.ferrite.offheap.diag;

import org.jspecify.annotations.NullMarked;
