package dev.ferrite.nova.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bad input ends in one sentence with its values, the right exit code, and nothing left behind. */
class BadInputTest {
    @TempDir
    Path folder;

    static Stream<Arguments> wrongCommandLines() {
        return Stream.of(
                Arguments.of("a command is missing", new String[] {}),
                Arguments.of("dance", new String[] {"dance"}),
                Arguments.of("--colour", new String[] {"boot", "--colour"}),
                Arguments.of("--size", new String[] {"boot", "--size"}),
                Arguments.of("--size", new String[] {"boot", "--size", "big"}),
                Arguments.of("width must be 1 to 7680: 0", new String[] {"boot", "--size", "0x0"}),
                Arguments.of("height must be 1 to 4320: -5", new String[] {"boot", "--size", "5x-5"}),
                Arguments.of("width must be 1 to 7680: 7681", new String[] {"boot", "--size", "7681x1"}),
                Arguments.of("--frames", new String[] {"boot", "--frames", "some"}),
                Arguments.of("frames must be", new String[] {"boot", "--frames", "0"}),
                Arguments.of("threads must be", new String[] {"boot", "--threads", "0"}),
                Arguments.of("--threads", new String[] {"boot", "--threads", "99999999999"}),
                Arguments.of("--seed", new String[] {"boot", "--seed", "x"}),
                Arguments.of("--vram-size", new String[] {"boot", "--vram-size", "0"}),
                Arguments.of("VRAM size must be at least", new String[] {"boot", "--vram-size", "17"}),
                Arguments.of("--vram-size", new String[] {"boot", "--vram-size", "lots"}),
                Arguments.of("--unplug-at", new String[] {"boot", "--unplug-at", "soon"}),
                Arguments.of("--panic-at", new String[] {"boot", "--panic-at", "soon"}),
                Arguments.of("FILE", new String[] {"decode-panic"}),
                Arguments.of("PID", new String[] {"postmortem"}),
                Arguments.of("'all' is not a whole number", new String[] {"postmortem", "all"}),
                Arguments.of("--out", new String[] {"boot", "--out", ""}));
    }

    @ParameterizedTest
    @MethodSource
    void wrongCommandLines(String contains, String[] args) {
        Captured ran = Captured.run(args);
        assertThat(ran.code()).isEqualTo(Main.USAGE);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err().lines()).hasSize(1);
        assertThat(ran.err()).startsWith("ferrite: ").contains(contains);
        assertThat(ran.showsAStack()).isFalse();
    }

    private Captured boot(String... options) {
        String[] small = {"boot", "--size", "96x54", "--threads", "2"};
        String[] args = Stream.concat(Stream.of(small), Stream.of(options)).toArray(String[]::new);
        return Captured.run(args);
    }

    private void failsCleanly(Captured ran, String... contains) {
        assertThat(ran.code()).isEqualTo(Main.FAILED);
        assertThat(ran.lastLine()).startsWith("boot: FAILED ").contains(contains);
        assertThat(ran.showsAStack()).as(ran.out() + ran.err()).isFalse();
        assertThat(ran.out()).doesNotContain("LEAK");
    }

    @Test
    void anOutputFolderThatDoesNotExist() {
        Path missing = folder.resolve("missing");
        failsCleanly(boot("--out", missing.toString()), missing.toString(), "does not exist");
        assertThat(missing).doesNotExist();
    }

    @Test
    void anOutputFolderThatIsAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        failsCleanly(boot("--out", file.toString()), file.toString(), "is not a folder");
    }

    @Test
    void aPictureThatCannotBeWritten() throws IOException {
        Files.createDirectories(folder.resolve("ferrite.png/in-the-way"));
        failsCleanly(boot("--out", folder.toString()), "ferrite.png");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString())).containsExactly("ferrite.png");
        }
    }

    @Test
    void vramSmallerThanOnePicture() throws IOException {
        failsCleanly(
                boot("--out", folder.toString(), "--vram-size", "16K"),
                "VRAM is too small",
                "96x54",
                "20.3 KiB",
                "16 KiB");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void vramWithRoomForThePictureButNotForTheClients() {
        failsCleanly(boot("--out", folder.toString(), "--vram-size", "28K"), "GEM_CREATE", "ENOSPC");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aVramFileInAFolderThatDoesNotExist() {
        failsCleanly(
                boot(
                        "--out",
                        folder.toString(),
                        "--vram",
                        folder.resolve("no/vram").toString()),
                "no/vram",
                "ENOENT");
    }

    @Test
    void aVramFileThatIsAFolder() {
        failsCleanly(boot("--out", folder.toString(), "--vram", folder.toString()), folder.toString(), "EISDIR");
    }

    @Test
    void aVramFileThatIsADevice() {
        failsCleanly(boot("--out", folder.toString(), "--vram", "/dev/null"), "node /dev/null is not a DRM node");
    }

    @Test
    void aNodeThatIsNotThere() {
        failsCleanly(
                boot("--out", folder.toString(), "--vram", "/dev/dri/card63"), "node /dev/dri/card63 does not exist");
        assertThat(Path.of("/dev/dri/card63")).doesNotExist();
    }

    /** As somebody without the privilege to open everything, on a node that is nobody's to open. */
    @Test
    void aNodeThatMayNotBeOpened() throws Exception {
        Path node = folder.resolve("card0");
        assumeTrue(ends("mknod", "-m", "000", node.toString(), "c", "226", "63") == 0, "only root makes nodes");
        Process process = new ProcessBuilder(
                        "setpriv",
                        "--bounding-set=-dac_override,-dac_read_search",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "boot",
                        "--size=96x54",
                        "--out=" + folder,
                        "--vram=" + node)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(Main.FAILED);
        assertThat(output.lines().toList().getLast())
                .isEqualTo(
                        "boot: FAILED node " + node + " cannot be opened: permission denied (be in the group that owns"
                                + " it, usually render or video)");
        assertThat(output).doesNotContain("\tat ").doesNotContain("LEAK");
    }

    private static int ends(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).start().waitFor();
        } catch (IOException missing) {
            return -1;
        }
    }

    @Test
    void whatARealDeviceDoesNotTake() {
        for (String option : new String[] {"--vram-size=1G", "--unplug-at=1s"}) {
            Captured ran = boot("--out", folder.toString(), "--vram", "/dev/dri/card63", option);
            assertThat(ran.code()).isEqualTo(Main.USAGE);
            assertThat(ran.err()).contains("/dev/dri/card63");
        }
    }

    @Test
    void aNodeThatDisappearsWhileMapped() {
        failsCleanly(
                Captured.run("boot", "--out", folder.toString(), "--size", "7680x4320", "--unplug-at", "200ms"),
                "renderD",
                "disappeared");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anOptionGivenTwice() {
        Captured ran = boot("--size", "96x54");
        assertThat(ran.code()).isEqualTo(Main.USAGE);
        assertThat(ran.err().lines()).hasSize(1);
        assertThat(ran.err()).contains("--size");
    }

    @Test
    void aProcessWithoutALogHasNoPostmortem() {
        Captured ran = Captured.run("postmortem", "1");
        assertThat(ran.code()).isEqualTo(Main.FAILED);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).startsWith("postmortem: process 1 does not ");
        assertThat(ran.err().lines()).hasSize(1);
    }

    @Test
    void helpIsNoError() {
        Captured ran = Captured.run("boot", "--help");
        assertThat(ran.code()).isEqualTo(Main.OK);
        assertThat(ran.out()).contains("--vram", "--size", "--frames", "--threads", "--out", "--seed", "--json");
        assertThat(ran.err()).isEmpty();
    }
}
