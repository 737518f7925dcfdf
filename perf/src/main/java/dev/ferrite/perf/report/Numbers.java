package dev.ferrite.perf.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Medians and readable numbers. */
public final class Numbers {
    /**
     * Below this an operation allocates nothing: what the profiler leaves behind in a short iteration, and less than
     * the smallest object every 32 operations.
     */
    static final double NO_BYTES = 0.5;

    private Numbers() {}

    /**
     * The median: the middle, or the mean of the two middle ones.
     *
     * @param values one or more
     * @return the median
     */
    public static double median(List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a median needs a value");
        }
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /**
     * Three significant digits, or all before the point.
     *
     * @param value any
     * @return such as {@code 3.42}, {@code 115}, {@code 0.0812}
     */
    public static String threeDigits(double value) {
        if (!Double.isFinite(value)) {
            return "-";
        }
        double size = Math.abs(value);
        if (size >= 100 || size == 0) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        int digits = 2 - (int) Math.floor(Math.log10(size));
        return String.format(Locale.ROOT, "%." + Math.min(digits, 6) + "f", value);
    }

    /**
     * Two places, as ratios are given.
     *
     * @param value any
     * @return such as {@code 0.57}
     */
    public static String ratio(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.2f", value) : "-";
    }

    /**
     * Bytes for each operation; what the profiler's own few bytes leave behind counts as none.
     *
     * @param value bytes
     * @return such as {@code 0} or {@code 24}
     */
    public static String bytes(double value) {
        if (!Double.isFinite(value)) {
            return "-";
        }
        return value < NO_BYTES ? "0" : String.format(Locale.ROOT, "%.1f", value);
    }
}
