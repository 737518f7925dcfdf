package dev.ferrite.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.offheap.diag.Warn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LogConsoleTest {
    private final KernelLog log = KernelLog.create(KernelLog.DEFAULT_BYTES);

    @Test
    void consolePrintsWhatItsLevelShowsInOrder() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        log.info("t", "before");
        try (LogConsole console =
                log.addConsole(new PrintStream(out, false, StandardCharsets.UTF_8), LogLevel.NOTICE)) {
            log.info("t", "too chatty");
            log.notice("t", "one");
            log.err("t", "zwei ü");
            log.emerg("t", "three");
            assertThat(console.flush(TimeUnit.SECONDS.toNanos(30))).isTrue();
        }
        assertThat(out.toString(StandardCharsets.UTF_8).lines().map(line -> line.substring(line.indexOf(']') + 2)))
                .containsExactly("t: one", "t: zwei ü", "t: three");
    }

    @Test
    void consoleCanBeginWithWhatIsInTheRing() {
        log.info("t", "before");
        List<String> seen = new ArrayList<>();
        try (LogConsole console = log.addConsole(record -> seen.add(record.message()), LogLevel.DEBUG, log.reader())) {
            log.info("t", "after");
            console.flush(TimeUnit.SECONDS.toNanos(30));
            assertThat(seen).containsExactly("before", "after");
        }
        LogReader other = KernelLog.create(LogStripes.MIN_BYTES).reader();
        assertThatThrownBy(() -> log.addConsole(record -> {}, LogLevel.DEBUG, other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("of another one");
    }

    @Test
    void closePrintsWhatWasLoggedBefore() {
        for (int round = 0; round < 50; round++) {
            List<String> seen = Collections.synchronizedList(new ArrayList<>());
            LogConsole console = log.addConsole(record -> seen.add(record.message()), LogLevel.DEBUG);
            for (int i = 0; i < 100; i++) {
                log.info("t", "n=%d", i);
            }
            console.close();
            console.close();
            assertThat(seen).hasSize(100);
            assertThat(console.isAttached()).isFalse();
        }
    }

    @Test
    void idleConsoleIsWokenByTheNextRecord() throws InterruptedException {
        CountDownLatch[] came = new CountDownLatch[200];
        for (int i = 0; i < came.length; i++) {
            came[i] = new CountDownLatch(1);
        }
        try (LogConsole console =
                log.addConsole(record -> came[Integer.parseInt(record.message())].countDown(), LogLevel.DEBUG)) {
            long begin = System.nanoTime();
            for (int i = 0; i < came.length; i++) {
                log.info("t", Integer.toString(i));
                assertThat(came[i].await(30, TimeUnit.SECONDS)).isTrue();
            }
            // Were wake-ups lost, each would cost the idle second.
            assertThat(System.nanoTime() - begin).isLessThan(TimeUnit.SECONDS.toNanos(50));
            assertThat(console.isAttached()).isTrue();
        }
    }

    @Test
    void slowConsoleHoldsNoWriterUpAndSaysWhatItLost() throws InterruptedException {
        KernelLog small = KernelLog.create(LogStripes.MIN_BYTES);
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        LogConsole console = small.addConsole(
                record -> {
                    seen.add(record.message());
                    inside.countDown();
                    await(go);
                },
                LogLevel.DEBUG);
        small.info("t", "first");
        assertThat(inside.await(30, TimeUnit.SECONDS)).isTrue();
        for (int i = 0; i < 1_000; i++) {
            small.info("t", "n=%d", i);
        }
        go.countDown();
        assertThat(console.flush(TimeUnit.SECONDS.toNanos(30))).isTrue();
        console.close();
        assertThat(seen.get(0)).isEqualTo("first");
        assertThat(seen.get(1)).isEqualTo("968 records were overwritten before this console could print them");
        assertThat(seen.subList(2, seen.size())).hasSize(32).startsWith("n=968").endsWith("n=999");
    }

    @Test
    void sinkThatThrowsIsDetachedAndNothingElseSuffers() {
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        LogConsole bad = log.addConsole(
                record -> {
                    throw new IllegalStateException("broken pipe");
                },
                LogLevel.DEBUG);
        try (LogConsole good = log.addConsole(record -> seen.add(record.message()), LogLevel.DEBUG)) {
            log.info("t", "hello");
            bad.flush(TimeUnit.SECONDS.toNanos(30));
            bad.close();
            good.flush(TimeUnit.SECONDS.toNanos(30));
        }
        assertThat(bad.isAttached()).isFalse();
        assertThat(log.snapshot()).extracting(LogRecord::message).anyMatch(m -> m.contains("broken pipe"));
        assertThat(seen.getFirst()).isEqualTo("hello");
    }

    @Test
    void flushFromInsideTheSinkDoesNotDeadlock() {
        AtomicLong flushed = new AtomicLong();
        try (LogConsole console = log.addConsole(
                record -> {
                    log.flush();
                    flushed.incrementAndGet();
                },
                LogLevel.DEBUG)) {
            log.info("t", "hello");
            assertThat(console.flush(TimeUnit.SECONDS.toNanos(30))).isTrue();
        }
        assertThat(flushed).hasValue(1);
    }

    @Test
    void nothingIsLostAtExit() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ExitProgram.class.getName())
                .redirectErrorStream(true)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        assertThat(out.lines()).hasSize(500);
        assertThat(out.lines().toList().getLast()).endsWith("t: n=499");
    }

    /** Logs and ends, without closing its console. */
    static final class ExitProgram {
        private ExitProgram() {}

        public static void main(String[] arguments) {
            KernelLog.system().addConsole(System.out, LogLevel.DEBUG);
            for (int i = 0; i < 500; i++) {
                KernelLog.system().info("t", "n=%d", i);
            }
            System.exit(0);
        }
    }

    @Test
    void warningsGoToTheLogUntilTheRouteIsClosed() {
        List<String> before = new ArrayList<>();
        var old = Warn.sink((category, message, site) -> before.add(message));
        try {
            try (KernelLog.WarnRoute route = log.installWarnSink()) {
                assertThat(route).isNotNull();
                Warn.warn("test-category", "refcount=3");
            }
            Warn.warn("test-category", "after");
        } finally {
            Warn.sink(old);
        }
        assertThat(before).containsExactly("after");
        LogRecord record = log.snapshot().getFirst();
        assertThat(record.level()).isEqualTo(LogLevel.WARNING);
        assertThat(record.message())
                .startsWith("test-category: refcount=3\n at ")
                .contains("warningsGoToTheLogUntilTheRouteIsClosed");
    }

    @Test
    void onceLetsOneThrough() {
        Once once = new Once();
        assertThat(once.first()).isTrue();
        assertThat(once.first()).isFalse();
    }

    @Test
    void rateLimitLetsABurstThroughAndSaysHowManyItKept() {
        AtomicLong clock = new AtomicLong();
        RateLimit limit = new RateLimit(1_000, 3, clock::get);
        int through = 0;
        for (int i = 0; i < 10; i++) {
            through += limit.permit(log, "t") ? 1 : 0;
        }
        assertThat(through).isEqualTo(3);
        assertThat(log.snapshot()).isEmpty();
        clock.set(1_000);
        assertThat(limit.permit(log, "t")).isTrue();
        assertThat(log.snapshot()).extracting(LogRecord::message).containsExactly("7 messages suppressed");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
