package dev.ferrite.runtime.log;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;

/**
 * The end of a log as text, for one who may not allocate: the counterpart of {@code kmsg_dump_get_buffer}.
 *
 * <p>All memory is made with the object; {@link #copy} allocates nothing, takes no lock and waits for nobody: a record
 * whose writer is still at it is left out. For one thread at a time.
 */
public final class LogTail {
    private static final int STAMP = 15;
    private static final int MICROS = 1_000;
    private static final int SECOND = 1_000_000;

    private final LogStripes log;
    private final LogCursor[] cursors;

    /** By stripe: the number of the record its cursor has, the last of those left; -1: there is none. */
    private final long[] at;

    private final long[] ends;

    /** Of the record that is being written. */
    private LogCursor cursor;

    /** One record as text: each byte may become four ({@code \x1b}), each line gets a stamp; what is longer is cut. */
    private final byte[] line = new byte[8 * 1024];

    private int length;
    private int records;

    /**
     * For a log.
     *
     * @param log the log
     */
    public LogTail(KernelLog log) {
        this.log = log.stripes();
        int stripes = this.log.count();
        this.at = new long[stripes];
        this.ends = new long[stripes];
        this.cursors = new LogCursor[stripes];
        for (int i = 0; i < stripes; i++) {
            cursors[i] = new LogCursor(this.log.ring(i));
        }
        this.cursor = cursors[0];
    }

    /**
     * Writes the last records, as {@link LogRecord#line()} has them and each followed by a line end, so that they end
     * where the memory ends. Only whole records.
     *
     * @param to the memory
     * @param most how many records at most
     * @return where in the memory the text begins; its size if there is none
     */
    public long copy(MemorySegment to, int most) {
        long start = to.byteSize();
        records = 0;
        for (int i = 0; i < at.length; i++) {
            ends[i] = log.ring(i).tail();
            at[i] = before(i, ends[i]);
        }
        for (int last = last(); last >= 0 && records < most; last = last()) {
            cursor = cursors[last];
            format();
            if (length > start) {
                break;
            }
            start -= length;
            MemorySegment.copy(line, 0, to, JAVA_BYTE, start, length);
            records++;
            at[last] = before(last, at[last]);
        }
        return start;
    }

    /** Gets the last record before a number into the cursor of a stripe: its number, -1 if there is none left. */
    private long before(int stripe, long number) {
        LogRing ring = log.ring(stripe);
        for (long i = number - 1; i >= 0 && ends[stripe] - i <= ring.slots(); i--) {
            if (ring.read(i, cursors[stripe]) == LogRing.RECORD) {
                return i;
            }
        }
        return -1;
    }

    /** The stripe that has the latest record: what {@link LogReader} hands out last. */
    private int last() {
        int last = -1;
        for (int i = 0; i < at.length; i++) {
            if (at[i] >= 0 && (last < 0 || cursors[i].nanos >= cursors[last].nanos)) {
                last = i;
            }
        }
        return last;
    }

    /**
     * How many records the last {@link #copy} wrote.
     *
     * @return the count
     */
    public int records() {
        return records;
    }

    private void format() {
        length = 0;
        stamp();
        if (cursor.subsystemBytes > 0) {
            text(0, cursor.subsystemBytes);
            put(':');
            put(' ');
        }
        text(LogSlot.words(cursor.subsystemBytes), cursor.messageBytes);
        if (cursor.truncated) {
            for (int i = 0; i < LogRecord.TRUNCATED.length(); i++) {
                put(LogRecord.TRUNCATED.charAt(i));
            }
        }
        put('\n');
    }

    private int byteAt(int word, int i) {
        return (int) (cursor.text[word + (i >>> 3)] >>> ((i & 7) << 3)) & 0xff;
    }

    private void text(int word, int bytes) {
        int end = bytes;
        while (end > 0 && byteAt(word, end - 1) == '\n') {
            end--;
        }
        for (int i = 0; i < end && length < line.length - STAMP - LogRecord.TRUNCATED.length() - 8; i++) {
            int b = byteAt(word, i);
            // The controls above 0x7f are two bytes of UTF-8, the first of which is 0xc2.
            boolean high = b == 0xc2 && i + 1 < end && byteAt(word, i + 1) < 0xa0;
            if (b == '\n') {
                put('\n');
                stamp();
            } else if ((b < ' ' && b != '\t') || b == 0x7f || high) {
                int control = high ? byteAt(word, ++i) : b;
                put('\\');
                put('x');
                put(Character.forDigit(control >> 4, 16));
                put(Character.forDigit(control & 15, 16));
            } else {
                put(b);
            }
        }
    }

    private void stamp() {
        long micros = Math.max(0, cursor.nanos) / MICROS;
        put('[');
        number(micros / SECOND, 5, ' ');
        put('.');
        number(micros % SECOND, 6, '0');
        put(']');
        put(' ');
    }

    private void number(long number, int width, char pad) {
        long power = 1;
        for (int digits = 1; digits < width || number / power >= 10; digits++) {
            power *= 10;
        }
        boolean begun = false;
        for (; power > 0; power /= 10) {
            int digit = (int) (number / power % 10);
            begun |= digit != 0 || power == 1;
            put(begun ? '0' + digit : pad);
        }
    }

    private void put(int b) {
        line[length++] = (byte) b;
    }
}
