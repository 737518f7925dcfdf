package dev.ferrite.nova.boot.report;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.HdrHistogram.Histogram;

/**
 * One thread's samples, one histogram an {@link Operation}: recording takes some nanoseconds and allocates nothing.
 *
 * <p>Values are picoseconds an operation, so that a batch of short operations keeps its digits. Three significant
 * digits; what exceeds 100 s is recorded as 100 s.
 */
public final class Latencies {
    private static final long HIGHEST = 100_000_000_000_000L;
    private static final int DIGITS = 3;
    private static final int PICOS = 1000;

    private final EnumMap<Operation, Histogram> histograms = new EnumMap<>(Operation.class);

    /** No samples yet. */
    public Latencies() {
        for (Operation operation : Operation.values()) {
            histograms.put(operation, new Histogram(HIGHEST, DIGITS));
        }
    }

    /**
     * Records one sample.
     *
     * @param operation what was timed
     * @param nanos how long its whole batch took
     */
    public void record(Operation operation, long nanos) {
        long picos = Math.max(0, nanos) * PICOS / operation.batch();
        of(operation).recordValue(Math.min(picos, HIGHEST));
    }

    /** Forgets all samples: the end of the warm-up. */
    public void reset() {
        histograms.values().forEach(Histogram::reset);
    }

    private Histogram of(Operation operation) {
        return Objects.requireNonNull(histograms.get(operation));
    }

    /**
     * All threads' samples together. The threads must have ended.
     *
     * @param parts one a thread
     * @return a histogram an operation, in picoseconds
     */
    public static Map<Operation, Histogram> merge(List<Latencies> parts) {
        Map<Operation, Histogram> all = new EnumMap<>(Operation.class);
        for (Operation operation : Operation.values()) {
            Histogram sum = new Histogram(HIGHEST, DIGITS);
            for (Latencies part : parts) {
                sum.add(part.of(operation));
            }
            all.put(operation, sum);
        }
        return all;
    }
}
