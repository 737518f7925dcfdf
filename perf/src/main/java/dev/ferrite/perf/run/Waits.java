package dev.ferrite.perf.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * How long threads waited in an iteration, as results of JMH: the median, one in a thousand, and the longest. Its own
 * sampling would miss the last.
 *
 * <p>Each benchmark thread keeps a {@link Histogram} and reports it when its iteration ends.
 */
public final class Waits implements InternalProfiler {
    /** The label of the median, in microseconds. */
    public static final String P50 = "wait p50";

    /** The label of what one wait in a thousand exceeds, in microseconds. */
    public static final String P999 = "wait p99.9";

    /** The label of the longest wait of any thread, in microseconds. */
    public static final String LONGEST = "longest wait";

    private static final Histogram ALL = new Histogram();

    /** Made by JMH, by name. */
    public Waits() {}

    /**
     * Adds the waits of one thread.
     *
     * @param waits what it kept in this iteration
     */
    public static void report(Histogram waits) {
        synchronized (ALL) {
            ALL.add(waits);
        }
    }

    @Override
    public String getDescription() {
        return "How long threads waited in an iteration";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        synchronized (ALL) {
            ALL.clear();
        }
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        synchronized (ALL) {
            List<Result<?>> results = new ArrayList<>();
            if (ALL.count() > 0) {
                results.add(micros(P50, ALL.quantile(0.5)));
                results.add(micros(P999, ALL.quantile(0.999)));
                results.add(micros(LONGEST, ALL.longest()));
            }
            return results;
        }
    }

    private static Result<?> micros(String label, long nanos) {
        return new ScalarResult(label, nanos / 1000.0, "us", AggregationPolicy.MAX);
    }
}
