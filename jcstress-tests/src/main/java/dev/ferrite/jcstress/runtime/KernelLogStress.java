package dev.ferrite.jcstress.runtime;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.ferrite.runtime.log.KernelLog;
import dev.ferrite.runtime.log.LogLevel;
import dev.ferrite.runtime.log.LogReader;
import dev.ferrite.runtime.log.LogRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * What {@link KernelLog} promises: nobody reads a record that is not whole, nor those of one thread out of order.
 *
 * <p>All states of a test share one log. That of the first two has 32 slots, so that writers are always overwriting what
 * somebody reads, and a record there is one letter, its sender's, repeated over one slot or three.
 */
public final class KernelLogStress {
    private static final int SMALLEST = 4096;
    private static final int TORN = -1;
    private static final String[] SHORT = {"a".repeat(40), "b".repeat(40)};
    private static final String[] LONG = {"c".repeat(250), "d".repeat(250)};

    private KernelLogStress() {}

    /** 0 for no record, 1 for a whole one. */
    private static int judge(@Nullable LogRecord record) {
        if (record == null) {
            return 0;
        }
        for (String[] texts : List.of(SHORT, LONG)) {
            for (String text : texts) {
                if (record.message().equals(text)) {
                    return 1;
                }
            }
        }
        return TORN;
    }

    private static int judge(List<LogRecord> records) {
        int worst = records.isEmpty() ? 0 : 1;
        for (LogRecord record : records) {
            worst = Math.min(worst, judge(record));
        }
        return worst;
    }

    @JCStressTest
    @Description("A reader that a writer overtakes sees a whole record, or none.")
    @Outcome(
            id = {"0", "1"},
            expect = ACCEPTABLE,
            desc = "A whole record, or none.")
    @Outcome(expect = FORBIDDEN, desc = "Parts of two records.")
    @State
    public static class ReaderOvertaken {
        private static final KernelLog LOG = KernelLog.create(SMALLEST);

        @Actor
        public void writer() {
            for (int lap = 0; lap < 4; lap++) {
                LOG.log(LogLevel.INFO, "w", SHORT[0]);
                LOG.log(LogLevel.INFO, "w", LONG[1]);
            }
        }

        @Actor
        public void reader(I_Result r) {
            LogReader reader = LOG.reader();
            int worst = 1;
            boolean any = false;
            for (LogRecord record = reader.poll(); record != null; record = reader.poll()) {
                any = true;
                worst = Math.min(worst, judge(record));
            }
            r.r1 = any ? worst : 0;
        }
    }

    @JCStressTest
    @Description("Two writers that overwrite a full ring leave whole records only.")
    @Outcome(id = "1", expect = ACCEPTABLE, desc = "All are whole.")
    @Outcome(expect = FORBIDDEN, desc = "A torn record, or none at all.")
    @State
    public static class TwoWriters {
        private static final KernelLog LOG = KernelLog.create(SMALLEST);

        @Actor
        public void first() {
            LOG.log(LogLevel.INFO, "w", SHORT[0]);
        }

        @Actor
        public void second() {
            LOG.log(LogLevel.INFO, "w", LONG[1]);
        }

        @Arbiter
        public void end(I_Result r) {
            r.r1 = judge(LOG.snapshot());
        }
    }

    /** Each record says when it was made, so that the order of a thread's records can be told from themselves. */
    @JCStressTest
    @Description("The records of a thread come in its order, whichever stripes it moves to.")
    @Outcome(
            id = {"0", "1"},
            expect = ACCEPTABLE,
            desc = "In order, or none seen.")
    @Outcome(expect = FORBIDDEN, desc = "A record of a thread came after a later one of its.")
    @State
    public static class OrderOfAThread {
        private static final int RECORDS = 48;
        private static final KernelLog LOG = KernelLog.create(1 << 16);

        private final LogReader reader = LOG.follower();

        private static void write() {
            LOG.log(LogLevel.INFO, "w", Long.toString(System.nanoTime()));
        }

        @Actor
        public void writer() {
            for (int i = 0; i < RECORDS; i++) {
                write();
            }
        }

        @Actor
        public void writerThatReads(I_Result r) {
            Map<Long, Long> last = new HashMap<>();
            int seen = 0;
            for (int i = 0; i < RECORDS; i++) {
                write();
                LogRecord record = reader.poll();
                if (record != null) {
                    seen = 1;
                    long time = Long.parseLong(record.message());
                    Long before = last.put(record.threadId(), time);
                    if (before != null && before > time) {
                        r.r1 = TORN;
                        return;
                    }
                }
            }
            r.r1 = seen;
        }
    }
}
