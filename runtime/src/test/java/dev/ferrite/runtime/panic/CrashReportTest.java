package dev.ferrite.runtime.panic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.ferrite.offheap.Words;
import dev.ferrite.runtime.log.KernelLog;
import dev.ferrite.runtime.module.Module;
import dev.ferrite.runtime.module.ModuleInfo;
import dev.ferrite.runtime.module.ModuleLoader;
import dev.ferrite.runtime.module.ModuleTable;
import dev.ferrite.runtime.module.ModuleType;
import dev.ferrite.runtime.module.ThisModule;
import dev.ferrite.runtime.share.SharedRegion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A JVM crashes, and another process draws its panic screen: with a real JVM and a real SIGSEGV. */
@Timeout(180)
class CrashReportTest {
    private static final int SECONDS = 90;

    @TempDir
    Path folder;

    private final List<Process> started = new ArrayList<>();

    /** Prepares for a panic, logs, loads a module, says that it is there, and waits to be killed. */
    static final class Victim {
        private Victim() {}

        public static void main(String[] args) throws Exception {
            KernelLog log = KernelLog.system();
            if (!args[0].equals("-")) {
                Panic.install(PanicConfig.defaults()
                        .withPicture(Path.of(args[0]), 1280, 720)
                        .withPrinted(2, 5));
            }
            ModuleTable.publish(ModuleLoader.system());
            ModuleLoader.system().load(new Sample());
            for (int i = 0; i < 30; i++) {
                log.info("victim", "record " + i);
            }
            log.warn("victim", "the last words");
            System.out.println("ready");
            Thread.sleep(TimeUnit.SECONDS.toMillis(SECONDS));
        }
    }

    private static final class Sample implements ModuleType {
        @Override
        public ModuleInfo info() {
            return ModuleInfo.builder("sample").license("Apache-2.0").build();
        }

        @Override
        public Module init(ThisModule self) {
            return () -> {};
        }
    }

    /** What {@code -XX:OnError} runs: as {@code ferrite postmortem} does. */
    static final class Reporter {
        private Reporter() {}

        public static void main(String[] args) throws IOException {
            CrashReport report = CrashReport.of(Long.parseLong(args[0]));
            System.err.print(report.text());
            Path picture = report.picture();
            if (picture != null) {
                System.err.println("lines in the code: " + report.draw(picture));
            }
            System.err.println("report: " + report.jvmReport());
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private Process victim(String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                java(), "-XX:+UseSerialGC", "-XX:-CreateCoredumpOnCrash", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile());
        // HotSpot takes 2000 characters of a command at most: the class path goes by the environment.
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        Process process = builder.start();
        started.add(process);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!said("out").contains("ready")) {
            assertThat(process.isAlive()).as(said("err")).isTrue();
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(20); // its output is a file: there is nothing else to wait on
        }
        return process;
    }

    private String said(String where) throws IOException {
        return Files.readString(folder.resolve(where), StandardCharsets.UTF_8);
    }

