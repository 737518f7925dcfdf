package dev.ferrite.nova.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.ferrite.runtime.panic.Panic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as people start it: a process of its own, its streams, its exit code, and what it leaves on disk. */
class ProgramIT {
    private static final int SECONDS = 90;

    @TempDir
    Path folder;

    private Path out = Path.of("");

    @BeforeEach
    void makeOut() throws IOException {
        out = Files.createDirectory(folder.resolve("out"));
    }

    private record Ended(int code, String out, String err) {
        String lastLine() {
            return out.lines().reduce("", (a, b) -> b);
        }
    }

    private static List<String> java() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "--enable-native-access=dev.ferrite.offheap",
                "--illegal-native-access=deny",
                "--module-path",
                System.getProperty("test.modules", "target/modules"),
                "--module",
                "dev.ferrite.nova/dev.ferrite.nova.cli.Main");
    }

    private Process start(List<String> prefix, String... args) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(java());
        command.addAll(List.of(args));
        return new ProcessBuilder(command)
                .redirectOutput(folder.resolve("stdout").toFile())
                .redirectError(folder.resolve("stderr").toFile())
                .start();
    }

    private Ended end(Process process) throws IOException, InterruptedException {
        boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly().waitFor();
        }
        String text = Files.readString(folder.resolve("stdout"), StandardCharsets.UTF_8);
        String complaints = Files.readString(folder.resolve("stderr"), StandardCharsets.UTF_8);
        assertThat(ended).as(text + complaints).isTrue();
        assertThat(text + complaints)
                .doesNotContain("\tat ")
                .doesNotContain("LEAK")
                .doesNotContain("WARNING:");
        return new Ended(process.exitValue(), text, complaints);
    }

    private Ended boot(String... options) throws IOException, InterruptedException {
        List<String> args = new ArrayList<>(List.of("boot", "--threads", "2", "--out", out.toString()));
        args.addAll(List.of(options));
        return end(start(List.of(), args.toArray(String[]::new)));
    }

    /** A shell that may write files of so many KiB only: the way a full disk looks, without root. */
    private static List<String> fileLimit(int kib) {
        return List.of("bash", "-c", "ulimit -f " + kib + "; exec \"$@\"", "bash");
    }

    /** A shell with a tmpfs of so many KiB for the output folder, which only it sees. */
    private List<String> smallDisk(int kib) {
        String mount = "mount -t tmpfs -o size=" + kib + "k tmpfs '" + out + "' && \"$@\" && exit 0; code=$?; ls '"
                + out + "' >&2; exit $code";
        return List.of("unshare", "--user", "--map-root-user", "--mount", "bash", "-c", mount, "bash");
    }

    @Test
    void aGoodRunSaysOkAndWritesItsFiles() throws Exception {
        Ended ran = boot("--size", "320x180");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.lastLine()).startsWith("boot: ok 1 frame of 320x180, 15 tiles by 2 clients, 230400 bytes");
        assertThat(ran.out()).contains("nova: registered card0 and renderD128").doesNotContain("\u001b");
        assertThat(ran.err()).isEmpty();
        assertThat(out.resolve("ferrite.png")).isNotEmptyFile();
        assertThat(out.resolve("latency.png")).isNotEmptyFile();
    }

    @Test
    void vramInAFileTwiceInARow() throws Exception {
        Path vram = folder.resolve("vram");
        for (int run = 0; run < 2; run++) {
            Ended ran = boot("--size", "320x180", "--vram", vram.toString());
            assertThat(ran.code()).as(ran.out()).isZero();
            assertThat(ran.lastLine()).startsWith("boot: ok ");
            assertThat(vram).doesNotExist();
        }
    }

    @Test
    void jsonIsAllThereIsOnStandardOutput() throws Exception {
        Ended ran = boot("--size", "320x180", "--json");
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).startsWith("{\n  \"ok\": true,").endsWith("}\n").contains("\"GEM objects\": 0");
        assertThat(ran.err()).contains("nova: registered").contains("boot: ok ");
    }

    @Test
    void aDiskTooFullForVram() throws Exception {
        Path vram = folder.resolve("vram");
        Ended ran = end(start(
                fileLimit(4096), "boot", "--size", "320x180", "--out", out.toString(), "--vram", vram.toString()));
        assertThat(ran.code()).isEqualTo(Main.FAILED);
        assertThat(ran.lastLine())
                .startsWith("boot: FAILED VRAM of 16 MiB in " + vram)
                .contains("EFBIG");
        assertThat(vram).doesNotExist();
        assertThat(out).isEmptyDirectory();
    }

    @Test
    void aDiskTooFullForThePicture() throws Exception {
        List<String> small = smallDisk(64);
        assumeThat(end(new ProcessBuilder(
                                Stream.concat(small.stream(), Stream.of("true")).toList())
                        .redirectOutput(folder.resolve("stdout").toFile())
                        .redirectError(folder.resolve("stderr").toFile())
                        .start()))
                .as("a user may mount a tmpfs in a namespace of its own here")
                .extracting(Ended::code)
                .isEqualTo(0);
        Ended ran = end(start(small, "boot", "--size", "960x540", "--out", out.toString()));
        assertThat(ran.code()).isEqualTo(Main.FAILED);
        assertThat(ran.lastLine())
                .startsWith("boot: FAILED picture cannot be written: " + out.resolve("ferrite.png"))
                .contains("No space left on device");
        assertThat(ran.err()).as("what is left in the folder").isEmpty();
    }

    @Test
    void aNodeThatDisappears() throws Exception {
        Ended ran = boot("--size", "7680x4320", "--unplug-at", "300ms");
        assertThat(ran.code()).isEqualTo(Main.FAILED);
        assertThat(ran.lastLine()).isEqualTo("boot: FAILED node renderD128 disappeared while it was in use");
        assertThat(out).isEmptyDirectory();
    }

    @Test
    void controlCEndsItCleanly() throws Exception {
        assumeThat(Files.readAllLines(Path.of("/proc/self/status")))
                .as("what runs in the background of a script ignores SIGINT, and so do a JVM and its children")
                .filteredOn(line -> line.startsWith("SigIgn:"))
                .noneMatch(line -> (Long.parseUnsignedLong(line.substring(line.indexOf('\t') + 1), 16) & 0b10) != 0);
        Path vram = folder.resolve("vram");
        Process process =
                start(List.of(), "boot", "--size", "7680x4320", "--out", out.toString(), "--vram", vram.toString());
        awaitText("clients render", process);
        new ProcessBuilder("bash", "-c", "kill -INT " + process.pid()).start().waitFor();
        Ended ran = end(process);
        assertThat(ran.code()).isEqualTo(128 + 2);
        assertThat(ran.lastLine()).isEqualTo("boot: FAILED interrupted");
        assertThat(ran.out()).contains("VRAM extents                       0");
        assertThat(vram).doesNotExist();
        assertThat(out).isEmptyDirectory();
    }

    /** Polls a file another process writes: there is nothing else to wait on. */
    private void awaitText(String text, Process process) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!Files.readString(folder.resolve("stdout")).contains(text)) {
            assertThat(process.isAlive()).isTrue();
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(20);
        }
    }

    @Test
    void aPanicShowsItselfAndItsCodeGivesTheLogBack() throws Exception {
        Ended ran = boot("--size", "800x600", "--panic-at", "20ms");
        assertThat(ran.code()).as(ran.err()).isEqualTo(Panic.EXIT_CODE);
        assertThat(ran.out()).contains("boot: 2 clients render").doesNotContain("boot: ok");
        assertThat(ran.err())
                .startsWith("---[ kernel panic: the last ")
                .contains("panic: Kernel panic - not syncing: asked for by --panic-at, 20 ms after the first tile")
                .contains("panic: the screen is in " + out.resolve("panic.png"))
                .doesNotContain("troubles");
        Ended decoded =
                end(start(List.of(), "decode-panic", out.resolve("panic.png").toString()));
        assertThat(decoded.code()).as(decoded.err()).isZero();
        assertThat(ran.err()).contains(decoded.out());
        assertThat(decoded.out()).endsWith("20 ms after the first tile ]---\n");
    }

    /** As the launcher starts it: HotSpot runs the program a second time, beside the one that crashed. */
    @Test
    void aCrashOfTheJvmShowsTheScreenToo() throws Exception {
        String reporter = java().stream()
                .map(word -> "'" + (word.startsWith("target") ? Path.of(word).toAbsolutePath() : word) + "'")
                .collect(Collectors.joining(" ", "-XX:OnError=", " postmortem %p"));
        List<String> command = new ArrayList<>(java());
        command.addAll(1, List.of("-XX:-CreateCoredumpOnCrash", "-XX:ErrorFile=" + folder.resolve("hs_err"), reporter));
        // Frames enough to still render when the signal comes; a small picture, because another process reads its code.
        command.addAll(List.of("boot", "--size", "1280x720", "--frames", "100", "--out", out.toString()));
        Process process = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("stdout").toFile())
                .redirectError(folder.resolve("stderr").toFile())
                .start();
        awaitText("clients render", process);
        new ProcessBuilder("bash", "-c", "kill -SEGV " + process.pid()).start().waitFor();
        Ended ran = end(process);
        assertThat(ran.code()).as(ran.err()).isNotZero();
        assertThat(ran.out()).contains("A fatal error has been detected").doesNotContain("boot: ok");
        assertThat(ran.err())
                .startsWith("---[ kernel panic of process " + process.pid() + ": the last ")
                .contains("panic: Kernel panic - not syncing: JVM crash: SIGSEGV (0xb)")
                .contains("panic: Modules linked in: nova NovaCore\n")
                .contains("panic: the screen is in " + out.resolve("panic.png"))
                .contains("panic: the JVM's own report is in " + folder.resolve("hs_err"));
        Ended decoded =
                end(start(List.of(), "decode-panic", out.resolve("panic.png").toString()));
        assertThat(decoded.code()).as(decoded.err()).isZero();
        assertThat(decoded.out()).contains("clients render").contains("JVM crash: SIGSEGV (0xb)");
        assertThat(ran.err()).contains(decoded.out());
    }

    @Test
    void aWrongCommandLineIsOneSentenceAndExitTwo() throws Exception {
        Ended ran = boot("--size", "wide");
        assertThat(ran.code()).isEqualTo(Main.USAGE);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err().lines()).hasSize(1);
        try (Stream<Path> left = Files.list(out)) {
            assertThat(left).isEmpty();
        }
    }
}
