package dev.ferrite.jcstress.harness;

import java.util.Iterator;
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
 * @param timeoutSeconds after how long a forked JVM that has not ended is taken to hang; empty for the mode's own
 * @param list whether to list the tests and run none
 * @param verbose whether to show all that jcstress prints
 * @param help whether to show the usage and run none
 */
public record StressOptions(
        Mode mode,
        Optional<Pattern> filter,
        boolean broken,
        OptionalInt processors,
        OptionalInt timeoutSeconds,
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
              --timeout N   a JVM that has not ended after N seconds hangs: its test has failed (default: 120 in quick
                            and sanity, 900 in default and tough)
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
        var timeout = OptionalInt.empty();
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
                case "--cpus" ->
                    processors = OptionalInt.of(
                            number(word, words, Runtime.getRuntime().availableProcessors()));
                case "--timeout" -> timeout = OptionalInt.of(number(word, words, 86_400));
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
        return new StressOptions(mode, filter, broken, processors, timeout, list, verbose, help);
    }

    private static int number(String option, Iterator<String> words, int largest) {
        var word = words.hasNext() ? words.next() : "";
        int number;
        try {
            number = Integer.parseInt(word);
        } catch (NumberFormatException notANumber) {
            throw new UsageException(option + " must be a number: " + option + "=" + word);
        }
        if (number < 1 || number > largest) {
            throw new UsageException(option + " must be 1 to " + largest + " on this machine: " + option + "=" + word);
        }
        return number;
    }

    private static Pattern pattern(String word) {
        try {
            return Pattern.compile(word);
        } catch (PatternSyntaxException invalid) {
            throw new UsageException("REGEX is not valid: " + invalid.getDescription() + ": regex=" + word);
        }
    }
}
