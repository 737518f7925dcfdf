/**
 * What the locks floor promises, tried by jcstress: exclusion, publication, hand-over, reference counts.
 *
 * <p>One outer class for one production class (two for {@link dev.ferrite.locks.Mutex}: its promises, and how a waiter
 * gets the lock), one nested test for one promise, two actors and at most an arbiter. Locks are made over slots that the
 * harness hands out, not over words of their own: a state lives for a microsecond.
 *
 * <p>May import: locks, offheap, and {@code dev.ferrite.jcstress.harness}.
 */
@NullMarked
package dev.ferrite.jcstress.locks;

import org.jspecify.annotations.NullMarked;
