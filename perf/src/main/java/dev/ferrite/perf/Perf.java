package dev.ferrite.perf;

import dev.ferrite.perf.report.Machine;
import dev.ferrite.perf.report.Report;
import dev.ferrite.perf.run.Catalog;
import dev.ferrite.perf.run.PerfOptions;
import dev.ferrite.perf.run.RoundException;
import dev.ferrite.perf.run.Rounds;
import dev.ferrite.perf.run.UsageException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The program behind {@code ./ferrite perf}: measures benchmarks beside their peers in interleaved rounds and says which
 * goals are met.
 */
public final class Perf {
    private Perf() {}

    /**
     * Runs.
     *
     * @param args see {@link PerfOptions#USAGE}
     */
    public static void main(String[] args) {
        System.exit(run(List.of(args), System.out, System.err));
    }

    static int run(List<String> args, PrintStream out, PrintStream err) {
        try {
            var options = PerfOptions.parse(args);
            if (options.help()) {
                out.print(PerfOptions.USAGE);
                return 0;
            }
            var benchmarks = Catalog.select(options.jmh());
            if (options.list()) {
                benchmarks.forEach(out::println);
                return 0;
            }
            measure(options, Catalog.runnable(benchmarks, sentence -> out.println("perf: " + sentence)), out);
            return 0;
        } catch (UsageException wrong) {
            err.println("perf: " + wrong.getMessage());
            return 2;
        } catch (RoundException failed) {
            err.println("perf: " + failed.getMessage() + "; all output is in "
                    + Path.of(Rounds.LOG).toAbsolutePath());
            return 1;
        } catch (IOException e) {
            err.println("perf: " + e.getMessage());
            return 1;
        }
    }

    private static void measure(PerfOptions options, List<String> benchmarks, PrintStream out) throws IOException {
        var machine = Machine.here();
        var rounds = new Rounds(options, benchmarks);
        out.printf(
                "perf: %d benchmarks, %d rounds, about %d minutes%n",
                benchmarks.size(), rounds.count(), rounds.minutes());
        if (machine.busy()) {
            out.println("perf: this machine is busy; wait until it is not, or do not trust the numbers");
        }
        var groups = rounds.run(out);
        var command = ("./ferrite perf " + String.join(" ", options.words())).strip();
        var report = new Report(machine, command, rounds.count(), groups);
        Files.writeString(Path.of("perf.md"), report.markdown());
        Files.writeString(Path.of("perf.json"), report.json());
        out.println();
        out.print(report.text());
        if (options.quick()) {
            out.println("perf: --quick is a look, not a measurement");
        }
        out.printf("perf: also in %s and perf.json%n", Path.of("perf.md").toAbsolutePath());
    }
}
