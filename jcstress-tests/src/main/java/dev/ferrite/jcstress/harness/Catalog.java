package dev.ferrite.jcstress.harness;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openjdk.jcstress.infra.runners.TestList;

/** The tests that exist: the list that the annotation processor wrote when they were compiled. */
public final class Catalog {
    /** Where the subjects live that must fail; never part of the suite. */
    public static final String BROKEN = "dev.ferrite.jcstress.broken.";

    private Catalog() {}

    /**
     * The tests to run.
     *
     * @param broken the subjects that must fail instead of the suite
     * @param filter a match of it must be found in the name
     * @return their names, sorted
     * @throws UsageException no test is left
     */
    public static List<String> select(boolean broken, Optional<Pattern> filter) {
        Predicate<String> wanted = name -> name.startsWith(BROKEN) == broken
                && filter.map(pattern -> pattern.matcher(name).find()).orElse(true);
        var names = TestList.tests().stream().filter(wanted).sorted().toList();
        if (names.isEmpty()) {
            throw new UsageException("no test matches; ./ferrite stress --list shows their names: regex="
                    + filter.map(Pattern::pattern).orElse(""));
        }
        return names;
    }

    /**
     * A filter for jcstress that lets exactly these tests through.
     *
     * @param names full names of tests
     * @return a regular expression
     */
    public static String exactly(List<String> names) {
        return names.stream().map(Pattern::quote).collect(Collectors.joining("|", "^(?:", ")$"));
    }
}
