/**
 * Waiting for another thread, beside what the JDK has for it: two threads hand each other the turn, and every round trip
 * is timed.
 *
 * <p>May import: drm, locks, offheap, {@code dev.ferrite.perf.report}, {@code dev.ferrite.perf.run.Waits}, peers.
 */
@NullMarked
package dev.ferrite.perf.wait;

import org.jspecify.annotations.NullMarked;
