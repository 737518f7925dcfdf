/**
 * What {@code dev.ferrite.locks.poll} promises, tried by jcstress: no lost readiness, and a teardown that waits.
 *
 * <p>May import: locks, offheap, and {@code dev.ferrite.jcstress.harness}.
 */
@NullMarked
package dev.ferrite.jcstress.poll;

import org.jspecify.annotations.NullMarked;
