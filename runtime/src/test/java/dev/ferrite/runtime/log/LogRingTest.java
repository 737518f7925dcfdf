package dev.ferrite.runtime.log;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/** The protocol: writers that stop in the middle, and many writers against a reader. */
class LogRingTest {
    private static final int SLOTS = LogStripes.MIN_BYTES / LogSlot.SLOT;

    private final LogStripes stripes = LogStripes.create(LogStripes.MIN_BYTES, 1);
    private final LogRing ring = stripes.ring(0);
    private final LogReader reader = reader(0);
    private final LogText text = new LogText();

    @Test
    void readerWaitsForARecordThatIsBegun() {
        long stopped = ring.claim(1);
        write("after");
        assertThat(reader.poll()).isNull();
        assertThat(reader.isPending()).isTrue();
        assertThat(reader.position()).containsExactly(stopped);

        reader.abandon();
        assertThat(next()).isEqualTo("after");
        assertThat(reader.lost()).isEqualTo(1);
    }

    @Test
    void writerThatStopsInTheMiddleHoldsNobodyUpAndLosesNothing() {
        ring.claim(1); // and never published
        int written = 3 * SLOTS;
        for (int i = 0; i < written; i++) {
            write("n=" + i);
        }
        assertThat(ring.dropped()).isZero();
        LogReader late = reader(Math.max(0, ring.tail() - SLOTS));
        List<String> seen = new ArrayList<>();
        for (LogRecord record = late.poll(); record != null; record = late.poll()) {
            seen.add(record.message());
        }
        List<String> expected = new ArrayList<>();
        for (int i = written - (SLOTS - 1); i < written; i++) {
            expected.add("n=" + i);
        }
        assertThat(seen).isEqualTo(expected);
        assertThat(late.lost()).isZero();
        assertThat(late.isPending()).isFalse();
    }

    @Test
    void longRecordGoesAroundASlotThatIsHeld() {
        ring.claim(1);
        for (int i = 1; i < SLOTS - 1; i++) {
            write("fill");
        }
        String longText = "z".repeat(250); // three slots: the next ones are the last, the held one, and one more
        write(longText);
        LogReader late = reader(SLOTS - 1);
        LogRecord record = requireNonNull(late.poll());
        assertThat(record.message()).isEqualTo(longText);
        assertThat(record.sequence()).isGreaterThan(SLOTS);
        assertThat(late.lost()).isZero();
    }

    @Test
    void recordIsDroppedAndCountedWhenEverySlotIsHeld() {
        for (int i = 0; i < SLOTS; i++) {
            assertThat(ring.claim(1)).isEqualTo(i);
        }
        write("no room");
        assertThat(ring.dropped()).isEqualTo(1);
    }

    @Test
    void readerThatIsOvertakenGoesOnAndCounts() {
        long total = 0;
        long seen = 0;
        for (int round = 1; round < 20; round++) {
            for (int i = 0; i < round * SLOTS / 4; i++, total++) {
                write("n=" + total);
            }
            for (LogRecord record = reader.poll(); record != null; record = reader.poll()) {
                assertThat(record.message()).isEqualTo("n=" + (seen + reader.lost()));
                seen++;
            }
            assertThat(seen + reader.lost()).isEqualTo(total);
        }
        assertThat(reader.lost()).isGreaterThan(0);
    }

    @Test
    void everyRecordReadIsIntactWhileFourThreadsWrite() throws InterruptedException {
        int writers = 4;
        int each = 250_000;
        KernelLog log = KernelLog.create(64 * 1024);
        AtomicLong running = new AtomicLong(writers);
        List<Thread> threads = new ArrayList<>();
        for (int w = 0; w < writers; w++) {
            int writer = w;
            threads.add(Thread.ofPlatform().unstarted(() -> {
                StringBuilder message = new StringBuilder();
                for (int i = 0; i < each; i++) {
                    message.setLength(0);
                    // Of 20 to 330 bytes: one to four slots, so that lengths and neighbours always change.
                    message.append(writer).append(' ').append(i).append(' ').repeat('a' + i % 26, (i * 31) % 300);
                    long sum = checksum(message);
                    message.append(' ').append(sum);
                    log.log(LogLevel.INFO, "w", message);
                }
                running.decrementAndGet();
            }));
        }
        LogReader follower = log.reader();
        threads.forEach(Thread::start);
        long[] last = new long[writers];
        Arrays.fill(last, -1);
        long seen = 0;
        while (true) {
            boolean finished = running.get() == 0;
            LogRecord record = follower.poll();
            if (record == null) {
                if (finished) {
                    break;
                }
                Thread.onSpinWait();
                continue;
            }
            seen++;
            String message = record.message();
            int end = message.lastIndexOf(' ');
            assertThat(message.substring(end + 1))
                    .as(message)
                    .isEqualTo(String.valueOf(checksum(message.substring(0, end))));
            int writer = message.charAt(0) - '0';
            long number = Long.parseLong(message.substring(2, message.indexOf(' ', 2)));
            assertThat(number).as("order of writer %d", writer).isGreaterThan(last[writer]);
            last[writer] = number;
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(seen).isGreaterThan(100);
        assertThat(seen + follower.lost()).isGreaterThanOrEqualTo((long) writers * each - log.dropped());
        assertThat(follower.position()).isEqualTo(log.stripes().tails());
        assertThat(log.dropped()).isZero();
    }

    private static long checksum(CharSequence text) {
        CRC32 crc = new CRC32();
        for (int i = 0; i < text.length(); i++) {
            crc.update(text.charAt(i));
        }
        return crc.getValue();
    }

    private LogReader reader(long from) {
        return new LogReader(stripes, new LogWaiters(stripes), new long[] {from});
    }

    private void write(String message) {
        text.set("t", message, ring.maxText());
        ring.write(LogLevel.INFO, 0, text);
    }

    private String next() {
        return requireNonNull(reader.poll()).message();
    }
}
