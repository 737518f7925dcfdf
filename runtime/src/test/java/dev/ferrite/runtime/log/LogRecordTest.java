package dev.ferrite.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogRecordTest {
    @ParameterizedTest
    @CsvSource({
        "0,                    '[    0.000000] nova: hello'",
        "1234567,              '[    0.001234] nova: hello'",
        "12345678900000,       '[12345.678900] nova: hello'",
        "999999999999999,      '[999999.999999] nova: hello'",
    })
    void lineHasDmesgsTime(long nanos, String line) {
        assertThat(record(nanos, "nova", "hello", false).line()).isEqualTo(line);
    }

    @Test
    void recordWithoutSubsystemHasNoColon() {
        assertThat(record(0, "", "hello", false).line()).isEqualTo("[    0.000000] hello");
    }

    @Test
    void eachLineOfAMessageHasTheTime() {
        assertThat(record(0, "a", "one\ntwo\n", false).line()).isEqualTo("[    0.000000] a: one\n[    0.000000] two");
    }

    @Test
    void messageCannotCommandATerminal() {
        assertThat(record(0, "a", "x\u001b[2Jy\tz\u007f\u009b", false).line())
                .isEqualTo("[    0.000000] a: x\\x1b[2Jy\tz\\x7f\\x9b");
    }

    @Test
    void cutMessageIsMarked() {
        assertThat(record(0, "a", "abc", true).line()).isEqualTo("[    0.000000] a: abc [truncated]");
    }

    @Test
    void levelsHaveTheKernelsNumbers() {
        assertThat(LogLevel.EMERG.number()).isZero();
        assertThat(LogLevel.WARNING.number()).isEqualTo(4);
        assertThat(LogLevel.DEBUG.number()).isEqualTo(7);
        for (LogLevel level : LogLevel.values()) {
            assertThat(LogLevel.of(level.number())).isEqualTo(level);
        }
        assertThatThrownBy(() -> LogLevel.of(8)).hasMessageContaining("number=8");
        assertThat(LogLevel.WARNING.shows(LogLevel.ERR)).isTrue();
        assertThat(LogLevel.WARNING.shows(LogLevel.NOTICE)).isFalse();
    }

    private static LogRecord record(long nanos, String subsystem, String message, boolean truncated) {
        return new LogRecord(0, nanos, LogLevel.INFO, 1, subsystem, message, truncated);
    }
}
