package dev.ferrite.perf.run;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * The longest wait of any thread in an iteration, as a result of JMH: what its own sampling would miss.
 *
 * <p>Benchmark threads report their longest wait when their iteration ends.
 */
public final class LongestWait implements InternalProfiler {
    /** The label of the result. */
    public static final String LABEL = "longestWait";

    private static final AtomicLong NANOS = new AtomicLong();

    /** Made by JMH, by name. */
    public LongestWait() {}

    /**
     * Tells the longest wait of one thread.
     *
     * @param nanos its longest wait in this iteration
     */
    public static void report(long nanos) {
        NANOS.accumulateAndGet(nanos, Math::max);
    }

    @Override
    public String getDescription() {
        return "The longest wait of any thread in an iteration";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        NANOS.set(0);
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        long nanos = NANOS.get();
        return nanos == 0 ? List.of() : List.of(new ScalarResult(LABEL, nanos / 1000.0, "us", AggregationPolicy.MAX));
    }
}