    private static void kill(String signal, long pid) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                        .start()
                        .waitFor())
                .isZero();
    }

    @AfterEach
    void endAll() throws InterruptedException {
        for (Process process : started) {
            process.destroyForcibly();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aJvmKilledBySigsegvHasItsScreenDrawnByAnotherProcess() throws Exception {
        Path picture = folder.resolve("panic.png");
        Path report = folder.resolve("hs_err.log");
        Process process = victim(
                "-XX:ErrorFile=" + report,
                "-XX:OnError='" + java() + "' -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED '"
                        + Reporter.class.getName() + "' %p",
                Victim.class.getName(),
                picture.toString());
        kill("SEGV", process.pid());
        assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
        String text = said("err");
        assertThat(process.exitValue()).as(text).isNotZero();
        assertThat(said("out")).contains("SIGSEGV").contains("Executing /bin/sh -c");
        assertThat(report).isNotEmptyFile();
        assertThat(text)
                .startsWith("---[ kernel panic of process " + process.pid() + ": the last 5 records of its log ]---\n")
                .doesNotContain("victim: record 25\n")
                .contains("victim: record 26\n")
                .contains("victim: the last words\n")
                .containsPattern("panic: Kernel panic - not syncing: JVM crash: SIGSEGV \\(0xb\\) at pc=0x[0-9a-f]+.*")
                .containsPattern("panic: PID: " + process.pid() + " Comm: \\S+ State: \\S Threads: \\d+ RSS: \\d+ MiB")
                .contains("panic: Modules linked in: sample\n")
                .contains("panic: Problematic frame: ")
                .contains("panic: siginfo: si_signo: 11 (SIGSEGV)")
                .contains("panic: Call trace:\n")
                .contains("panic: ---[ end Kernel panic - not syncing: JVM crash: SIGSEGV")
                .contains("report: " + report.toRealPath())
                .doesNotContain("Exception");

        String code =
                PanicLog.decode(Screens.read(ImageIO.read(picture.toFile())).getText());
        assertThat(code)
                .as("all of it is in the code")
                .contains("victim: record 0\n")
                .contains("victim: the last words\n")
                .endsWith(" ]---\n");
        assertThat(text).contains(code.substring(code.indexOf("panic: Kernel panic")));
        assertThat(text).contains("lines in the code: " + code.lines().count());
    }

    @Test
    void aProcessThatRunsCanBeLookedAtAndIsNotDisturbed() throws Exception {
        Process process = victim(Victim.class.getName(), "-");
        CrashReport report = CrashReport.of(process.pid());
        assertThat(report.why()).isEqualTo("looked at from outside; the JVM has left no report");
        assertThat(report.jvmReport()).isNull();
        assertThat(report.picture()).as("it named none").isNull();
        assertThat(report.text())
                .contains("victim: record 0\n")
                .contains("panic: Modules linked in: sample\n")
                .doesNotContain("Call trace");
        Path picture = folder.resolve("chosen.png");
        assertThat(report.draw(picture)).isEqualTo(report.text().lines().count() - 1);
        assertThat(PanicLog.decode(Screens.read(ImageIO.read(picture.toFile())).getText()))
                .contains("victim: the last words\n");
        assertThatThrownBy(() -> report.draw(folder.resolve("no/such/folder.png")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("No such file or directory");
        assertThat(process.isAlive()).isTrue();
    }

    /** Everybody can guess the name, and make a file or a link of it. */
    @Test
    void aReportThatIsAnotherUsersOrALinkIsNotRead() throws Exception {
        Path report = folder.resolve("hs_err.log");
        Process process = victim("-XX:ErrorFile=" + report, Victim.class.getName(), "-");
        Path own = Files.writeString(folder.resolve("own"), "# SIGSEGV (0xb) at pc=0x1\n");
        Files.createSymbolicLink(report, own);
        assertThat(CrashReport.of(process.pid()).why())
                .isEqualTo("looked at from outside; " + report + " is a link, and is not read");
        Files.delete(report);
        Files.copy(own, report);
        assertThat(CrashReport.of(process.pid()).why()).isEqualTo("JVM crash: SIGSEGV (0xb) at pc=0x1");
        try {
            Files.setAttribute(report, "unix:uid", 65534);
        } catch (IOException e) {
            assumeThat(false).as("root may give a file away").isTrue();
        }
        CrashReport theirs = CrashReport.of(process.pid());
        assertThat(theirs.why()).isEqualTo("looked at from outside; " + report + " is another user's, and is not read");
        assertThat(theirs.jvmReport()).isNull();
        assertThat(theirs.text()).doesNotContain("SIGSEGV");
    }

    @Test
    void aFileIsNotTakenFromAnotherUsersWord() throws Exception {
        assumeThat(new ProcessBuilder("setpriv", "--reuid", "65534", "--clear-groups", "true")
                        .redirectErrorStream(true)
                        .start()
                        .waitFor())
                .as("root may become somebody else, with setpriv")
                .isZero();
        Process process =
                victim(Victim.class.getName(), folder.resolve("mine.png").toString());
        assertThat(Objects.requireNonNull(CrashReport.of(process.pid()).picture()))
                .isEqualTo(folder.resolve("mine.png"));
        process.destroyForcibly().waitFor();
        Process theirs = victimAs("65534");
        assertThat(CrashReport.of(theirs.pid()).picture()).isNull();
    }

    private Process victimAs(String user) throws Exception {
        List<String> command = List.of(
                "setpriv",
                "--reuid",
                user,
                "--clear-groups",
                java(),
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED",
                Victim.class.getName(),
                "/tmp/theirs.png");
        Path out = folder.resolve("theirs");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        Process process = builder.start();
        started.add(process);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!said("theirs").contains("ready")) {
            assumeThat(process.isAlive())
                    .as("another user may read our classes: " + said("theirs"))
                    .isTrue();
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(20);
        }
        return process;
    }

    @Test
    void aProcessThatIsGoneOrKeepsNoLogIsOneSentence() throws Exception {
        assertThatThrownBy(() -> CrashReport.of(1))
                .isInstanceOf(IOException.class)
                .message()
                .matches("process 1 does not (show a kernel log|let us look: it is another user's)");
        Process gone = new ProcessBuilder("true").start();
        assertThat(gone.waitFor()).isZero();
        assertThatThrownBy(() -> CrashReport.of(gone.pid())).hasMessage("there is no process " + gone.pid());
    }

    @Test
    void aNoteIsReadAsItWasWrittenAndOneOfAnotherVersionIsRefused() throws Exception {
        PanicConfig config = PanicConfig.defaults()
                .withPicture(Path.of("/a folder/of\nmine/x.png"), 640, 360)
                .withUrl(null)
                .withPrinted(2, 7);
        long self = ProcessHandle.current().pid();
        assertThat(PanicNote.of(self)).isNull();
        try (SharedRegion region = PanicNote.show(config)) {
            assertThat(PanicNote.of(self))
                    .isEqualTo(new PanicNote(Path.of("/a folder/of\nmine/x.png"), 640, 360, null, 7));
            Words.setIntPlain(region.address() + 8, 2);
            assertThatThrownBy(() -> PanicNote.of(self))
                    .isInstanceOf(IOException.class)
                    .hasMessage("process " + self + " has a note for its panic of version 2, and this program reads"
                            + " version 1: use the program it was started with");
            Words.setIntPlain(region.address() + 8, 1);
            Words.setBytePlain(region.address() + 16, (byte) 'x');
            assertThatThrownBy(() -> PanicNote.of(self))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("is damaged");
        }
    }
}
