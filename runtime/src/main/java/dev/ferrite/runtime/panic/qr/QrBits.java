package dev.ferrite.runtime.panic.qr;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;

/** Segments, as a stream of bits: a header of 4 bits, a length, and the characters. Positions are in bits. */
final class QrBits {
    private static final int BINARY = 4;
    private static final int NUMERIC = 1;
    private static final int HEADER = 4;
    private static final long[] TENS = tens();

    private QrBits() {}

    private static long[] tens() {
        long[] tens = new long[19];
        tens[0] = 1;
        for (int i = 1; i < tens.length; i++) {
            tens[i] = 10 * tens[i - 1];
        }
        return tens;
    }

    private static int binaryLengthBits(int version) {
        return version < 10 ? 8 : 16;
    }

    private static int numericLengthBits(int version) {
        return version < 10 ? 10 : version < 27 ? 12 : 14;
    }

    static int binaryBits(int version, int bytes) {
        return HEADER + binaryLengthBits(version) + bytes * Byte.SIZE;
    }

    static int numericBits(int version, int digits) {
        return HEADER + numericLengthBits(version) + digits / 3 * 10 + bitsOfRest(digits % 3);
    }

    private static int bitsOfRest(int digits) {
        return digits == 0 ? 0 : digits == 1 ? 4 : 7;
    }

    /** Appends a binary segment; the position behind it. */
    static int binary(MemorySegment to, int position, int version, MemorySegment bytes, int length) {
        int at = push(to, position, BINARY, HEADER);
        at = push(to, at, length, binaryLengthBits(version));
        for (int i = 0; i < length; i++) {
            at = push(to, at, bytes.get(JAVA_BYTE, i) & 0xff, Byte.SIZE);
        }
        return at;
    }

    /** Appends a numeric segment, the bytes as {@link QrDigits} has them; the position behind it. */
    static int numeric(MemorySegment to, int position, int version, MemorySegment bytes, int length) {
        int at = push(to, position, NUMERIC, HEADER);
        at = push(to, at, QrDigits.count(length), numericLengthBits(version));
        // A queue of decimal digits: two may be left of the chunk before, 17 come with the next. Nineteen digits fit
        // into
        // 64 bits unsigned as long as they begin below 18; ours begin with at most 99 followed by 72057594037927935.
        long queue = 0;
        int digits = 0;
        for (int i = 0; i < length; i += QrDigits.CHUNK) {
            int count = Math.min(QrDigits.CHUNK, length - i);
            long chunk = 0;
            for (int k = count - 1; k >= 0; k--) {
                chunk = chunk << Byte.SIZE | (bytes.get(JAVA_BYTE, i + k) & 0xff);
            }
            int more = QrDigits.digitsOf(count);
            queue = queue * TENS[more] + chunk;
            digits += more;
            while (digits >= 3) {
                digits -= 3;
                at = push(to, at, (int) Long.divideUnsigned(queue, TENS[digits]), 10);
                queue = Long.remainderUnsigned(queue, TENS[digits]);
            }
        }
        return push(to, at, (int) queue, bitsOfRest(digits));
    }

    /** Ends the stream and fills it up; the stop nibble may come out behind the data, where nobody keeps it. */
    static void finish(MemorySegment to, int position, int dataBytes) {
        int at = push(to, position, 0, HEADER);
        int pad = (at + Byte.SIZE - 1) / Byte.SIZE;
        for (int i = pad; i < dataBytes; i++) {
            to.set(JAVA_BYTE, i, (byte) (((i - pad) & 1) == 0 ? 236 : 17));
        }
    }

    /** Appends bits, the highest first. A byte that is begun is written whole, so memory need not be clear before. */
    static int push(MemorySegment to, int position, int value, int bits) {
        int at = position;
        for (int left = bits; left > 0; ) {
            int free = Byte.SIZE - (at & 7);
            int count = Math.min(free, left);
            int part = value >>> (left - count) & ((1 << count) - 1);
            int before = free == Byte.SIZE ? 0 : to.get(JAVA_BYTE, at >> 3);
            to.set(JAVA_BYTE, at >> 3, (byte) (before | part << (free - count)));
            at += count;
            left -= count;
        }
        return at;
    }
}
