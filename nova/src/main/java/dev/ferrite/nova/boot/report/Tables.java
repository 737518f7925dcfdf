package dev.ferrite.nova.boot.report;

import java.util.List;
import java.util.Locale;

/** The tables people read on a terminal. */
public final class Tables {
    private Tables() {}

    /**
     * Latencies, and below them what a sample contains.
     *
     * @param rows the percentiles
     * @param threads how many threads sampled
     * @return lines
     */
    public static List<String> latencies(List<LatencyRow> rows, int threads) {
        List<String> lines = new java.util.ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%-20s %6s %9s %9s %9s %9s %9s %9s",
                "latency",
                "batch",
                "samples",
                "p50",
                "p90",
                "p99",
                "p99.9",
                "max"));
        for (LatencyRow row : rows) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%-20s %6d %9d %9s %9s %9s %9s %9s",
                    row.operation().label(),
                    row.operation().batch(),
                    row.samples(),
                    duration(row.p50()),
                    duration(row.p90()),
                    duration(row.p99()),
                    duration(row.p999()),
                    duration(row.max())));
        }
        lines.add("A sample is one timed batch divided by its size, taken by " + threads
                + " rendering threads between two tiles, after a warm-up.");
        lines.add("Batch 1 contains the clock's own time (first row); a larger batch hides an outlier shorter than "
                + "itself.");
        lines.add("Service times of a closed loop: no arrival schedule, so nothing to correct for omission.");
        return lines;
    }

    /**
     * What is left after the run.
     *
     * @param rows the proof
     * @return lines
     */
    public static List<String> leaks(List<LeakProof.Row> rows) {
        List<String> lines = new java.util.ArrayList<>();
        lines.add(String.format(Locale.ROOT, "%-26s %9s", "left after the run", "count"));
        for (LeakProof.Row row : rows) {
            lines.add(
                    String.format(Locale.ROOT, "%-26s %9d%s", row.name(), row.left(), row.left() == 0 ? "" : "  LEAK"));
        }
        return lines;
    }

    /**
     * A time with a unit and three digits.
     *
     * @param nanos nanoseconds
     * @return such as {@code 5.21 ns} or {@code 1.30 ms}
     */
    public static String duration(double nanos) {
        if (nanos < 999.5) {
            return digits(nanos) + " ns";
        }
        if (nanos < 999_500) {
            return digits(nanos / 1e3) + " us";
        }
        return nanos < 999_500_000 ? digits(nanos / 1e6) + " ms" : digits(nanos / 1e9) + " s ";
    }

    /**
     * A size with a binary unit.
     *
     * @param bytes 0 or more
     * @return such as {@code 7.9 MiB}
     */
    public static String size(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        String[] units = {"KiB", "MiB", "GiB", "TiB"};
        double value = bytes / 1024.0;
        int unit = 0;
        while (value >= 1024 && unit < units.length - 1) {
            value /= 1024;
            unit++;
        }
        return String.format(Locale.ROOT, value == Math.rint(value) ? "%.0f %s" : "%.1f %s", value, units[unit]);
    }

    private static String digits(double value) {
        int decimals = value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
