package dev.ferrite.runtime.panic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.runtime.log.KernelLog;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The process's own panic: in processes of its own where it ends them. */
@Timeout(120)
class PanicTest {
    @TempDir
    Path folder;

    /** Ends as its first argument says. */
    static final class Program {
        private Program() {}

        public static void main(String[] args) throws Exception {
            KernelLog.system().info("program", "about to " + args[0]);
            if (args.length > 1) {
                // More patience than people have: what ends a panic that hangs is not the subject here.
                Panic.install(PanicConfig.defaults()
                        .withPicture(Path.of(args[1]), 640, 360)
                        .withEnd(
                                Duration.ofSeconds(50),
                                () -> Runtime.getRuntime().halt(Panic.EXIT_CODE)));
            }
            Panic.catchUncaught();
            switch (args[0]) {
                case "panic" -> throw Panic.panic("the %s is %d", "count", -1);
                case "bad format" -> throw Panic.panic("%d", "no number");
                case "uncaught" -> throw new KernelBug("count=-1");
                case "uncaught elsewhere" -> {
                    Thread thread = Thread.ofVirtual().start(() -> {
                        throw new IllegalStateException(new KernelBug("count=-1"));
                    });
                    thread.join();
                    Thread.sleep(60_000);
                }
                default -> throw new IllegalStateException("no bug");
            }
        }
    }

    private record Ended(int code, String out, String err) {}

    private Ended run(String... args) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName()));
        command.addAll(List.of(args));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly().waitFor();
        }
        Ended result = new Ended(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
        assertThat(ended).as(result.toString()).isTrue();
        return result;
    }

    @ParameterizedTest
    @ValueSource(strings = {"panic", "uncaught", "uncaught elsewhere"})
    void aPanicEndsTheProcessWithItsCodeAndTheLog(String how) throws Exception {
        Path picture = folder.resolve("panic.png");
        Ended ended = run(how, picture.toString());
        assertThat(ended.code()).as(ended.err()).isEqualTo(Panic.EXIT_CODE).isEqualTo(70);
        assertThat(ended.err())
                .contains("program: about to " + how)
                .contains(
                        how.equals("panic")
                                ? "Kernel panic - not syncing: the count is -1"
                                : "Kernel panic - not syncing: count=-1")
                .contains("the screen is in " + picture)
                .doesNotContain("troubles");
        assertThat(ended.out()).isEmpty();
        assertThat(picture).isNotEmptyFile();
    }

    @Test
    void withoutPreparationAPanicStillSaysWhyAndEndsTheProcess() throws Exception {
        Ended ended = run("bad format");
        assertThat(ended.code()).isEqualTo(Panic.EXIT_CODE);
        assertThat(ended.err()).contains("program: about to bad format").contains("not syncing: %d");
    }

    @Test
    void whatIsNoBugIsPrintedAsEver() throws Exception {
        Ended ended = run("throw");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err())
                .startsWith("Exception in thread \"main\" java.lang.IllegalStateException: no bug")
                .doesNotContain("not syncing");
    }

    @Test
    void onlyABugInTheChainOfCausesIsOne() {
        KernelBug bug = new KernelBug("x");
        assertThat(Panic.bugIn(bug)).isSameAs(bug);
        assertThat(Panic.bugIn(new ExecutionException(new IllegalStateException(bug))))
                .isSameAs(bug);
        assertThat(Panic.bugIn(new IllegalStateException())).isNull();
        assertThat(Panic.bugIn(null)).isNull();
        Exception one = new Exception();
        Exception other = new Exception(one);
        one.initCause(other);
        assertThat(Panic.bugIn(one)).as("causes in a circle").isNull();
    }

    @Test
    void oneHandlerIsInstalledUntilItIsClosed() {
        AtomicInteger ends = new AtomicInteger();
        PanicConfig config = PanicConfig.defaults().withEnd(Duration.ofSeconds(50), ends::incrementAndGet);
        assertThat(Panic.isPanicking()).isFalse();
        try (PanicHandler first = Panic.install(config)) {
            assertThat(Panic.installed()).isSameAs(first);
            assertThatThrownBy(() -> Panic.install(config))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("a panic handler is installed already");
            assertThat(Panic.installed()).isSameAs(first);
        }
        assertThat(Panic.installed()).isNull();
        Panic.install(config).close();
        assertThat(ends).hasValue(0);
    }

    @Test
    void theHandlerBeforeGetsWhatIsNoBugAndComesBack() throws Exception {
        Thread.UncaughtExceptionHandler original = Thread.getDefaultUncaughtExceptionHandler();
        List<Throwable> seen = new ArrayList<>();
        Thread.UncaughtExceptionHandler before = (thread, thrown) -> seen.add(thrown);
        Thread.setDefaultUncaughtExceptionHandler(before);
        try {
            try (Panic.Uncaught uncaught = Panic.catchUncaught()) {
                assertThat(uncaught).isNotNull();
                IllegalStateException none = new IllegalStateException("no bug");
                Thread thread = Thread.ofPlatform().start(() -> {
                    throw none;
                });
                thread.join();
                assertThat(seen).containsExactly(none);
            }
            assertThat(Thread.getDefaultUncaughtExceptionHandler()).isSameAs(before);
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(original);
        }
    }

    @Test
    void valuesOutOfRangeAreNamed() {
        PanicConfig config = PanicConfig.defaults();
        assertThatThrownBy(() -> config.withPicture(Path.of("x"), 63, 64)).hasMessageContaining("width=63");
        assertThatThrownBy(() -> config.withPicture(Path.of("x"), 64, 20_000)).hasMessageContaining("height=20000");
        assertThatThrownBy(() -> config.withUrl("with a blank")).hasMessageContaining("with a blank");
        assertThatThrownBy(() -> config.withUrl("x".repeat(1001))).hasMessageContaining("at most 1000");
        assertThatThrownBy(() -> config.withPrinted(2, -1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> config.withEnd(Duration.ZERO, () -> {})).hasMessageContaining("PT0S");
    }
}
