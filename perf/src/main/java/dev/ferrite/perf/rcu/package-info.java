/**
 * What RCU costs its readers and its writers, and what a table on it is worth.
 *
 * <p>May import: offheap, locks, {@code dev.ferrite.perf.report} and {@code dev.ferrite.perf.rejected}.
 */
@NullMarked
package dev.ferrite.perf.rcu;

import org.jspecify.annotations.NullMarked;
