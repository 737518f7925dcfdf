/**
 * Drives JMH: short rounds over all chosen benchmarks, in an order that turns, so that no method owns the quiet minute.
 *
 * <p>May import: {@code dev.ferrite.perf.report}.
 */
@NullMarked
package dev.ferrite.perf.run;

import org.jspecify.annotations.NullMarked;
