package dev.ferrite.perf.run;

import dev.ferrite.perf.report.Group;
import dev.ferrite.perf.report.Numbers;
import dev.ferrite.perf.report.Series;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs benchmarks in interleaved rounds, each benchmark in a fresh JVM each round. */
public final class Rounds {
    /** The file in the working folder that gets all of JMH's output. */
    public static final String LOG = "perf.log";

    /** All peers run with the flags that the neediest of them needs, so that all run under the same. */
    private static final String[] FORK_FLAGS = {
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED",
        "-Dslf4j.internal.verbosity=ERROR",
        "--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED",
        "--add-exports=java.base/sun.nio.ch=ALL-UNNAMED",
        "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
    };

    /** What a forked JVM takes beside its iterations. */
    private static final double JVM_SECONDS = 0.6;

    private static final String BYTES = "gc.alloc.rate.norm";

    private final PerfOptions options;
    private final List<String> benchmarks;
    private final int rounds;
    private final Map<Key, Collected> collected = new LinkedHashMap<>();

    /** A benchmark class with parameters, a result of it by its label, empty for the score, and one of its methods. */
    private record Key(String className, String parameters, String metric, String method) {
        String group() {
            return className + parameters + metric;
        }
    }

    /** What one round brought. */
    private record Scores(List<Double> values, String unit) {}

    /** What the rounds brought for one key. */
    private static final class Collected {
        String unit = "";
        boolean lessIsBetter;
        final List<List<Double>> rounds = new ArrayList<>();
        final List<Double> bytes = new ArrayList<>();
    }

    /**
     * Rounds to run.
     *
     * @param options the command line
     * @param benchmarks full names
     */
    public Rounds(PerfOptions options, List<String> benchmarks) {
        this.options = options;
        this.benchmarks = List.copyOf(benchmarks);
        this.rounds = options.jmh().getForkCount().orElse(options.quick() ? 2 : 7);
        if (rounds < 1) {
            throw new UsageException("-f must be 1 or more, each round runs in JVMs of its own: rounds=" + rounds);
        }
    }

    /**
     * How long it will take, about.
     *
     * @return minutes, 1 or more
     */
    public long minutes() {
        var asked = options.jmh();
        double seconds = JVM_SECONDS
                + warmups() * asked.getWarmupTime().orElse(time()).convertTo(TimeUnit.MILLISECONDS) / 1000.0
                + iterations() * asked.getMeasurementTime().orElse(time()).convertTo(TimeUnit.MILLISECONDS) / 1000.0;
        return Math.max(1, Math.round(seconds * benchmarks.size() * rounds / 60));
    }

    private TimeValue time() {
        return TimeValue.milliseconds(options.quick() ? 100 : 200);
    }

    private int warmups() {
        return options.jmh().getWarmupIterations().orElse(options.quick() ? 2 : 3);
    }

    private int iterations() {
        return options.jmh().getMeasurementIterations().orElse(options.quick() ? 3 : 5);
    }

    /**
     * How many.
     *
     * @return 1 or more
     */
    public int count() {
        return rounds;
    }

    /**
     * Runs them all.
     *
     * @param progress where each benchmark is shown when it has ended
     * @return one group for each benchmark class and choice of parameters
     * @throws IOException the working folder cannot be written
     * @throws RoundException a benchmark failed
     */
    public List<Group> run(PrintStream progress) throws IOException {
        try (var log = new PrintStream(Files.newOutputStream(Path.of(LOG)), true, StandardCharsets.UTF_8)) {
            var natives = new NativePrograms(progress);
            var format = OutputFormatFactory.createFormatInstance(log, VerboseMode.NORMAL);
            for (int round = 0; round < rounds; round++) {
                int done = 0;
                for (String benchmark : Order.ofRound(benchmarks, round, rounds)) {
                    done++;
                    for (var result : run(benchmark, format)) {
                        show(progress, round, done, benchmark, add(result));
                        addNatives(natives, result.getParams());
                    }
                }
            }
        }
        return groups();
    }

    private void show(PrintStream progress, int round, int done, String benchmark, Scores scores) {
        progress.printf(
                "round %d of %d, %3d of %d  %10s %s  %s%n",
                round + 1,
                rounds,
                done,
                benchmarks.size(),
                Numbers.threeDigits(Numbers.median(scores.values())),
                scores.unit(),
                shortName(benchmark));
    }

    /** Runs the native peers of a benchmark class beside its baseline, under the same parameters. */
    private void addNatives(NativePrograms natives, BenchmarkParams like) throws IOException {
        var className = Catalog.classOf(like.getBenchmark());
        var comparison = Catalog.comparison(className);
        if (!Catalog.methodOf(like.getBenchmark()).equals(comparison.baseline())) {
            return;
        }
        for (var peer : comparison.natives()) {
            var scores = natives.run(peer, like);
            if (!scores.isEmpty()) {
                var into = collected.computeIfAbsent(
                        new Key(className, parameters(like), "", peer.name()), absent -> new Collected());
                var baseline = collected.get(new Key(className, parameters(like), "", comparison.baseline()));
                into.unit = baseline == null ? "" : baseline.unit;
                into.lessIsBetter = like.getMode() != Mode.Throughput;
                into.rounds.add(scores);
            }
        }
    }

