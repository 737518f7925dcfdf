package dev.ferrite.drm.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In JVMs of their own: the flag that Agrona needs is not one of the tests', and Agrona must be missing once. */
class GemAgronaTest {
    private static final String EXPORT = "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED";

    @TempDir
    Path folder;

    @Test
    void theViewIsTheBuffersPagesUntilTheMappingIsClosed() throws Exception {
        assertThat(run(List.of(EXPORT), jar -> true))
                .containsExactly(
                        "of a read-only mapping: IllegalArgumentException",
                        "capacity: 2 pages",
                        "written through the view: 1122334455667788",
                        "read through the view: 42",
                        "past the end: IndexOutOfBoundsException",
                        "after the device is gone: 43",
                        "after the close: IndexOutOfBoundsException",
                        "capacity after the close: 0",
                        "of a closed mapping: IllegalStateException",
                        "leaves nothing: true",
                        "exit code 0");
    }

    @Test
    void withoutTheFlagOneExceptionNamesItAndNothingLeaks() throws Exception {
        assertThat(run(List.of(), jar -> true))
                .contains("leaves nothing: true", "exit code 0")
                .anySatisfy(line -> assertThat(line).contains("IllegalStateException", EXPORT));
    }

    @Test
    void withoutAgronaOneExceptionNamesItAndNothingLeaks() throws Exception {
        assertThat(run(List.of(EXPORT), jar -> !jar.contains("agrona")))
                .contains("leaves nothing: true", "exit code 0")
                .anySatisfy(line -> assertThat(line).contains("IllegalStateException: Agrona is not on the path"));
    }

    /** The lines the scenario prints, and its exit code; no more than two minutes long. */
    private List<String> run(List<String> flags, Predicate<String> wanted) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(flags);
        command.add("-cp");
        command.add(Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(wanted)
                .collect(Collectors.joining(File.pathSeparator)));
        command.add(GemAgronaScenario.class.getName());
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("no end within 120 s: " + Files.readString(output));
        }
        List<String> lines = new ArrayList<>(Files.readAllLines(output));
        lines.add("exit code " + process.exitValue());
        return lines;
    }
}
