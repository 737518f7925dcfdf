package dev.ferrite.runtime.log.slf4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.ferrite.runtime.log.KernelLog;
import dev.ferrite.runtime.log.LogConsole;
import dev.ferrite.runtime.log.LogFields;
import dev.ferrite.runtime.log.LogLevel;
import dev.ferrite.runtime.log.LogRecord;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.SubstituteLoggingEvent;
import org.slf4j.helpers.BasicMDCAdapter;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.SubstituteLogger;

/** SLF4J into the kernel log, and the kernel log into SLF4J. */
class Slf4jTest {
    private final KernelLog log = KernelLog.create(64 * 1024);
    private final BasicMDCAdapter mdc = new BasicMDCAdapter();

    private Logger logger(String name) {
        return new KernelLogger(log, name, mdc);
    }

    private LogRecord last() {
        return log.snapshot().getLast();
    }

    @Test
    void aLoggersNameIsTheSubsystemAndItsArgumentsAreFormatted() {
        logger("nova").warn("ring {} full, fence={}", 3, 17L);
        assertThat(last().subsystem()).isEqualTo("nova");
        assertThat(last().message()).isEqualTo("ring 3 full, fence=17");
        assertThat(last().level()).isEqualTo(LogLevel.WARNING);
        assertThat(last().fields()).isEmpty();

        logger("org.example.Store").error("gone", new IllegalStateException("boom"));
        assertThat(last().subsystem()).isEqualTo("Store");
        assertThat(last().level()).isEqualTo(LogLevel.ERR);
        assertThat(last().message())
                .startsWith("gone\njava.lang.IllegalStateException: boom\n\tat " + Slf4jTest.class.getName());
        assertThat(last().fields()).containsExactly(entry("LOGGER", "org.example.Store"));
    }

    @Test
    void markersPairsAndContextAreFields() {
        mdc.put("user", "ada");
        logger("a.B")
                .atInfo()
                .addMarker(new BasicMarkerFactory().getMarker("AUDIT"))
                .addKeyValue("size", 42)
                .addKeyValue("none", (Object) null)
                .log("put {}", "x");
        assertThat(last().message()).isEqualTo("put x");
        assertThat(last().fields())
                .containsExactly(
                        entry("LOGGER", "a.B"),
                        entry("MARKER", "AUDIT"),
                        entry("size", "42"),
                        entry("none", "null"),
                        entry("user", "ada"));
        mdc.clear();
    }

    @Test
    void levelsThatAreNotRecordedCostNothingAndTraceIsNever() {
        log.recordUpTo(LogLevel.INFO);
        Logger logger = logger("a");
        assertThat(logger.isDebugEnabled()).isFalse();
        assertThat(logger.isInfoEnabled()).isTrue();
        logger.debug("no");
        logger.atDebug().log("no");
        log.recordUpTo(LogLevel.DEBUG);
        assertThat(logger.isDebugEnabled()).isTrue();
        assertThat(logger.isTraceEnabled()).isFalse();
        logger.trace("no");
        assertThat(log.snapshot()).isEmpty();
        logger.debug(null);
        assertThat(last().message()).isEqualTo("null");
    }

    @Test
    void recordsGoToSlf4jWithLevelAndFields() {
        Queue<SubstituteLoggingEvent> events = new ConcurrentLinkedQueue<>();
        ILoggerFactory factory = name -> new SubstituteLogger(name, events, false);
        try (LogConsole console = log.addConsole(new Slf4jSink(factory), LogLevel.DEBUG)) {
            log.log(LogLevel.CRIT, "nova", "lost {}", new LogFields().with("DEVICE", "card0"));
            log.notice("", "up");
            assertThat(console.flush(TimeUnit.SECONDS.toNanos(10))).isTrue();
        }
        assertThat(events.stream()
                        .map(event -> event.getLevel() + " " + event.getLoggerName() + " " + event.getMessage()))
                .containsExactly("ERROR kernel.nova DEVICE=card0 lost {}", "INFO kernel up");
    }

    @Test
    void theKernelLogIsNotSentToItself() {
        assertThatThrownBy(() -> new Slf4jSink(new KernelLogProvider()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cannot be sent to SLF4J");
    }

    /** A program whose SLF4J is bound to the kernel log by the property. */
    static final class Bound {
        private Bound() {}

        public static void main(String[] args) {
            LoggerFactory.getLogger("app").info("hello {}", "kernel");
            List<LogRecord> records = KernelLog.system().snapshot();
            System.out.println(
                    records.getLast().subsystem() + "|" + records.getLast().message());
        }
    }

    @Test
    void slf4jIsBoundByOneProperty() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dslf4j.provider=" + KernelLogProvider.class.getName(),
                        "-Dslf4j.internal.verbosity=WARN",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Bound.class.getName())
                .redirectErrorStream(true)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip())
                .isEqualTo("app|hello kernel");
    }
}
