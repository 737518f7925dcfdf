/**
 * Benchmarks beside their peers: {@code ./ferrite perf}.
 *
 * <p>{@link dev.ferrite.perf.Perf} is the program. Benchmarks live in one package for each floor; each class is one
 * comparison, and says with {@link dev.ferrite.perf.report.Comparison} what is measured against what and how good is
 * good enough. {@code run} drives JMH in rounds, {@code report} turns scores into ratios and tables, {@code rejected}
 * keeps alternatives that were measured and lost.
 *
 * <p>May import: every floor, and peers. Nothing imports this module.
 */
@NullMarked
package dev.ferrite.perf;

import org.jspecify.annotations.NullMarked;
