/**
 * What the locks floor promises, tried by jcstress: exclusion, publication, hand-over, waiting, reference counts, the
 * orders of the kernel's memory model.
 *
 * <p>One outer class for one production class (two for {@link dev.ferrite.locks.Mutex} and
 * {@link dev.ferrite.locks.RwLock}: its promises, and how a waiter gets the lock), one nested test for one promise, two
 * actors and at most an arbiter. States live for a microsecond: locks are made over slots that the harness hands out, or
 * come from a {@link Ring} where they can only have a word of their own.
 *
 * <p>May import: locks, offheap, and {@code dev.ferrite.jcstress.harness}.
 */
@NullMarked
package dev.ferrite.jcstress.locks;

import org.jspecify.annotations.NullMarked;
