package dev.ferrite.jcstress.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What became of each test that was to run.
 *
 * @param tests one line for each, in the order asked for
 */
public record Verdict(List<Line> tests) {
    /** The end of one test, from good to bad. */
    public enum End {
        /** It ran in every pass, and every outcome was allowed. */
        PASSED,

        /** It exists, and a pass took no sample of it. */
        MISSING,

        /** It did not finish: a timeout, an exception in an actor, a JVM that ended. */
        ERROR,

        /** It showed an outcome that must not be. */
        FORBIDDEN;

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
     * @param expected the tests that were to run in every pass
     * @param passes what ran in each, in any order
     * @return the verdict
     */
    public static Verdict of(List<String> expected, List<List<Run>> passes) {
        return new Verdict(expected.stream().map(test -> line(test, passes)).toList());
    }

    private static Line line(String test, List<List<Run>> passes) {
        var end = End.PASSED;
        long samples = 0;
        int count = 0;
        List<String> evidence = new ArrayList<>();
        for (var pass : passes) {
            long ofPass = 0;
            for (Run run : pass) {
                if (run.test().equals(test)) {
                    ofPass += run.samples();
                    count++;
                    evidence.addAll(run.evidence());
                    end = worse(end, run.end());
                }
            }
            end = worse(end, ofPass == 0 ? End.MISSING : End.PASSED);
            samples += ofPass;
        }
        return new Line(test, end, samples, count, List.copyOf(evidence));
    }

    private static End worse(End one, End other) {
        return one.compareTo(other) >= 0 ? one : other;
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
