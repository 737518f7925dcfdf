package dev.ferrite.locks.lockdep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.locks.Mutex;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What only a JVM of its own can show: reports that are thrown, stacks of every acquisition, the look at the end. */
class LockdepProcessTest {
    /** The program: the first argument says what it does wrong. */
    static final class Program {
        private static final Mutex<String> A = Mutex.of("", "a");
        private static final Mutex<String> B = Mutex.of("", "b");

        private Program() {}

        public static void main(String[] args) throws InterruptedException {
            if (args[0].equals("order")) {
                nest(A, B);
                firstTime();
                secondTime();
            } else {
                Thread.ofPlatform().start(A::lock).join();
            }
        }

        private static void firstTime() {
            B.lock().close();
        }

        private static void secondTime() {
            nest(B, A);
        }

        private static void nest(Mutex<String> outer, Mutex<String> inner) {
            try (var first = outer.lock();
                    var second = inner.lock()) {
                System.out.println("both held: " + (first.isHeld() && second.isHeld()));
            }
        }
    }

    private static String run(int status, String what, String... options) throws IOException, InterruptedException {
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dferrite.lockdep=true",
                "-cp",
                System.getProperty("java.class.path"));
        java.command().addAll(List.of(options));
        java.command().add(Program.class.getName());
        java.command().add(what);
        Process process = java.redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(text).isEqualTo(status);
        return text;
    }

    @Test
    void thrownReportComesBeforeTheLockAndItsStacksAreOfThisTime() throws Exception {
        String text = run(1, "order", "-Dferrite.lockdep.action=throw", "-Dferrite.lockdep.stacks=all");

        assertThat(text)
                .containsOnlyOnce("both held: true")
                .contains("KernelBug")
                .doesNotContain("as seen first");
        String held = text.substring(text.indexOf("Locks held by thread"));
        assertThat(held.substring(0, held.indexOf("Stack of thread")))
                .contains("Program.secondTime")
                .doesNotContain("firstTime");
    }

    @Test
    void firstStacksAreOfTheFirstTimeAndTheReportDoesNotStopTheProgram() throws Exception {
        String text = run(0, "order");

        assertThat(text.split("both held: true", -1)).hasSize(3);
        String held = text.substring(text.indexOf("Locks held by thread"));
        assertThat(held.substring(0, held.indexOf("Stack of thread")))
                .contains("as seen first")
                .contains("Program.firstTime");
    }

    @Test
    void threadThatEndedWithALockIsReportedAtTheEndOfTheProcess() throws Exception {
        assertThat(run(0, "exit")).contains("lockdep-held-at-exit").contains("Mutex a");
    }
}
