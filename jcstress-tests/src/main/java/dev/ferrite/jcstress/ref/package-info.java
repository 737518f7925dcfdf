/**
 * Owned references: one drop, by the last owner, who sees what every owner did.
 *
 * <p>May import: locks, offheap, and {@code dev.ferrite.jcstress.harness}.
 */
@NullMarked
package dev.ferrite.jcstress.ref;

import org.jspecify.annotations.NullMarked;
