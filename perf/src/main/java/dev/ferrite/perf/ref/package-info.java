/**
 * References that are shared, beside bare counts and a peer.
 *
 * <p>May import: locks, offheap, {@code dev.ferrite.perf.report}, peers.
 */
@NullMarked
package dev.ferrite.perf.ref;

import org.jspecify.annotations.NullMarked;
