package dev.ferrite.runtime.log;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.ferrite.offheap.Words;
import dev.ferrite.runtime.share.SharedRegion;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The log of another process: a JVM that logs what it is told on its standard input. */
@Timeout(60)
class SharedLogTest {
    private Process process;
    private BufferedReader answers;

    /** The other process. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] args) throws IOException {
            KernelLog log = KernelLog.system();
            log.log(LogLevel.NOTICE, "writer", "first", new LogFields().with("KEY", "value"));
            System.out.println("ready");
            BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                if (order.equals("flood")) {
                    for (int i = 0; i < 100_000; i++) {
                        log.info("writer", "flood " + i + " of " + i);
                    }
                } else {
                    log.info("writer", order);
                }
                System.out.println("done");
            }
        }
    }

    @BeforeEach
    void start() throws IOException {
        process = writer();
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        assertThat(answers.readLine()).isEqualTo("ready");
    }

    @AfterEach
    void stop() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    private static Process writer() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private void tell(String order) throws IOException {
        OutputStream orders = process.getOutputStream();
        orders.write((order + "\n").getBytes(StandardCharsets.UTF_8));
        orders.flush();
        assertThat(answers.readLine()).isEqualTo("done");
    }

    @Test
    void whatAnotherProcessLoggedIsReadWithItsFieldsAndTime() throws IOException {
        SharedLog log = SharedLog.open(process.pid());
        List<LogRecord> records = log.snapshot();
        assertThat(records).hasSize(1);
        LogRecord record = records.getFirst();
        assertThat(record.subsystem()).isEqualTo("writer");
        assertThat(record.message()).isEqualTo("first");
        assertThat(record.level()).isEqualTo(LogLevel.NOTICE);
        assertThat(record.fields()).containsExactly(entry("KEY", "value"));
        assertThat(Duration.between(log.time(record), Instant.now()).abs()).isLessThan(Duration.ofSeconds(60));
        assertThat(log.owner().pid()).isEqualTo(process.pid());
        assertThat(SharedLog.owners())
                .anyMatch(
                        owner -> owner.pid() == process.pid() && owner.command().contains("SharedLogTest$Writer"));
    }

    @Test
    void aReaderFollowsAndCountsWhatItMissed() throws Exception {
        LogReader reader = SharedLog.open(process.pid()).reader();
        assertThat(requireNonNull(reader.poll()).message()).isEqualTo("first");
        assertThat(reader.poll()).isNull();
        tell("second");
        LogRecord second = reader.poll();
        for (int tries = 0; second == null && tries < 1000; tries++) {
            reader.await(TimeUnit.SECONDS.toNanos(1));
            second = reader.poll();
        }
        assertThat(requireNonNull(second).message()).isEqualTo("second");
        tell("flood");
        long read = 0;
        String last = "";
        for (LogRecord record = reader.poll(); record != null; record = reader.poll()) {
            assertThat(record.message()).matches("flood (\\d+) of \\1");
            last = record.message();
            read++;
        }
        assertThat(last).isEqualTo("flood 99999 of 99999");
        assertThat(read + reader.lost()).isEqualTo(100_000);
        assertThat(read).isBetween(1000L, 2048L);
    }

    @Test
    void theLogOfAProcessThatEndedIsReadToItsEndByWhoHadItOpen() throws Exception {
        SharedLog log = SharedLog.open(process.pid());
        assertThat(log.isAlive()).isTrue();
        tell("last words");
        process.getOutputStream().close();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(log.isAlive()).isFalse();
        assertThat(log.snapshot().getLast().message()).isEqualTo("last words");
        assertThatThrownBy(() -> SharedLog.open(process.pid()))
                .isInstanceOf(IOException.class)
                .hasMessageMatching("there is no process \\d+|process \\d+ does not show a kernel log");
    }

    @Test
    void severalProcessesAreNamedAndOneMustBeChosen() throws Exception {
        Process second = writer();
        try {
            assertThat(new BufferedReader(new InputStreamReader(second.getInputStream(), StandardCharsets.UTF_8))
                            .readLine())
                    .isEqualTo("ready");
            assertThatThrownBy(SharedLog::openOnly)
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("several processes show a kernel log, name one with --pid: ")
                    .hasMessageContaining(process.pid() + " (")
                    .hasMessageContaining(second.pid() + " (");
        } finally {
            second.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void ourOwnMemoryIsNotAmongTheOthers() {
        KernelLog.system().info("test", "here");
        assertThat(SharedLog.owners())
                .noneMatch(owner -> owner.pid() == ProcessHandle.current().pid());
    }

    @Test
    void aProcessWithoutALogIsOneSentence() {
        assertThatThrownBy(() -> SharedLog.open(1 << 30))
                .isInstanceOf(IOException.class)
                .hasMessage("there is no process " + (1 << 30));
        assertThatThrownBy(() -> SharedLog.open(
                        ProcessHandle.current().parent().orElseThrow().pid()))
                .isInstanceOf(IOException.class)
                .hasMessageMatching("process \\d+ does not (show a kernel log|let us look: .*)");
    }

    @Test
    void anotherVersionAndDamageAreOneSentenceEach() throws Exception {
        try (SharedRegion region = SharedRegion.create(LogHeader.REGION + "-test", LogStripes.bytes(32, 2))) {
            String name = LogHeader.REGION + "-test";
            assertThatThrownBy(() -> LogHeader.check(SharedLogViews.ofThisProcess(name)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("is not a kernel log");
            LogHeader.write(region.address(), 32, 2);
            LogHeader.check(SharedLogViews.ofThisProcess(name));
            Words.setIntPlain(region.address() + 12, 64);
            assertThatThrownBy(() -> LogHeader.check(SharedLogViews.ofThisProcess(name)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("is damaged: 2 stripes of 64 slots in 8960 bytes");
            Words.setIntPlain(region.address() + 8, LogHeader.VERSION + 1);
            assertThatThrownBy(() -> LogHeader.check(SharedLogViews.ofThisProcess(name)))
                    .isInstanceOf(IOException.class)
                    .hasMessage(
                            "process " + ProcessHandle.current().pid() + " keeps a kernel log of version 3, and this"
                                    + " program reads version 2: use the program it was started with");
        }
    }
}