    private Iterable<RunResult> run(String benchmark, OutputFormat format) {
        try {
            return new Runner(jmhOptions(benchmark).build(), format).run();
        } catch (RunnerException failed) {
            throw new RoundException(why(benchmark, String.valueOf(failed.getMessage())), failed);
        }
    }

    private static String why(String benchmark, String message) {
        return message.contains("JMH lock")
                ? "another JMH runs on this machine; wait until it has ended"
                : benchmark + " failed: " + message.strip();
    }

    private ChainedOptionsBuilder jmhOptions(String benchmark) {
        CommandLineOptions asked = options.jmh();
        var flags = new ArrayList<>(asked.getJvmArgsAppend().orElse(List.of()));
        flags.addAll(List.of(FORK_FLAGS));
        var jmh = new OptionsBuilder().parent(asked);
        for (String other : benchmarks) {
            if (!other.equals(benchmark)) {
                jmh.exclude(exactly(other)); // JMH adds an include to those of the parent
            }
        }
        return jmh.include(exactly(benchmark))
                .forks(1)
                .warmupForks(0)
                .warmupIterations(warmups())
                .measurementIterations(iterations())
                .warmupTime(asked.getWarmupTime().orElse(time()))
                .measurementTime(asked.getMeasurementTime().orElse(time()))
                .addProfiler(GCProfiler.class)
                .addProfiler(Waits.class)
                .shouldFailOnError(true)
                .jvmArgsAppend(flags.toArray(String[]::new));
    }

    private static String exactly(String benchmark) {
        return "^" + Pattern.quote(benchmark) + "$";
    }

    /** Keeps the scores of one round; returns those that are compared first. */
    private Scores add(RunResult result) {
        String benchmark = result.getParams().getBenchmark();
        String[] metrics = Catalog.comparison(Catalog.classOf(benchmark)).metric();
        if (metrics.length == 0) {
            return add(result, "");
        }
        return Arrays.stream(metrics)
                .map(metric -> add(result, metric))
                .toList()
                .getFirst();
    }

    private Scores add(RunResult result, String metric) {
        var parameters = result.getParams();
        String benchmark = parameters.getBenchmark();
        var key = new Key(Catalog.classOf(benchmark), parameters(parameters), metric, Catalog.methodOf(benchmark));
        List<Double> scores = new ArrayList<>();
        var into = collected.computeIfAbsent(key, absent -> new Collected());
        for (IterationResult iteration : result.getAggregatedResult().getIterationResults()) {
            Result<?> compared = compared(iteration, metric);
            scores.add(compared.getScore());
            into.unit = compared.getScoreUnit();
        }
        into.lessIsBetter = !metric.isEmpty() || parameters.getMode() != Mode.Throughput;
        into.rounds.add(List.copyOf(scores));
        Result<?> bytes = result.getSecondaryResults().get(BYTES);
        if (bytes != null) {
            into.bytes.add(bytes.getScore());
        }
        return new Scores(scores, into.unit);
    }

    private static Result<?> compared(IterationResult iteration, String metric) {
        if (metric.isEmpty()) {
            return iteration.getPrimaryResult();
        }
        Result<?> secondary = iteration.getSecondaryResults().get(metric);
        if (secondary == null) {
            throw new IllegalStateException("no result " + metric + " among "
                    + iteration.getSecondaryResults().keySet());
        }
        return secondary;
    }

    private List<Group> groups() {
        Map<String, List<Key>> byGroup = new LinkedHashMap<>();
        collected.keySet().stream()
                .sorted(Comparator.comparing(Key::group))
                .forEach(key -> byGroup.computeIfAbsent(key.group(), name -> new ArrayList<>())
                        .add(key));
        List<Group> groups = new ArrayList<>();
        for (var keys : byGroup.values()) {
            var first = keys.getFirst();
            groups.add(new Group(
                    shortName(first.className()) + first.parameters(),
                    first.metric(),
                    Catalog.comparison(first.className()),
                    keys.stream()
                            .map(this::series)
                            .sorted((a, b) -> a.method().compareTo(b.method()))
                            .toList()));
        }
        return List.copyOf(groups);
    }

    private Series series(Key key) {
        var one = collected.get(key);
        if (one == null) {
            throw new IllegalArgumentException("never ran: " + key);
        }
        return new Series(key.method(), one.unit, one.lessIsBetter, List.copyOf(one.rounds), List.copyOf(one.bytes));
    }

    private static String parameters(BenchmarkParams parameters) {
        List<String> words = new ArrayList<>();
        for (String name : parameters.getParamsKeys()) {
            words.add(name + "=" + parameters.getParam(name));
        }
        return words.isEmpty() ? "" : " " + String.join(" ", words);
    }

    private static String shortName(String name) {
        return name.substring("dev.ferrite.perf.".length());
    }
}
