/**
 * What it costs to tell a poller, beside bare eventfds and selectors of {@code java.nio}.
 *
 * <p>May import: offheap, locks and {@code dev.ferrite.perf.report}.
 */
@NullMarked
package dev.ferrite.perf.poll;

import org.jspecify.annotations.NullMarked;
