/**
 * What the lock validator costs, off and on, beside the one of Guava.
 *
 * <p>May import: {@code dev.ferrite.locks}, {@code dev.ferrite.perf.report}, peers.
 */
@NullMarked
package dev.ferrite.perf.lockdep;

import org.jspecify.annotations.NullMarked;
