package dev.ferrite.perf.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One comparison, measured.
 *
 * @param name the benchmark class without its package, and its parameters
 * @param metric the label of the secondary result that is compared; empty for the score
 * @param comparison what it says about itself
 * @param series the methods that ran, in the order of the source
 */
public record Group(String name, String metric, Comparison comparison, List<Series> series) {
    /** Whether a goal is reached. */
    public enum Answer {
        /** It is. */
        MET,

        /** It is not. */
        MISSED,

        /** A method it needs did not run. */
        NOT_MEASURED;

        /** The words printed for it. */
        @Override
        public String toString() {
            return switch (this) {
                case MET -> "met";
                case MISSED -> "MISSED";
                case NOT_MEASURED -> "not measured";
            };
        }
    }

    /**
     * A goal and how it came out.
     *
     * @param id its number in the list of goals
     * @param answer whether it is reached
     * @param ratio what was measured; not a number if nothing was
     * @param sentence all of it, for people
     */
    public record Outcome(String id, Answer answer, double ratio, String sentence) {}

    /**
     * One row of the table.
     *
     * @param series the method
     * @param ratio to the baseline; not a number if that did not run
     */
    public record Row(Series series, double ratio) {}

    /**
     * The table.
     *
     * @return a row for each method that ran
     */
    public List<Row> rows() {
        var baseline = find(comparison.baseline());
        return series.stream()
                .map(one -> new Row(one, baseline.map(one::ratioTo).orElse(Double.NaN)))
                .toList();
    }

    /**
     * The goals and how they came out.
     *
     * @return an outcome for each goal, then one for each method that must not allocate
     */
    public List<Outcome> outcomes() {
        List<Outcome> outcomes = new ArrayList<>();
        for (Goal goal : comparison.goals()) {
            if (goal.metric().length == 0 || Arrays.asList(goal.metric()).contains(metric)) {
                outcomes.add(outcome(goal));
            }
        }
        for (String method : comparison.noGarbage()) {
            outcomes.add(garbage(method));
        }
        return List.copyOf(outcomes);
    }

    private Outcome outcome(Goal goal) {
        var subject = find(goal.subject());
        if (goal.against().length == 0 && subject.isPresent()) {
            return ofItself(goal, subject.get());
        }
        var peer = best(goal.against());
        if (subject.isEmpty() || peer.isEmpty()) {
            return new Outcome(
                    goal.id(),
                    Answer.NOT_MEASURED,
                    Double.NaN,
                    goal.subject() + " against " + String.join(", ", goal.against()));
        }
        if (!Double.isNaN(goal.atMostMore())) {
            return difference(goal, subject.get(), peer.get());
        }
        double ratio = subject.get().ratioTo(peer.get());
        boolean upper = !Double.isNaN(goal.atMost());
        double bound = upper ? goal.atMost() : goal.atLeast();
        boolean met = upper ? ratio <= bound : ratio >= bound;
        return new Outcome(
                goal.id(),
                met ? Answer.MET : Answer.MISSED,
                ratio,
                "%s is %s of %s, goal %s %s"
                        .formatted(
                                goal.subject(),
                                Numbers.ratio(ratio),
                                peer.get().method(),
                                upper ? "<=" : ">=",
                                Numbers.ratio(bound)));
    }

    private static Outcome difference(Goal goal, Series subject, Series peer) {
        double more = subject.median() - peer.median();
        return new Outcome(
                goal.id(),
                more <= goal.atMostMore() ? Answer.MET : Answer.MISSED,
                more,
                "%s is %s %s more than %s, goal <= %s"
                        .formatted(
                                goal.subject(),
                                Numbers.threeDigits(more),
                                subject.unit(),
                                peer.method(),
                                Numbers.threeDigits(goal.atMostMore())));
    }

    private Outcome ofItself(Goal goal, Series subject) {
        double median = subject.median();
        boolean upper = !Double.isNaN(goal.atMost());
        double bound = upper ? goal.atMost() : goal.atLeast();
        return new Outcome(
                goal.id(),
                (upper ? median <= bound : median >= bound) ? Answer.MET : Answer.MISSED,
                median,
                "%s is %s %s, goal %s %s"
                        .formatted(
                                goal.subject(),
                                Numbers.threeDigits(median),
                                subject.unit(),
                                upper ? "<=" : ">=",
                                Numbers.threeDigits(bound)));
    }

    private Outcome garbage(String method) {
        var subject = find(method);
        double bytes = subject.map(Series::bytesPerOperation).orElse(Double.NaN);
        if (Double.isNaN(bytes)) {
            return new Outcome("P24", Answer.NOT_MEASURED, Double.NaN, method + " allocates nothing");
        }
        return new Outcome(
                "P24",
                subject.orElseThrow().allocatesNothing() ? Answer.MET : Answer.MISSED,
                bytes,
                method + " allocates " + Numbers.bytes(bytes) + " B/op, goal 0");
    }

    private Optional<Series> best(String[] methods) {
        return Arrays.stream(methods)
                .flatMap(method -> find(method).stream())
                .reduce((one, other) -> other.isBetterThan(one) ? other : one);
    }

    private Optional<Series> find(String method) {
        return series.stream().filter(one -> one.method().equals(method)).findFirst();
    }
}
