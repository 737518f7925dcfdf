package dev.ferrite.offheap.bindgen.gcc;

import dev.ferrite.offheap.bindgen.model.BindingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs the C compiler in a folder of its own, which {@link #close()} removes.
 *
 * <p>Blocks until the compiler ends. Not thread-safe but for {@link #run}.
 */
public final class Gcc implements AutoCloseable {
    private final String command;
    private final List<String> flags;
    private final Path folder;

    /**
     * A compiler and a fresh folder below the temporary one.
     *
     * @param command its name or path: {@code gcc}
     * @param flags what every run gets: {@code -I}, {@code -D}
     */
    public Gcc(String command, List<String> flags) {
        this.command = command;
        this.flags = List.copyOf(flags);
        try {
            this.folder = Files.createTempDirectory("ferrite-bindgen");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What a run gave.
     *
     * @param exit its exit status
     * @param out standard output
     * @param err standard error
     */
    public record Result(int exit, String out, String err) {}

    /**
     * Runs it.
     *
     * @param arguments what follows the flags
     * @return output and status, whatever they are
     * @throws BindingException if there is no such compiler
     */
    public Result run(List<String> arguments) {
        List<String> line = new ArrayList<>();
        line.add(command);
        line.addAll(flags);
        line.addAll(arguments);
        try {
            Path err = Files.createTempFile(folder, "err", ".txt");
            ProcessBuilder builder = new ProcessBuilder(line).redirectError(err.toFile());
            builder.environment().put("LC_ALL", "C");
            Process process = start(builder);
            process.getOutputStream().close();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exit = process.waitFor();
            return new Result(exit, out, Files.readString(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BindingException("interrupted while " + command + " ran", e);
        }
    }

    private Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new BindingException(
                    "the C compiler was not found: install gcc (a package such as gcc), or name another with --cc: "
                            + command,
                    e);
        }
    }

    /**
     * Runs it and insists on success.
     *
     * @param arguments what follows the flags
     * @return standard output
     * @throws BindingException with the compiler's own message if it fails
     */
    public String runOrFail(List<String> arguments) {
        Result result = run(arguments);
        if (result.exit != 0) {
            throw new BindingException(result.err.strip());
        }
        return result.out;
    }

    /**
     * A path in the folder.
     *
     * @param name the file's name
     * @return the path; nothing is created
     */
    public Path file(String name) {
        return folder.resolve(name);
    }

    /** Removes the folder. */
    @Override
    public void close() {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
