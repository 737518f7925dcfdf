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

    private final LogRing ring;
    private final LogCursor cursor;

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
        this.ring = log.ring();
        this.cursor = new LogCursor(ring);
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
        long end = ring.tail();
        records = 0;
        for (long at = end - 1; at >= 0 && end - at <= ring.slots() && records < most; at--) {
            if (ring.read(at, cursor) != LogRing.RECORD) {
                continue;
            }
            format();
            if (length > start) {
                break;
            }
            start -= length;
            MemorySegment.copy(line, 0, to, JAVA_BYTE, start, length);
            records++;
        }
        return start;
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
