package dev.ferrite.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Fields: values by key, behind the message. */
class LogFieldsTest {
    private final KernelLog log = KernelLog.create(64 * 1024);

    private LogRecord only(String message, LogFields fields) {
        log.log(LogLevel.WARNING, "nova", message, fields);
        List<LogRecord> records = log.snapshot();
        return records.getLast();
    }

    @Test
    void fieldsComeBackInOrderAndTheMessageIsUntouched() {
        LogRecord record = only(
                "ring full",
                new LogFields().with("DEVICE", "card0").with("FENCE", 17).with("NOTE", "größe = 3\nnext"));
        assertThat(record.message()).isEqualTo("ring full");
        assertThat(record.truncated()).isFalse();
        assertThat(record.fields())
                .containsExactly(entry("DEVICE", "card0"), entry("FENCE", "17"), entry("NOTE", "größe = 3\nnext"));
        StringBuilder text = new StringBuilder();
        record.fieldsTo(text);
        assertThat(text).hasToString("\n DEVICE=card0\n FENCE=17\n NOTE=größe = 3\\x0anext");
    }

    @Test
    void aRecordWithoutFieldsAfterOneWithThemHasNone() {
        only("a", new LogFields().with("K", "v"));
        log.info("nova", "b");
        assertThat(log.snapshot().getLast().fields()).isEmpty();
        log.log(LogLevel.INFO, "nova", new byte[] {'c'}, 0, 1);
        assertThat(log.snapshot().getLast().fields()).isEmpty();
    }

    @Test
    void badKeysAndNulsAreMadeGood() {
        LogRecord record =
                only("m", new LogFields().with("a=b c", "1").with("", "2").with("N", "x\0y"));
        assertThat(record.fields()).containsExactly(entry("a_b_c", "1"), entry("_", "2"), entry("N", "x\uFFFDy"));
    }

    @Test
    void fieldsThatDoNotFitAreLeftOutWholeAndTheRecordIsMarked() {
        String message = "m".repeat(log.maxMessageBytes() - 64);
        LogRecord record = only(
                message,
                new LogFields().with("FIRST", "1").with("LONG", "é".repeat(200)).with("LAST", "3"));
        assertThat(record.message()).isEqualTo(message);
        assertThat(record.fields()).containsExactly(entry("FIRST", "1"));
        assertThat(record.truncated()).isTrue();
        assertThat(record.line()).endsWith(LogRecord.TRUNCATED);
    }

    @Test
    void longestFieldsFillTheRecordToTheLastByte() {
        int room = log.maxMessageBytes() - 8; // behind a message of one word and a name of 40 bytes
        String name = "s".repeat(40);
        String fits = "v".repeat(room - 2);
        log.log(LogLevel.INFO, name, "m", new LogFields().with("K", fits));
        assertThat(log.snapshot().getLast().fields()).containsExactly(entry("K", fits));
        log.log(LogLevel.INFO, name, "m", new LogFields().with("K", fits + "v"));
        assertThat(log.snapshot().getLast().fields()).isEmpty();
        assertThat(log.snapshot().getLast().truncated()).isTrue();
    }

    @Test
    void textsOfOtherScriptsFillARecordToItsEnd() {
        String message = "m".repeat(log.maxMessageBytes() - 340);
        for (String letter : new String[] {"é", "漢", "x", "漢", "x"}) { // the JDK's way, the other one, and back
            int bytes = letter.getBytes(StandardCharsets.UTF_8).length;
            String value = letter.repeat(300 / bytes);
            for (int i = 0; i <= LogText.LEAST_PATIENCE; i++) {
                LogRecord record = only(message, new LogFields().with("K", value));
                assertThat(record.truncated()).isFalse();
                assertThat(record.message()).isEqualTo(message);
                assertThat(record.fields()).containsExactly(entry("K", value));
            }
        }
    }

    @Test
    void messageLongerThanTheLogTakesLeavesNoRoomForFields() {
        LogRecord record = only("x".repeat(10_000), new LogFields().with("K", "v"));
        assertThat(record.truncated()).isTrue();
        assertThat(record.fields()).isEmpty();
        // Even in the smallest log, where a record takes a quarter of all slots, what does not fit is cut, not an
        // error.
        KernelLog small = KernelLog.create(4096);
        small.info("s", "y".repeat(1 << 20));
        LogRecord cut = small.snapshot().getLast();
        assertThat(cut.message()).matches("y+").hasSizeGreaterThanOrEqualTo(small.maxMessageBytes());
        assertThat(cut.truncated()).isTrue();
    }

    @Test
    void recordsAreCountedOnceHoweverLong() {
        log.info("s", "short");
        log.info("s", "long ".repeat(100));
        log.info("s", "x".repeat(100_000));
        assertThat(log.written()).isEqualTo(3);
        assertThat(log.stripes().ring(0).tail()).isGreaterThan(3);
    }
}
