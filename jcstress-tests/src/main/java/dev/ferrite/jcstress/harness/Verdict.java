package dev.ferrite.jcstress.harness;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What became of each test that was to run.
 *
 * @param tests one line for each, in the order asked for
 */
public record Verdict(List<Line> tests) {
    /** The end of one test. */
    public enum End {
        /** It ran, and every outcome was allowed. */
        PASSED,

        /** It showed an outcome that must not be. */
        FORBIDDEN,

        /** It did not finish: a timeout, an exception in an actor, a JVM that ended. */
        ERROR,

        /** It exists, and no sample of it was taken. */
        MISSING;

        /** The word printed for it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One run of one test in one kind of JVM.
     *
     * @param test the full name
     * @param end what became of it; never {@link End#MISSING}
     * @param samples how often the actors met
     * @param evidence what to show when it failed, line by line
     */
    public record Run(String test, End end, long samples, List<String> evidence) {}

    /**
     * One test over all its runs.
     *
     * @param test the full name
     * @param end the worst of its runs
     * @param samples how often the actors met in all of them
     * @param runs in how many kinds of JVM
     * @param evidence of the runs that failed
     */
    public record Line(String test, End end, long samples, int runs, List<String> evidence) {}

    /**
     * Judges.
     *
     * @param expected the tests that were to run
     * @param runs what ran, in any order
     * @return the verdict
     */
    public static Verdict of(List<String> expected, Collection<Run> runs) {
        Map<String, List<Run>> byTest = new LinkedHashMap<>();
        expected.forEach(test -> byTest.put(test, new ArrayList<>()));
        for (Run run : runs) {
            byTest.computeIfAbsent(run.test(), test -> new ArrayList<>()).add(run);
        }
        List<Line> lines = new ArrayList<>();
        byTest.forEach((test, ofTest) -> lines.add(line(test, ofTest)));
        return new Verdict(List.copyOf(lines));
    }

    private static Line line(String test, List<Run> runs) {
        long samples = 0;
        var end = End.PASSED;
        List<String> evidence = new ArrayList<>();
        for (Run run : runs) {
            samples += run.samples();
            evidence.addAll(run.evidence());
            if (run.end() == End.FORBIDDEN || (run.end() == End.ERROR && end == End.PASSED)) {
                end = run.end();
            }
        }
        if (samples == 0 && end == End.PASSED) {
            end = End.MISSING;
        }
        return new Line(test, end, samples, runs.size(), List.copyOf(evidence));
    }

    /**
     * Counts the tests with this end.
     *
     * @param end which
     * @return how many
     */
    public long count(End end) {
        return tests.stream().filter(line -> line.end() == end).count();
    }

    /**
     * Whether every test ran and passed.
     *
     * @return true if so
     */
    public boolean passed() {
        return count(End.PASSED) == tests.size();
    }

    /**
     * The closing line.
     *
     * @return such as {@code stress: 31 tests, 31 passed, 0 forbidden, 0 errors, 0 missing}
     */
    public String closing() {
        return "stress: %d tests, %d passed, %d forbidden, %d errors, %d missing"
                .formatted(tests.size(), count(End.PASSED), count(End.FORBIDDEN), count(End.ERROR), count(End.MISSING));
    }
}
