package dev.ferrite.jcstress;

import dev.ferrite.jcstress.harness.Catalog;
import dev.ferrite.jcstress.harness.Mode;
import dev.ferrite.jcstress.harness.Runner;
import dev.ferrite.jcstress.harness.StressOptions;
import dev.ferrite.jcstress.harness.UsageException;
import dev.ferrite.jcstress.harness.Verdict;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * The program behind {@code ./ferrite stress}: runs the jcstress tests and fails when one shows a forbidden outcome,
 * does not finish, or did not run although it exists.
 */
public final class Stress {
    private Stress() {}

    /**
     * Runs.
     *
     * @param args see {@link StressOptions#USAGE}
     */
    public static void main(String[] args) {
        System.exit(run(List.of(args), System.out, System.err));
    }

    static int run(List<String> args, PrintStream out, PrintStream err) {
        try {
            var options = StressOptions.parse(args);
            if (options.help()) {
                out.print(StressOptions.USAGE);
                return 0;
            }
            var tests = Catalog.select(options.broken(), options.filter());
            if (options.list()) {
                tests.forEach(out::println);
                return 0;
            }
            return run(options, tests, out);
        } catch (UsageException wrong) {
            err.println("stress: " + wrong.getMessage());
            return 2;
        } catch (IOException e) {
            err.println("stress: " + e.getMessage());
            return 1;
        }
    }

    private static int run(StressOptions options, List<String> tests, PrintStream out) throws IOException {
        out.printf(
                "stress: %d tests, mode %s; first a look at what this machine and JVM offer%n",
                tests.size(), options.mode());
        long started = System.nanoTime();
        var verdict = Verdict.of(tests, Runner.run(options, tests, out));
        // Those that failed come last: of a long log the end is kept.
        for (var line : verdict.tests().stream()
                .sorted(Comparator.comparing(Verdict.Line::end))
                .toList()) {
            out.printf("%-9s  %s  %,d samples in %d JVMs%n", line.end(), line.test(), line.samples(), line.runs());
            line.evidence().forEach(text -> out.println("             " + text));
        }
        if (options.mode() == Mode.SANITY) {
            out.println("stress: sanity shows that tests start; it takes too few samples to find a race");
        }
        out.printf(
                "stress: %d s; report in %s, all output in %s%n",
                (System.nanoTime() - started) / 1_000_000_000L,
                Path.of(Runner.REPORTS).toAbsolutePath(),
                Path.of(Runner.LOG).toAbsolutePath());
        if (verdict.count(Verdict.End.MISSING) > 0) {
            out.println(
                    "stress: a test is missing when it needs more processors than there are, or a JVM took no sample");
        }
        out.println(verdict.closing());
        return verdict.passed() ? 0 : 1;
    }
}
