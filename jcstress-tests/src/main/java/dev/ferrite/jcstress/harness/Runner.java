package dev.ferrite.jcstress.harness;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.openjdk.jcstress.JCStress;
import org.openjdk.jcstress.Options;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.collectors.DiskReadCollector;
import org.openjdk.jcstress.infra.collectors.InProcessCollector;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.grading.ReportUtils;
import org.openjdk.jcstress.vm.VMSupport;

/**
 * Runs jcstress and reads what it wrote.
 *
 * <p>jcstress ends well when it ran nothing at all, and prints pages where a line is enough. So its output goes to
 * {@value #LOG}, and the verdict is built from its result file.
 */
public final class Runner {
    /** The file in the working folder that gets all of jcstress's output. */
    public static final String LOG = "jcstress.log";

    /** The folder in the working folder with a report in HTML for each pass. */
    public static final String REPORTS = "results";

    /**
     * Forked JVMs see no manifest: what they may do is said here, and it is all that a user of the product needs to
     * allow.
     */
    private static final String FORK_FLAGS =
            "--enable-native-access=ALL-UNNAMED --illegal-native-access=deny --sun-misc-unsafe-memory-access=deny";

    private Runner() {}

    /**
     * Runs tests in forked JVMs. Results go to the working folder.
     *
     * @param options the command line
     * @param tests full names
     * @param terminal where progress is shown
     * @return for each pass, one entry for each test and kind of JVM
     * @throws IOException the working folder cannot be written
     * @throws UsageException jcstress refuses to start
     */
    public static List<List<Verdict.Run>> run(StressOptions options, List<String> tests, PrintStream terminal)
            throws IOException {
        int timeout = options.timeoutSeconds().orElse(options.mode().timeoutSeconds());
        try (var log = Files.newOutputStream(Path.of(LOG));
                var _ = new Watchdog(Duration.ofSeconds(timeout), terminal)) {
            List<List<Verdict.Run>> passes = new ArrayList<>();
            for (var pass : options.mode().passes()) {
                passes.add(run(options, pass, tests, log, terminal));
            }
            return List.copyOf(passes);
        }
    }

    private static List<Verdict.Run> run(
            StressOptions options, Mode.Pass pass, List<String> tests, OutputStream log, PrintStream terminal)
            throws IOException {
        List<String> words = new ArrayList<>(pass.options());
        words.addAll(List.of("-t", Catalog.exactly(tests), "-jvmArgsPrepend", FORK_FLAGS));
        words.addAll(List.of("-r", Path.of(REPORTS, pass.name()).toString()));
        options.processors().ifPresent(count -> words.addAll(List.of("-c", Integer.toString(count))));
        var progress = new Progress(pass.name(), terminal, onTerminal());
        var results = runLogged(words, new Tee(log, options.verbose() ? terminal : progress));
        progress.end();
        return read(results);
    }

    @SuppressWarnings("SystemConsoleNull") // null on the JDKs that have the older console
    private static boolean onTerminal() {
        var console = System.console();
        return console != null && console.isTerminal();
    }

    /** jcstress prints to System.out and to that only, so that is what has to be led into the log. */
    private static Path runLogged(List<String> words, OutputStream log) throws IOException {
        var out = System.out;
        try (var printer = new PrintStream(log, true, StandardCharsets.UTF_8)) {
            System.setOut(printer);
            var options = new Options(words.toArray(String[]::new));
            if (!options.parse()) {
                throw new UsageException("jcstress did not take its options: " + words);
            }
            VMSupport.getAvailableVMConfigs().clear(); // jcstress would add those of this pass to those of the last
            runAll(options);
            return Path.of(options.getResultFile());
        } finally {
            System.setOut(out);
        }
    }

    private static void runAll(Options options) throws IOException {
        try {
            new JCStress(options).run();
        } catch (AssertionError failures) {
            // jcstress ends a run with failures this way; they are read from the result file, with their counts.
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("jcstress ended early: " + e.getMessage(), e);
        }
    }

    private static List<Verdict.Run> read(Path results) throws IOException {
        if (!Files.exists(results)) {
            return List.of(); // jcstress wrote none because it ran none
        }
        var collector = new InProcessCollector();
        DiskReadCollector reader = null;
        try {
            reader = new DiskReadCollector(results.toString(), collector);
            reader.dump();
        } catch (ClassNotFoundException e) {
            throw new IOException("the result file cannot be read: " + results, e);
        } finally {
            if (reader != null) {
                reader.close();
            }
        }
        return ReportUtils.mergedByConfig(collector.getTestResults()).stream()
                .map(Runner::run)
                .toList();
    }

    private static Verdict.Run run(TestResult result) {
        List<String> evidence = new ArrayList<>();
        var end = Verdict.End.PASSED;
        if (result.status() != Status.NORMAL) {
            end = Verdict.End.ERROR;
            evidence.add(result.status() + " in a JVM with " + result.getConfig().jvmArgs);
            evidence.addAll(result.getMessages());
            evidence.addAll(result.getVmOut());
            evidence.addAll(result.getVmErr());
        }
        var seen = new TreeMap<>(result.grading().gradingResults);
        for (var outcome : seen.values()) {
            if (outcome.expect == Expect.FORBIDDEN && outcome.count > 0) {
                end = Verdict.End.FORBIDDEN;
                evidence.add("FORBIDDEN %s seen %,d times of %,d (%s), in a JVM with %s"
                        .formatted(
                                outcome.id,
                                outcome.count,
                                result.getTotalCount(),
                                outcome.description,
                                result.getConfig().jvmArgs));
            }
        }
        if (end == Verdict.End.PASSED && !result.grading().isPassed) {
            end = Verdict.End.ERROR;
            evidence.addAll(result.grading().failureMessages);
        }
        return new Verdict.Run(result.getName(), end, result.getTotalCount(), List.copyOf(evidence));
    }

    /** Writes to two places and closes neither. */
    private static final class Tee extends OutputStream {
        private final OutputStream first;
        private final OutputStream second;

        Tee(OutputStream first, OutputStream second) {
            this.first = first;
            this.second = second;
        }

        @Override
        public synchronized void write(int octet) throws IOException {
            first.write(octet);
            second.write(octet);
        }

        @Override
        public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
            first.write(bytes, offset, length);
            second.write(bytes, offset, length);
        }

        @Override
        public void flush() throws IOException {
            first.flush();
            second.flush();
        }
    }
}
