package dev.ferrite.nova.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.runtime.log.KernelLog;
import dev.ferrite.runtime.log.LogFields;
import dev.ferrite.runtime.log.LogLevel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code dmesg}, on the log of a JVM of its own. */
@Timeout(60)
class DmesgCommandTest {
    private static Process process;

    /** Logs three records, waits for a line, logs one more and ends. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] args) throws IOException {
            KernelLog log = KernelLog.system();
            log.info("first", "hello");
            log.err("disk", "two\nlines");
            log.log(LogLevel.DEBUG, "nova", "\u001b[31mred", new LogFields().with("DEVICE", "card0"));
            System.out.println("ready");
            System.in.read();
            log.info("last", "words");
        }
    }

    private static Process start() throws IOException {
        Process started = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(new BufferedReader(new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8))
                        .readLine())
                .isEqualTo("ready");
        return started;
    }

    @BeforeAll
    static void writer() throws IOException {
        process = start();
    }

    @AfterAll
    static void end() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    private static Captured dmesg(String... options) {
        String[] args = new String[options.length + 3];
        args[0] = "dmesg";
        args[1] = "--pid";
        args[2] = Long.toString(process.pid());
        System.arraycopy(options, 0, args, 3, options.length);
        Captured ran = Captured.run(args);
        assertThat(ran.code()).as(ran.err()).isEqualTo(Main.OK);
        return ran;
    }

    @Test
    void printsTheLogAsDmesgDoes() {
        assertThat(dmesg().out().lines().map(line -> line.replaceAll("\\d", "0")))
                .containsExactly(
                        "[    0.000000] first: hello",
                        "[    0.000000] disk: two",
                        "[    0.000000] lines",
                        "[    0.000000] nova: \\x0b[00mred");
    }

    @Test
    void levelsCanBeLeftOutAndNamed() {
        assertThat(dmesg("-l", "3", "-x").out())
                .startsWith("err   : [")
                .contains("disk: two")
                .doesNotContain("hello");
        assertThat(dmesg("--level", "info").out()).contains("hello").doesNotContain("red");
        Captured wrong = Captured.run("dmesg", "--level", "loud");
        assertThat(wrong.code()).isEqualTo(Main.USAGE);
        assertThat(wrong.err()).startsWith("ferrite: --level: 'loud' is not one of emerg, alert, crit, err, warn");
    }

    @Test
    void fieldsAndTimesOfDayAndJson() {
        assertThat(dmesg("--fields").out()).contains("nova: \\x1b[31mred\n DEVICE=card0\n");
        assertThat(dmesg("-T").out().lines())
                .hasSize(4)
                .allMatch(line -> line.matches("\\[20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3}] .*"));
        assertThat(dmesg("--json").out().lines())
                .hasSize(3)
                .allMatch(line -> line.startsWith("{\"sequence\": ") && line.endsWith("}}"))
                .last()
                .asString()
                .contains("\"level\": \"debug\"")
                .contains("\"message\": \"\\u001b[31mred\"")
                .contains("\"fields\": {\"DEVICE\": \"card0\"}");
    }

    @Test
    void processesAreListed() {
        assertThat(Captured.run("dmesg", "--list").out())
                .containsPattern("(?m)^ *" + process.pid() + "  .*DmesgCommandTest\\$Writer");
    }

    @Test
    void followingEndsWithTheProcessAndMissesNothing() throws Exception {
        Process other = start();
        Thread talk = Thread.ofPlatform().start(() -> {
            try {
                Thread.sleep(300); // dmesg is most probably waiting by then; it must work either way
                other.getOutputStream().write('\n');
                other.getOutputStream().close();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        try {
            Captured ran = Captured.run("dmesg", "--follow", "--pid", Long.toString(other.pid()));
            assertThat(ran.code()).isEqualTo(Main.OK);
            assertThat(ran.lastLine()).endsWith("last: words");
            assertThat(ran.out().lines()).hasSize(5);
        } finally {
            other.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
            talk.join(20_000);
        }
    }

    @Test
    void aProcessThatIsNotThereIsOneSentence() {
        Captured ran = Captured.run("dmesg", "--pid", "1073741824");
        assertThat(ran.code()).isEqualTo(Main.FAILED);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err().strip()).isEqualTo("dmesg: there is no process 1073741824");
        assertThat(Captured.run("dmesg", "--pid", "x").code()).isEqualTo(Main.USAGE);
    }
}
