package dev.ferrite.jcstress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The stress program as its users start it: a process of its own, in a folder of its own below {@code target}.
 *
 * @param status the exit status
 * @param lines what it printed
 */
record StressProcess(int status, List<String> lines) {
    /** Long enough for a slow machine; a run that takes longer hangs. */
    private static final int MINUTES = 30;

    static StressProcess run(String folder, String... args) throws IOException, InterruptedException {
        var work = Files.createDirectories(Path.of("target", "run", folder));
        var output = work.resolve("stress.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                Path.of("target", "lib").toAbsolutePath() + "/*:"
                        + Path.of("target", "classes").toAbsolutePath(),
                "dev.ferrite.jcstress.Stress"));
        command.addAll(List.of(args));
        var process = new ProcessBuilder(command)
                .directory(work.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                throw new AssertionError("no end after " + MINUTES + " minutes: " + command);
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        return new StressProcess(process.exitValue(), Files.readAllLines(output));
    }

    /** The line about one test, without its samples. */
    String about(String test) {
        return lines.stream()
                .filter(line -> line.contains(" " + test + " "))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line about " + test + " in\n" + String.join("\n", lines)));
    }

    String closing() {
        return lines.isEmpty() ? "" : lines.getLast();
    }
}
