package dev.ferrite.perf.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The scores of one method over all rounds.
 *
 * @param method its name
 * @param unit of the score, such as {@code ns/op}
 * @param lessIsBetter whether a smaller score is a better one
 * @param rounds for each round the scores of its iterations, one or more
 * @param bytes for each round the bytes allocated by one operation
 */
public record Series(String method, String unit, boolean lessIsBetter, List<List<Double>> rounds, List<Double> bytes) {
    private static final double HARNESS_BYTES_PER_MICRO = 1.0;

    /** The median of the rounds' medians. */
    public double median() {
        return Numbers.median(medians());
    }

    /** The best single iteration: what the method costs when nothing disturbs it. */
    public double best() {
        var all = new ArrayList<Double>();
        rounds.forEach(all::addAll);
        return lessIsBetter ? Collections.min(all) : Collections.max(all);
    }

    /** The median of the bytes allocated by one operation, not a number if none was measured. */
    public double bytesPerOperation() {
        return bytes.isEmpty() ? Double.NaN : Numbers.median(bytes);
    }

    /**
     * Whether an operation allocates nothing. JMH itself leaves some 160 KB in an iteration of 200 ms, which counts for
     * much in operations that are long, and is as much beside a call into C.
     *
     * @return true if what was measured is no more than that; false if nothing was
     */
    public boolean allocatesNothing() {
        return bytesPerOperation() < Math.max(Numbers.NO_BYTES, micros() * HARNESS_BYTES_PER_MICRO);
    }

    private double micros() {
        return switch (unit) {
            case "ns/op" -> median() / 1000;
            case "us/op" -> median();
            case "ms/op" -> median() * 1000;
            default -> 0;
        };
    }

    /**
     * How this compares with another: the median of the ratios within each round, so that a machine that is slow for
     * one round is slow for both.
     *
     * @param other measured in the same rounds
     * @return this / other
     */
    public double ratioTo(Series other) {
        int both = Math.min(rounds.size(), other.rounds.size());
        var own = medians();
        var others = other.medians();
        var ratios = new ArrayList<Double>();
        for (int round = 0; round < both; round++) {
            ratios.add(own.get(round) / others.get(round));
        }
        return Numbers.median(ratios);
    }

    /**
     * Whether this is the better one of two by their medians.
     *
     * @param other of the same unit
     * @return true if so
     */
    public boolean isBetterThan(Series other) {
        return lessIsBetter ? median() < other.median() : median() > other.median();
    }

    private List<Double> medians() {
        return rounds.stream().map(Numbers::median).toList();
    }
}
