/**
 * Ways out for counters: JFR events, a JMX bean, and OpenMetrics text, over HTTP if asked for.
 *
 * <p>Each class stands for itself, and only who uses it needs its module: {@code java.management} for
 * {@link dev.ferrite.runtime.metrics.CountersBean}, {@code jdk.httpserver} for
 * {@link dev.ferrite.runtime.metrics.MetricsServer}. May import: {@code counters}.
 */
@NullMarked
package dev.ferrite.runtime.metrics;

import org.jspecify.annotations.NullMarked;
