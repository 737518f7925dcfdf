/**
 * Locks and reference counts beside those of the JDK and of other libraries.
 *
 * <p>Every pair guards the same plain increment, so that no compiler can throw it away. May import: locks, offheap,
 * {@code dev.ferrite.perf.report}, {@code dev.ferrite.perf.run.Waits}, peers.
 */
@NullMarked
package dev.ferrite.perf.locks;

import org.jspecify.annotations.NullMarked;
