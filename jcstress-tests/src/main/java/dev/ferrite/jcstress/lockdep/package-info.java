/**
 * What the lock validator promises while threads race, tried by jcstress.
 *
 * <p>May import: offheap, locks, and {@code dev.ferrite.jcstress.harness}.
 */
@NullMarked
package dev.ferrite.jcstress.lockdep;

import org.jspecify.annotations.NullMarked;
