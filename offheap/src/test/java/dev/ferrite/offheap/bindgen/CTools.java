package dev.ferrite.offheap.bindgen;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The C side of the tests: compiles and runs small programs; skips a test, with the reason, where tools are missing. */
public final class CTools {
    /** The generator's own options files, by what they are for. */
    public static final Path MAIN_OPTIONS = Path.of("src/main/bindings/bindings.options");

    /** The header with every kind of member. */
    public static final Path TORTURE_OPTIONS = Path.of("src/test/bindings/bindings.options");

    private CTools() {}

    /** The selection for DRM, in its own module. */
    public static final Path DRM_OPTIONS = Path.of("../drm/src/main/bindings/bindings.options");

    /** The selection for nova, in its own module. */
    public static final Path NOVA_OPTIONS = Path.of("../nova/src/main/bindings/bindings.options");

    /** What a program printed, and how it ended. */
    public record Ran(int exit, String out) {}

    /** Skips the calling test if a program is not installed. */
    public static void require(String program) {
        assumeTrue(isInstalled(program), program + " is not installed");
    }

    /** Skips the calling test if a selection is not there, or the headers it includes are not. */
    public static void requireHeaders(Path options) throws IOException {
        assumeTrue(Files.exists(options), options + " is not here");
        Ran ran = run(List.of("gcc", "-fsyntax-only", "-x", "c", header(options).toString()));
        assumeTrue(ran.exit == 0, () -> "headers are missing: " + ran.out);
    }

    private static boolean isInstalled(String program) {
        try {
            return run(List.of(program, "--version")).exit == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Runs a program; standard error comes with standard output. */
    public static Ran run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Ran(process.waitFor(), out);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Compiles a program that includes a header. */
    public static Path compile(Path folder, Path header, String source) throws IOException {
        Path c = folder.resolve("program.c");
        Path program = folder.resolve("program");
        Files.writeString(
                c,
                "#include \"" + header.toAbsolutePath() + "\"\n#include <stddef.h>\n#include <stdio.h>\n"
                        + "#include <string.h>\n" + source);
        Ran ran = run(List.of("gcc", "-w", "-O1", "-o", program.toString(), c.toString()));
        if (ran.exit != 0) {
            throw new IOException(ran.out);
        }
        return program;
    }

    /** The bindings of an options file, made now. */
    public static Bindings bindings(Path optionsFile) {
        return Bindings.make(BindgenOptions.parse(List.of("@" + optionsFile)));
    }

    /** The header of an options file. */
    public static Path header(Path optionsFile) {
        return BindgenOptions.parse(List.of("@" + optionsFile)).header();
    }

    /** Runs the command; gives exit status, output and errors, one after the other. */
    public static List<String> bindgen(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = Bindgen.run(
                args,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        List<String> result = new ArrayList<>();
        result.add(Integer.toString(exit));
        result.add(out.toString(StandardCharsets.UTF_8));
        result.add(err.toString(StandardCharsets.UTF_8));
        return result;
    }
}
