/**
 * Memory that a process shows to others of the same user: a sealed memfd on this side, a read-only view on theirs.
 *
 * <p>Not exported: the log and the counters stand on it. May import: {@code offheap}.
 */
@NullMarked
package dev.ferrite.runtime.share;

import org.jspecify.annotations.NullMarked;
