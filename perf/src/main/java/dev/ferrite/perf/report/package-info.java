/**
 * From scores to ratios, verdicts and tables: pure functions of data, without JMH.
 *
 * <p>May import: nothing of Ferrite.
 */
@NullMarked
package dev.ferrite.perf.report;

import org.jspecify.annotations.NullMarked;
