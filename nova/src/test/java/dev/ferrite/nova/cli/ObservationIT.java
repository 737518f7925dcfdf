package dev.ferrite.nova.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One process works, others look at it: the program as people start it, with the launcher's flags and without. */
@Timeout(120)
class ObservationIT {
    private static final String FLAG = "--add-exports=java.base/jdk.internal.misc=org.agrona";
    private static final Pattern METRICS = Pattern.compile("metrics at (http://127.0.0.1:\\d+/metrics)");

    @TempDir
    Path folder;

    private final List<Process> started = new ArrayList<>();

    private Process start(Path output, List<String> flags, String... args) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "--enable-native-access=dev.ferrite.offheap"));
        command.addAll(flags);
        command.addAll(List.of(
                "--module-path",
                System.getProperty("test.modules", "target/modules"),
                "--module",
                "dev.ferrite.nova/dev.ferrite.nova.cli.Main"));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        started.add(process);
        return process;
    }

    /** A job of so many frames that it is still at work when it is looked at. */
    private Process boot(Path output) throws IOException {
        Path out = Files.createDirectories(folder.resolve("out"));
        String[] args = {
            "boot",
            "--size",
            "320x180",
            "--frames",
            "10000",
            "--threads",
            "2",
            "--metrics",
            "0",
            "--out",
            out.toString()
        };
        return start(output, List.of(), args);
    }

    private String run(int code, List<String> flags, String... args) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "run", ".txt");
        Process process = start(output, flags, args);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        String text = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(text).isEqualTo(code);
        assertThat(text).doesNotContain("WARNING").doesNotContain("\tat ");
        return text;
    }

    private static Matcher await(Path output, Pattern pattern) throws IOException, InterruptedException {
        for (int tries = 0; tries < 600; tries++) {
            Matcher matcher = pattern.matcher(Files.readString(output, StandardCharsets.UTF_8));
            if (matcher.find()) {
                return matcher;
            }
            Thread.sleep(100);
        }
        throw new AssertionError(pattern + " in " + Files.readString(output, StandardCharsets.UTF_8));
    }

    @AfterEach
    void end() throws InterruptedException {
        for (Process process : started) {
            process.destroyForcibly();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void countersLogAndPageOfARunningJobAreSeenFromOutside() throws Exception {
        Path output = folder.resolve("boot.txt");
        Process boot = boot(output);
        String pid = Long.toString(boot.pid());
        String page = await(output, METRICS).group(1);
        await(output, Pattern.compile("nova: registered"));

        for (int tries = 0;
                tries < 60 && !run(Main.OK, List.of(FLAG), "top", "--list").contains(pid);
                tries++) {
            Thread.sleep(200); // it publishes as soon as it can, beside its work
        }
        String top = run(Main.OK, List.of(FLAG), "top", "--once", "--interval", "500ms", "--pid", pid);
        assertThat(top.lines().findFirst()).get().asString().startsWith("ferrite top: process " + pid + " (");
        assertThat(top).doesNotContain("\u001b").contains("ferrite_alloc_live_bytes");
        assertThat(top).containsPattern("ferrite_drm_ioctls +[\\d,]*[1-9][\\d,]* +[\\d,]+\\.\\d  ioctls");

        assertThat(run(Main.OK, List.of(), "dmesg", "--pid", pid))
                .contains("boot: metrics at " + page)
                .contains("nova: registered");

        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(page))
                    .timeout(Duration.ofSeconds(20))
                    .build();
            String text =
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body();
            assertThat(text)
                    .containsPattern("(?m)^ferrite_drm_ioctls_total [1-9]")
                    .endsWith("# EOF\n");
        }

        boot.destroy();
        assertThat(boot.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(output, StandardCharsets.UTF_8))
                .contains("boot: FAILED interrupted")
                .doesNotContain("LEAK");
        assertThat(run(Main.FAILED, List.of(FLAG), "top", "--pid", pid)).startsWith("top: there is no process " + pid);
    }

    @Test
    void topWithoutTheFlagSaysWhatIsMissing() throws Exception {
        assertThat(run(Main.FAILED, List.of(), "top", "--pid", "1"))
                .isEqualTo("top: reading counters of others needs this JVM to be started with " + FLAG
                        + ", because Agrona does" + System.lineSeparator());
        assertThat(run(Main.FAILED, List.of(FLAG), "top", "--pid", "1")).startsWith("top: process 1 does not ");
    }
}
