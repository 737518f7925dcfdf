package dev.ferrite.jcstress.harness;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The command line of the stress program.
 *
 * @param mode how long each test is tried
 * @param filter which tests, found anywhere in the name
 * @param broken whether to run the subjects that must fail instead of the suite
 * @param processors how many processors to use; empty for all
 * @param list whether to list the tests and run none
 * @param verbose whether to show all that jcstress prints
 * @param help whether to show the usage and run none
 */
public record StressOptions(
        Mode mode,
        Optional<Pattern> filter,
        boolean broken,
        OptionalInt processors,
        boolean list,
        boolean verbose,
        boolean help) {
    /** The page that {@code --help} shows. */
    public static final String USAGE = """
            usage: ./ferrite stress [OPTIONS] [REGEX]

              runs the jcstress tests whose name contains a match of REGEX (default: all)

              --mode MODE   sanity   shows that the tests start; it finds nothing
                            quick    about 2 seconds a test (default; what ./ferrite test runs)
                            default  minutes a test
                            tough    hours
              --cpus N      use N processors (default: all)
              --broken      run the subjects that are broken on purpose: they must fail
              --list        list the tests
              -v            show all that jcstress prints

            Exit status: 0 when every test that exists ran and showed no forbidden outcome, 1 when not, 2 for a wrong
            command line. Results stay below jcstress-tests/target/run.
            """;

    /**
     * Reads a command line.
     *
     * @param args the words
     * @return what they ask for
     * @throws UsageException they ask for something unknown
     */
    public static StressOptions parse(List<String> args) {
        var mode = Mode.QUICK;
        Optional<Pattern> filter = Optional.empty();
        var processors = OptionalInt.empty();
        var broken = false;
        var list = false;
        var verbose = false;
        var help = false;
        for (var words = args.iterator(); words.hasNext(); ) {
            var word = words.next();
            switch (word) {
                case "--mode" -> {
                    var name = words.hasNext() ? words.next() : "";
                    mode = Mode.named(name)
                            .orElseThrow(() -> new UsageException(
                                    "--mode must be one of sanity, quick, default, tough: mode=" + name));
                }
                case "--cpus" -> processors = OptionalInt.of(processors(words.hasNext() ? words.next() : ""));
                case "--broken" -> broken = true;
                case "--list" -> list = true;
                case "-v" -> verbose = true;
                case "-h", "--help" -> help = true;
                default -> {
                    if (word.startsWith("-")) {
                        throw new UsageException("unknown option " + word + "; ./ferrite stress --help lists them");
                    }
                    if (filter.isPresent()) {
                        throw new UsageException("one REGEX at most: " + filter.get() + " and " + word);
                    }
                    filter = Optional.of(pattern(word));
                }
            }
        }
        return new StressOptions(mode, filter, broken, processors, list, verbose, help);
    }

    private static int processors(String word) {
        int count;
        try {
            count = Integer.parseInt(word);
        } catch (NumberFormatException notANumber) {
            throw new UsageException("--cpus must be a number: cpus=" + word);
        }
        int available = Runtime.getRuntime().availableProcessors();
        if (count < 1 || count > available) {
            throw new UsageException("--cpus must be 1 to " + available + " on this machine: cpus=" + count);
        }
        return count;
    }

    private static Pattern pattern(String word) {
        try {
            return Pattern.compile(word);
        } catch (PatternSyntaxException invalid) {
            throw new UsageException("REGEX is not valid: " + invalid.getDescription() + ": regex=" + word);
        }
    }
}
