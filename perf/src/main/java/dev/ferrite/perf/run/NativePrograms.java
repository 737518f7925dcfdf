package dev.ferrite.perf.run;

import dev.ferrite.perf.report.NativePeer;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;

/** Compiles and runs {@link NativePeer}s. A compiler that is missing is told once and leaves its peers out. */
final class NativePrograms {
    /** The folder in the working folder for what is compiled. */
    private static final Path FOLDER = Path.of("native");

    private static final int PATIENCE_SECONDS = 300;

    private final PrintStream progress;
    private final Map<String, Optional<Path>> compiled = new HashMap<>();

    NativePrograms(PrintStream progress) {
        this.progress = progress;
    }

    /**
     * Runs a peer as a benchmark was run.
     *
     * @return its scores in the benchmark's mode and unit; none if it cannot be compiled here
     */
    List<Double> run(NativePeer peer, BenchmarkParams like) throws IOException {
        var program = compiled.computeIfAbsent(peer.source(), this::compile);
        if (program.isEmpty()) {
            return List.of();
        }
        List<String> command = new ArrayList<>(List.of(program.get().toString()));
        command.addAll(List.of(peer.args()));
        String inside = like.getParamsKeys().contains("inside") ? like.getParam("inside") : "0";
        long millis = like.getMeasurement().getTime().convertTo(TimeUnit.MILLISECONDS);
        command.addAll(List.of(
                Integer.toString(like.getThreads()),
                inside,
                Long.toString(Math.max(1, millis)),
                Integer.toString(like.getWarmup().getCount()),
                Integer.toString(like.getMeasurement().getCount())));
        return output(command)
                .lines()
                .map(line -> score(Double.parseDouble(line), like))
                .toList();
    }

    /** Operations per microsecond, in the mode and unit of a benchmark. */
    private static double score(double perMicro, BenchmarkParams like) {
        double units = like.getTimeUnit().convert(1, TimeUnit.SECONDS) / 1e6; // in a microsecond
        return like.getMode() == Mode.Throughput ? perMicro / units : like.getThreads() * units / perMicro;
    }

    private Optional<Path> compile(String source) {
        try (var text = NativePrograms.class.getResourceAsStream(source)) {
            if (text == null) {
                throw new IllegalStateException("no such resource: " + source);
            }
            Files.createDirectories(FOLDER);
            Path file = FOLDER.resolve(source);
            Files.write(file, text.readAllBytes());
            Path program = FOLDER.resolve(source.replace('.', '-')).toAbsolutePath();
            output(compiler(file, program));
            return Optional.of(program);
        } catch (IOException cannot) {
            progress.println(
                    "perf: " + source + " is left out, for it cannot be compiled here: " + cannot.getMessage());
            return Optional.empty();
        }
    }

    private static List<String> compiler(Path source, Path program) {
        return source.toString().endsWith(".rs")
                ? List.of("rustc", "-O", "-o", program.toString(), source.toString())
                : List.of("cc", "-O2", "-pthread", "-o", program.toString(), source.toString());
    }

    private static String output(List<String> command) throws IOException {
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .start();
        try (var out = process.getInputStream()) {
            var text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("no end: " + command);
            }
            if (process.exitValue() != 0) {
                throw new IOException("status " + process.exitValue() + " of " + command + ": " + text.strip());
            }
            return text;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", e));
        } finally {
            process.destroyForcibly();
        }
    }
}
