package dev.ferrite.perf.boot;

import dev.ferrite.perf.report.Comparison;
import dev.ferrite.perf.report.Goal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * From the start of a process to its first line, as somebody sees it who waits for it: a process of its own each time.
 *
 * <p>{@code firstLine} and {@code toTheEnd} go through the launcher, which looks whether anything is to be built; the
 * rounds of warm-up take what it builds and trains, should it have to.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Comparison(
        title = "Start of ./ferrite boot",
        baseline = "helloWorld",
        goals = @Goal(id = "P25", subject = "firstLine", atMost = 400))
public class BootStart {
    private final Path home = home();
    private @Nullable Path folder;
    private @Nullable Process process;

    /** Makes the class a benchmark. */
    public BootStart() {}

    /** The folder that holds the launcher. */
    private static Path home() {
        Path start = Path.of("").toAbsolutePath();
        for (Path at = start; at != null; at = at.getParent()) {
            if (Files.isExecutable(at.resolve("ferrite")) && Files.isDirectory(at.resolve("nova"))) {
                return at;
            }
        }
        throw new IllegalStateException("the launcher is in no folder above " + start);
    }

    /** A folder for what a boot writes. */
    @Setup(Level.Invocation)
    public void prepare() throws IOException {
        folder = Files.createTempDirectory("ferrite-boot");
    }

    /** Who was only asked for his first line need not go on. */
    @TearDown(Level.Invocation)
    public void clear() throws IOException, InterruptedException {
        Process left = process;
        if (left != null) {
            left.destroyForcibly().waitFor();
        }
        Path made = folder;
        if (made != null) {
            try (Stream<Path> files = Files.walk(made)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** The launcher and the program, as the launcher starts it. */
    @Benchmark
    public String firstLine() throws IOException {
        return start(List.of(home.resolve("ferrite").toString()));
    }

    /** The program with the cache that the launcher has made. */
    @Benchmark
    public String firstLineOfTheProgram() throws IOException {
        return start(java("-XX:AOTCache=" + home.resolve("nova/target/ferrite.aot"), "-Xlog:aot=off", "-Xlog:cds=off"));
    }

    /** The program without it. */
    @Benchmark
    public String firstLineWithoutCache() throws IOException {
        return start(java());
    }

    /** The whole job: 1920x1080, rendered, verified, written. */
    @Benchmark
    public int toTheEnd() throws IOException, InterruptedException {
        String first = start(List.of(home.resolve("ferrite").toString()));
        Process running = process;
        if (running == null) {
            throw new IllegalStateException(first);
        }
        running.getInputStream().readAllBytes();
        int code = running.waitFor();
        if (code != 0) {
            throw new IllegalStateException("boot ended with " + code + ": " + errors());
        }
        return code;
    }

    /** A JVM that says hello. */
    @Benchmark
    public String helloWorld() throws IOException {
        URL classes = Hello.class.getProtectionDomain().getCodeSource().getLocation();
        String path = Path.of(URI.create(classes.toString())).toString();
        return firstLine(List.of(javaBinary(), "-XX:+UseSerialGC", "-cp", path, Hello.class.getName()));
    }

    private static String javaBinary() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private List<String> java(String... flags) {
        List<String> command = new ArrayList<>(List.of(javaBinary()));
        command.addAll(List.of(flags));
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "--enable-native-access=dev.ferrite.offheap",
                "--module-path",
                home.resolve("nova/target/modules").toString(),
                "--module",
                "dev.ferrite.nova/dev.ferrite.nova.cli.Main"));
        return command;
    }

    private String start(List<String> program) throws IOException {
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of("boot", "--out", String.valueOf(folder)));
        return firstLine(command);
    }

    /** What stands in the first line of the log, whose lines begin with a bracket. */
    private String firstLine(List<String> command) throws IOException {
        Path made = folder;
        if (made == null) {
            throw new IllegalStateException("not prepared");
        }
        Process started = new ProcessBuilder(command)
                .redirectError(made.resolve("stderr").toFile())
                .start();
        process = started;
        BufferedReader out = started.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        if (line == null || !line.startsWith("[")) {
            throw new IllegalStateException(String.join(" ", command) + " said '" + line + "': " + errors());
        }
        return line;
    }

    private String errors() {
        try {
            return folder == null ? "" : Files.readString(folder.resolve("stderr"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
