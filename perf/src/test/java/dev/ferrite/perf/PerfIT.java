package dev.ferrite.perf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The program as its users start it: a process of its own, in a folder of its own below {@code target}. */
class PerfIT {
    private static final Path WORK = Path.of("target", "run", "it");

    private static int perf(Path output, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djmh.ignoreLock=true", // what is measured here is thrown away
                "-cp",
                Path.of("target", "lib").toAbsolutePath() + "/*:"
                        + Path.of("target", "classes").toAbsolutePath(),
                "dev.ferrite.perf.Perf"));
        command.addAll(List.of(args));
        var process = new ProcessBuilder(command)
                .directory(Files.createDirectories(WORK).toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(15, TimeUnit.MINUTES))
                    .as("the program ended")
                    .isTrue();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        return process.exitValue();
    }

    @Test
    void everyBenchmarkRunsAndIsReported() throws Exception {
        Files.createDirectories(WORK);
        var output = WORK.resolve("all.txt");

        int status = perf(output, "-f", "1", "-wi", "0", "-i", "1", "-r", "10ms", "-p", "size=64", "-p", "mix=steady");

        var text = Files.readString(output);
        assertThat(status).as(text).isZero();
        assertThat(text)
                .contains("Lock and unlock, uncontended (locks.LockPair)")
                .containsPattern("pthreadMutex +[0-9]|locks.c is left out")
                .containsPattern("rustMutex +[0-9]|locks.rs is left out")
                .contains("Waiting for one lock, two threads (locks.LockWaitOfTwo inside=0, longest wait)")
                .containsPattern("P5 +(met|MISSED) +mutex is [0-9.]+ of reentrantLock, goal <= 0.60")
                .containsPattern("perf: [0-9]+ comparisons, [0-9]+ goals met, [0-9]+ missed, 0 not measured");
        assertThat(WORK.resolve("perf.md")).content().contains("| mutex |").contains("./ferrite perf -f 1");
        assertThat(WORK.resolve("perf.json")).content().contains("\"method\":\"mutex\"");
    }

    @Test
    void wrongCommandLineIsOneSentenceAndStatusTwo() throws Exception {
        Files.createDirectories(WORK);
        var output = WORK.resolve("wrong.txt");

        assertThat(perf(output, "NoSuchLock")).isEqualTo(2);
        assertThat(output).content().startsWith("perf: no benchmark matches").hasLineCount(1);
    }
}
