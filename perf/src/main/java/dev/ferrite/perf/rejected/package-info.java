/**
 * Alternatives that were measured and lost, as runnable benchmarks, each with the number that decided.
 *
 * <p>May import: every floor, and peers.
 */
@NullMarked
package dev.ferrite.perf.rejected;

import org.jspecify.annotations.NullMarked;
