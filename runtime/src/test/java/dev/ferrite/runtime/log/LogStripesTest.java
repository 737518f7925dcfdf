package dev.ferrite.runtime.log;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several stripes are read as one log. */
@Timeout(120)
class LogStripesTest {
    private static final int SLOTS = LogStripes.MIN_BYTES / LogSlot.SLOT;

    private final LogStripes log = LogStripes.create(LogStripes.MIN_BYTES, 4);
    private final LogText text = new LogText();

    private LogReader reader() {
        return new LogReader(log, new LogWaiters(log), log.oldest());
    }

    private void write(int stripe, long nanos, String message) {
        write(log, text, stripe, nanos, message);
    }

    private static void write(LogStripes log, LogText text, int stripe, long nanos, String message) {
        text.set("t", message, log.maxText());
        log.ring(stripe).write(LogLevel.INFO, nanos, text);
    }

    private static List<String> drain(LogReader reader) {
        List<String> seen = new ArrayList<>();
        for (LogRecord record = reader.poll(); record != null; record = reader.poll()) {
            seen.add(record.message());
        }
        return seen;
    }

    @Test
    void recordsOfAllStripesComeInTheOrderOfTheirTimes() {
        write(2, 30, "c");
        write(0, 10, "a");
        write(3, 40, "d");
        write(0, 20, "b");
        write(1, 50, "e");
        assertThat(drain(reader())).containsExactly("a", "b", "c", "d", "e");
        assertThat(reader().upTo(log.tails())).extracting(LogRecord::stripe).containsExactly(0, 0, 2, 3, 1);
        assertThat(log.records()).isEqualTo(5);
    }

    @Test
    void recordsOfOneStripeComeInTheOrderOfTheirNumbersWhateverTheirTimes() {
        write(0, 30, "first");
        write(0, 10, "second");
        write(1, 20, "other");
        assertThat(drain(reader())).containsExactly("other", "first", "second");
    }

    @Test
    void followerGoesOnWhereAnyStripeGrows() {
        LogReader reader = reader();
        write(0, 1, "a");
        assertThat(drain(reader)).containsExactly("a");
        assertThat(reader.isAtEnd()).isTrue();
        write(3, 2, "b");
        assertThat(reader.isAtEnd()).isFalse();
        assertThat(drain(reader)).containsExactly("b");
        write(0, 3, "c");
        write(3, 4, "d");
        assertThat(drain(reader)).containsExactly("c", "d");
        assertThat(reader.position()).isEqualTo(log.tails());
    }

    @Test
    void recordThatIsBegunHoldsUpTheOthersUntilItIsGivenUp() {
        LogReader reader = reader();
        log.ring(1).claim(1);
        write(0, 1, "a");
        write(1, 2, "b");
        assertThat(reader.poll()).isNull();
        assertThat(reader.isPending()).isTrue();
        assertThat(reader().upTo(log.tails())).extracting(LogRecord::message).containsExactly("a", "b");
        reader.abandon();
        assertThat(reader.isPending()).isFalse();
        assertThat(drain(reader)).containsExactly("a", "b");
        assertThat(reader.lost()).isEqualTo(1);
    }

    @Test
    void floodInOneStripeLeavesTheOthers() {
        LogReader slow = reader();
        write(0, 1, "quiet");
        for (int i = 0; i < 3 * SLOTS; i++) {
            write(1, 10 + i, "n=" + i);
        }
        write(0, 1_000, "last");
        List<String> seen = drain(slow);
        assertThat(seen)
                .hasSize(SLOTS + 2)
                .startsWith("quiet", "n=" + 2 * SLOTS)
                .endsWith("n=" + (3 * SLOTS - 1), "last");
        assertThat(slow.lost()).isEqualTo(2 * SLOTS);
        assertThat(reader().upTo(log.tails())).extracting(LogRecord::message).isEqualTo(seen);
    }

    @Test
    void headThatWasReadIsNotLostWhenItIsOverwritten() {
        LogReader reader = reader();
        write(0, 50, "kept");
        log.ring(1).claim(1); // the poll below looks at both, and ends here
        assertThat(reader.poll()).isNull();
        for (int i = 0; i < 2 * SLOTS; i++) {
            write(0, 100 + i, "n=" + i);
        }
        reader.abandon();
        assertThat(requireNonNull(reader.poll()).message()).isEqualTo("kept");
        assertThat(requireNonNull(reader.poll()).message()).isEqualTo("n=" + SLOTS);
    }

    @Test
    void tailIsTheEndOfWhatAReaderReads() {
        Random random = new Random(7);
        KernelLog whole = KernelLog.create(LogStripes.MIN_BYTES);
        LogStripes stripes = whole.stripes();
        LogTail tail = new LogTail(whole);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = arena.allocate(64 * 1024);
            for (int i = 0; i < 500; i++) {
                write(
                        stripes,
                        text,
                        random.nextInt(stripes.count()),
                        random.nextInt(3) + i * 2L,
                        "n=" + i + "x".repeat(i % 150));
                List<String> lines =
                        whole.snapshot().stream().map(LogRecord::line).toList();
                int most = 1 + random.nextInt(20);
                long from = tail.copy(memory, most);
                String got = new String(
                        memory.asSlice(from).toArray(java.lang.foreign.ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
                List<String> expected = lines.subList(Math.max(0, lines.size() - most), lines.size());
                assertThat(tail.records()).isEqualTo(expected.size());
                assertThat(got.lines().toList()).as("record %d", i).isEqualTo(expected);
            }
        }
    }

    /**
     * What was logged before, by this thread or by one that waited for it, comes first, whichever stripes they are in and
     * whenever the reader looks. The stamps are those of a clock that all agree on.
     */
    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void whatWasLoggedBeforeIsReadBefore(int stripes) throws InterruptedException {
        int rounds = 200_000;
        LogStripes big = LogStripes.create(1 << 20, stripes);
        AtomicLong clock = new AtomicLong();
        AtomicLong turn = new AtomicLong();
        Thread[] writers = new Thread[2];
        for (int w = 0; w < 2; w++) {
            int me = w;
            writers[w] = Thread.ofPlatform().start(() -> {
                LogText own = new LogText();
                Random random = new Random(me);
                for (int i = me; i < rounds; i += 2) {
                    while (turn.get() != i) {
                        Thread.onSpinWait();
                        if (random.nextInt(1_000) == 0) {
                            Thread.yield();
                        }
                    }
                    write(big, own, random.nextInt(stripes), clock.getAndIncrement(), Integer.toString(i));
                    turn.set(i + 1L);
                }
            });
        }
        LogReader reader = new LogReader(big, new LogWaiters(big), big.oldest());
        int last = -1;
        long seen = 0;
        while (last < rounds - 1) {
            LogRecord record = reader.poll();
            if (record == null) {
                Thread.onSpinWait();
                continue;
            }
            int number = Integer.parseInt(record.message());
            assertThat(number).isGreaterThan(last);
            last = number;
            seen++;
        }
        for (Thread writer : writers) {
            writer.join();
        }
        assertThat(seen + reader.lost()).isEqualTo(rounds);
        assertThat(Arrays.stream(big.tails()).sum()).isEqualTo(rounds);
    }
}
