package dev.ferrite.nova.boot.report;

import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * The percentiles of one operation, in nanoseconds.
 *
 * @param operation what was timed
 * @param samples how many samples
 * @param p50 the median
 * @param p90 nine of ten are not slower
 * @param p99 ninety-nine of a hundred are not slower
 * @param p999 999 of a thousand are not slower
 * @param max the slowest
 */
public record LatencyRow(
        Operation operation, long samples, double p50, double p90, double p99, double p999, double max) {
    private static final double PICOS = 1000;

    /**
     * The rows of a table.
     *
     * @param histograms in picoseconds
     * @return a row an operation that has samples
     */
    public static List<LatencyRow> of(Map<Operation, Histogram> histograms) {
        return histograms.entrySet().stream()
                .filter(entry -> entry.getValue().getTotalCount() > 0)
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static LatencyRow of(Operation operation, Histogram histogram) {
        return new LatencyRow(
                operation,
                histogram.getTotalCount(),
                histogram.getValueAtPercentile(50) / PICOS,
                histogram.getValueAtPercentile(90) / PICOS,
                histogram.getValueAtPercentile(99) / PICOS,
                histogram.getValueAtPercentile(99.9) / PICOS,
                histogram.getMaxValue() / PICOS);
    }
}
