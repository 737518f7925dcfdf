package dev.ferrite.perf.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/**
 * The command line of the perf program.
 *
 * @param quick whether to look instead of to measure
 * @param list whether to list the benchmarks and run none
 * @param help whether to show the usage and run none
 * @param jmh the rest, as JMH reads it
 * @param words all of it, to be repeated in reports
 */
public record PerfOptions(boolean quick, boolean list, boolean help, CommandLineOptions jmh, List<String> words) {
    /** The page that {@code --help} shows. */
    public static final String USAGE = """
            usage: ./ferrite perf [OPTIONS] [REGEX...] [OPTIONS OF JMH]

              measures the benchmarks whose name contains a match of a REGEX (default: all) side by side with their
              peers, in interleaved rounds, and says which goals are met

              --quick       2 short rounds: a look, no measurement
              --list        list the benchmarks

            Options of JMH that are of use here:
              -f N          rounds (default 7): each is one forked JVM a benchmark
              -wi N -i N    iterations of warm-up and of measurement in each round (default 3 and 5)
              -w T -r T     how long each takes (default 200ms)
              -e REGEX      leave out
              -prof NAME    another profiler; its output is in perf.log
            Allocation is always measured. One JMH at a time runs on a machine. Peers in C and Rust run beside the method
            that is the baseline, where cc and rustc are there.

            Exit status: 0 when all was measured, whether goals are met or not; 1 when a benchmark failed; 2 for a wrong
            command line. The report is also written as perf.md and perf.json below perf/target/run.
            """;

    /**
     * Reads a command line.
     *
     * @param args the words
     * @return what they ask for
     * @throws UsageException they ask for something unknown
     */
    public static PerfOptions parse(List<String> args) {
        var rest = new ArrayList<>(args);
        boolean quick = rest.removeIf("--quick"::equals);
        boolean list = rest.removeIf(Set.of("--list", "-l")::contains);
        boolean help = rest.removeIf(Set.of("--help", "-h")::contains);
        for (String word : rest) {
            if (word.equals("-rf") || word.equals("-rff") || word.equals("-o")) {
                throw new UsageException(word + " is not taken: the report is in perf.md and perf.json,"
                        + " the output of JMH in perf.log");
            }
        }
        try {
            return new PerfOptions(
                    quick, list, help, new CommandLineOptions(rest.toArray(String[]::new)), List.copyOf(args));
        } catch (CommandLineOptionException wrong) {
            throw new UsageException(wrong.getMessage() + "; ./ferrite perf --help lists the options");
        }
    }
}
