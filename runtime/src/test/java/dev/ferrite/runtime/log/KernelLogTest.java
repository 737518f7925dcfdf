package dev.ferrite.runtime.log;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelLogTest {
    private static final int SMALL = LogStripes.MIN_BYTES;
    private static final int SMALL_SLOTS = SMALL / LogSlot.SLOT;

    private final KernelLog log = KernelLog.create(SMALL);

    @Test
    void recordComesBackAsItWasMade() {
        log.log(LogLevel.NOTICE, "nova", "registered card0");

        LogRecord record = only();

        assertThat(record.level()).isEqualTo(LogLevel.NOTICE);
        assertThat(record.subsystem()).isEqualTo("nova");
        assertThat(record.message()).isEqualTo("registered card0");
        assertThat(record.threadId()).isEqualTo(Thread.currentThread().threadId());
        assertThat(record.sequence()).isZero();
        assertThat(record.truncated()).isFalse();
        assertThat(record.nanos()).isBetween(0L, TimeUnit.MINUTES.toNanos(10));
        assertThat(record.line()).matches("\\[ +\\d+\\.\\d{6}] nova: registered card0");
    }

    @Test
    void recordsKeepTheirOrderAndTimesDoNotFallBack() {
        for (int i = 0; i < 20; i++) {
            log.info("t", "n=%d", i);
        }
        List<LogRecord> records = log.snapshot();
        assertThat(records).extracting(LogRecord::message).containsExactlyElementsOf(numbered(0, 20));
        assertThat(records).extracting(LogRecord::nanos).isSorted();
    }

    @Test
    void eachLevelHasItsCall() {
        log.emerg("t", "0");
        log.alert("t", "1");
        log.crit("t", "2");
        log.err("t", "3");
        log.warn("t", "4");
        log.notice("t", "5");
        log.info("t", "6");
        log.debug("t", "7");
        log.emerg("t", "%d", 0);
        log.alert("t", "%d", 1);
        log.crit("t", "%d", 2);
        log.err("t", "%d", 3);
        log.warn("t", "%d", 4);
        log.notice("t", "%d", 5);
        log.info("t", "%d", 6);
        log.debug("t", "%d", 7);
        assertThat(log.snapshot())
                .hasSize(16)
                .allSatisfy(record -> assertThat(record.message())
                        .isEqualTo("" + record.level().number()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "12345678",
                "123456789",
                "Grüße aus Köln",
                "é",
                "Λάδι 磁性流体 \uD83D\uDC27!",
                "\0zero\0",
                "line one\nline two"
            })
    void textComesBackUnchanged(String text) {
        log.info("t", text);
        log.log(LogLevel.INFO, "t", CharBuffer.wrap(text));
        byte[] utf8 = ("<" + text + ">").getBytes(StandardCharsets.UTF_8);
        log.log(LogLevel.INFO, "t", utf8, 1, utf8.length - 2);
        assertThat(log.snapshot()).extracting(LogRecord::message).containsExactly(text, text, text);
    }

    @Test
    void randomTextOfAnyLengthComesBackUnchanged() {
        Random random = new Random(42);
        KernelLog big = KernelLog.create(KernelLog.DEFAULT_BYTES);
        LogReader reader = big.reader();
        for (int i = 0; i < 5_000; i++) {
            String text = randomText(random, random.nextInt(500));
            String subsystem = randomText(random, random.nextInt(10));
            big.log(LogLevel.INFO, subsystem, text);
            LogRecord record = requireNonNull(reader.poll());
            assertThat(record.message()).isEqualTo(text);
            assertThat(record.subsystem()).isEqualTo(subsystem);
            assertThat(record.truncated()).isFalse();
        }
        assertThat(reader.lost()).isZero();
    }

    @Test
    void loneSurrogateBecomesAQuestionMark() {
        log.info("t", "a\uD83Db\uDC27");
        assertThat(only().message()).isEqualTo("a?b?");
    }

    @Test
    void longestMessageIsWholeAndOneMoreByteIsCut() {
        KernelLog big = KernelLog.create(KernelLog.DEFAULT_BYTES);
        String longest = "x".repeat(big.maxMessageBytes());
        big.info("s".repeat(40), longest);
        big.info("s".repeat(41), longest + "y");
        assertThat(big.snapshot()).extracting(LogRecord::message).containsExactly(longest, longest);
        assertThat(big.snapshot()).extracting(LogRecord::truncated).containsExactly(false, true);
        assertThat(big.snapshot()).extracting(LogRecord::subsystem).containsOnly("s".repeat(40));
        assertThat(big.snapshot().get(1).line()).endsWith("x [truncated]");
    }

    @Test
    void messageLargerThanTheWholeLogIsCutAndTheLogGoesOn() {
        KernelLog small = KernelLog.create(4096);
        small.info("test", "before");
        small.info("test", "x".repeat(1 << 20));
        small.info("test", "after");
        List<LogRecord> records = small.snapshot();
        assertThat(records).extracting(LogRecord::truncated).containsExactly(false, true, false);
        assertThat(records.get(1).message()).matches("x+").hasSizeBetween(small.maxMessageBytes(), 4096);
        assertThat(records).extracting(LogRecord::message).startsWith("before").endsWith("after");
    }

    @Test
    void messageIsCutBetweenCharacters() {
        KernelLog big = KernelLog.create(KernelLog.DEFAULT_BYTES);
        for (int shift = 0; shift < 4; shift++) {
            String text = "x".repeat(shift) + "\uD83D\uDC27".repeat(2_000);
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            big.log(LogLevel.INFO, "t", text);
            big.log(LogLevel.INFO, "t", utf8, 0, utf8.length);
        }
        assertThat(big.snapshot()).hasSize(8).allSatisfy(record -> {
            assertThat(record.truncated()).isTrue();
            assertThat(record.message())
                    .doesNotContain("?")
                    .doesNotContain("\uFFFD")
                    .endsWith("\uD83D\uDC27");
        });
    }

    @Test
    void bytesThatAreNoUtf8AreReplaced() {
        log.log(LogLevel.INFO, "t", new byte[] {'a', (byte) 0xff, 'b'}, 0, 3);
        assertThat(only().message()).isEqualTo("a\uFFFDb");
        assertThatThrownBy(() -> log.log(LogLevel.INFO, "t", new byte[3], 2, 2))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void badFormatIsLoggedAsItStands() {
        log.info("t", "%d things", "three");
        log.info("t", "100% of %s");
        assertThat(log.snapshot().get(0).message()).startsWith("%d things (not formatted: ");
        assertThat(log.snapshot().get(1).message()).isEqualTo("100% of %s");
    }

    @Test
    void textThatThrowsLogsNothingAndLeavesNoHole() {
        CharSequence bad = new CharSequence() {
            @Override
            public int length() {
                return 3;
            }

            @Override
            public char charAt(int index) {
                throw new IllegalStateException("no text today");
            }

            @Override
            public CharSequence subSequence(int start, int end) {
                return this;
            }
        };
        assertThatThrownBy(() -> log.log(LogLevel.INFO, "t", bad)).hasMessage("no text today");
        log.info("t", "next");
        assertThat(only().message()).isEqualTo("next");
        assertThat(only().sequence()).isZero();
    }

    @Test
    void textThatLogsInItsOwnMethodsIsNotGarbled() {
        CharSequence chatty = new CharSequence() {
            @Override
            public int length() {
                return 3;
            }

            @Override
            public char charAt(int index) {
                log.info("inner", "charAt called");
                return (char) ('a' + index);
            }

            @Override
            public CharSequence subSequence(int start, int end) {
                return this;
            }
        };
        log.log(LogLevel.INFO, "outer", chatty);
        List<LogRecord> records = log.snapshot();
        assertThat(records.getLast().message()).isEqualTo("abc");
        assertThat(records.getLast().subsystem()).isEqualTo("outer");
        assertThat(records.getFirst().message()).isEqualTo("charAt called");
    }

    @Test
    void oldestAreOverwrittenAndCounted() {
        LogReader reader = log.reader();
        for (int i = 0; i < SMALL_SLOTS + 5; i++) {
            log.info("t", "n=%d", i);
        }
        assertThat(log.snapshot())
                .extracting(LogRecord::message)
                .containsExactlyElementsOf(numbered(5, SMALL_SLOTS + 5));
        assertThat(log.snapshot().getFirst().sequence()).isEqualTo(5);

        assertThat(drain(reader))
                .extracting(LogRecord::message)
                .containsExactlyElementsOf(numbered(5, SMALL_SLOTS + 5));
        assertThat(reader.lost()).isEqualTo(5);
    }

    @Test
    void overwrittenLongRecordIsNeverReadInPart() {
        String text = "y".repeat(300); // three slots
        for (int i = 0; i < 40; i++) {
            log.info("t", text);
            log.info("t", "short");
        }
        assertThat(log.snapshot())
                .hasSizeGreaterThan(10)
                .extracting(LogRecord::message)
                .containsOnly(text, "short");
    }

    @Test
    void followerBeginsWithWhatIsLoggedFromNowOn() throws InterruptedException {
        log.info("t", "n=0");
        LogReader reader = log.follower();
        assertThat(reader.poll()).isNull();
        log.info("t", "n=1");
        assertThat(drain(reader)).extracting(LogRecord::message).containsExactly("n=1");
        assertThat(reader.poll()).isNull();

        CountDownLatch done = new CountDownLatch(1);
        List<String> seen = new ArrayList<>();
        Thread follower = Thread.ofPlatform().start(() -> {
            try {
                while (seen.size() < 3) {
                    LogRecord record = reader.poll();
                    if (record == null) {
                        reader.await(TimeUnit.SECONDS.toNanos(30));
                    } else {
                        seen.add(record.message());
                    }
                }
            } catch (InterruptedException e) {
                seen.add("interrupted");
            }
            done.countDown();
        });
        for (int i = 2; i < 5; i++) {
            log.info("t", "n=%d", i);
        }
        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        follower.join();
        assertThat(seen).containsExactly("n=2", "n=3", "n=4");
    }

    @Test
    void interruptedWaitThrows() {
        LogReader reader = log.reader();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> reader.await(1)).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void levelsBelowTheThresholdAreNotRecorded() {
        log.recordUpTo(LogLevel.WARNING);
        log.info("t", "no");
        log.info("t", "no %d", 1);
        log.log(LogLevel.DEBUG, "t", CharBuffer.wrap("no"));
        log.warn("t", "yes");
        assertThat(log.records(LogLevel.NOTICE)).isFalse();
        assertThat(only().message()).isEqualTo("yes");
        assertThat(log.written()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1000, 2048, 5000, 1 << 30 | 1})
    void sizeThatIsNoPowerOfTwoInRangeIsRefused(int size) {
        assertThatThrownBy(() -> KernelLog.create(size)).hasMessageContaining("size=" + size);
    }

    @Test
    void systemLogIsAlwaysTheSame() {
        assertThat(KernelLog.system()).isSameAs(KernelLog.system());
    }

    @Test
    void loggingATextAllocatesNothing() {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        String ascii = "registered card0 with 64 MiB";
        String other = "Grüße, 磁性流体";
        String longer = "z".repeat(200);
        byte[] bytes = ascii.getBytes(StandardCharsets.UTF_8);
        CharSequence buffer = CharBuffer.wrap(ascii);
        long before = 0;
        for (int i = 0; i < 20_000; i++) {
            if (i == 10_000) {
                before = threads.getCurrentThreadAllocatedBytes();
            }
            log.log(LogLevel.INFO, "nova", ascii);
            log.log(LogLevel.INFO, "nova", other);
            log.log(LogLevel.INFO, "nova", longer);
            log.log(LogLevel.INFO, "nova", buffer);
            log.log(LogLevel.INFO, "nova", bytes, 0, bytes.length);
        }
        // 50,000 records: one byte each would show; the bean itself allocates a little.
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000);
    }

    private LogRecord only() {
        assertThat(log.snapshot()).hasSize(1);
        return log.snapshot().getFirst();
    }

    private static List<LogRecord> drain(LogReader reader) {
        List<LogRecord> records = new ArrayList<>();
        for (LogRecord record = reader.poll(); record != null; record = reader.poll()) {
            records.add(record);
        }
        return records;
    }

    private static List<String> numbered(int from, int to) {
        List<String> lines = new ArrayList<>();
        for (int i = from; i < to; i++) {
            lines.add("n=" + i);
        }
        return lines;
    }

    private static String randomText(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            int point = switch (random.nextInt(8)) {
                case 0 -> 0x80 + random.nextInt(0x700);
                case 1 -> 0x4e00 + random.nextInt(0x1000);
                case 2 -> 0x1f300 + random.nextInt(0x100);
                default -> 'a' + random.nextInt(26);
            };
            text.appendCodePoint(point);
        }
        return text.toString();
    }
}
