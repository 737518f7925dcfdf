package dev.ferrite.runtime.panic.qr;

/**
 * Bytes as decimal digits, which a QR code holds in 3⅓ bits each and a URL may carry: seven bytes are a little-endian
 * number of 17 digits; a rest of one to six bytes is one of 3, 5, 8, 10, 13 or 15.
 */
public final class QrDigits {
    static final int CHUNK = 7;

    private static final byte[] DIGITS = {0, 3, 5, 8, 10, 13, 15, 17};

    private QrDigits() {}

    /** The digits of a chunk. */
    static int digitsOf(int bytes) {
        return DIGITS[bytes];
    }

    /**
     * How many digits so many bytes are.
     *
     * @param bytes 0 or more, below 800 million
     * @return the count
     */
    public static int count(int bytes) {
        return bytes / CHUNK * DIGITS[CHUNK] + DIGITS[bytes % CHUNK];
    }

    /**
     * The bytes of digits: the way back. Allocates the result.
     *
     * @param digits only {@code 0} to {@code 9}
     * @return the bytes
     * @throws IllegalArgumentException if something else is among them, their number is none that bytes give, or a group
     *     stands for more than its bytes hold
     */
    public static byte[] decode(CharSequence digits) {
        int rest = digits.length() % DIGITS[CHUNK];
        int tail = tailOf(rest);
        if (tail < 0) {
            throw new IllegalArgumentException("so many digits come of no number of bytes: digits=" + digits.length()
                    + ", " + rest + " behind the last whole group of 17");
        }
        byte[] bytes = new byte[digits.length() / DIGITS[CHUNK] * CHUNK + tail];
        int at = 0;
        for (int i = 0; i < bytes.length; i += CHUNK) {
            int count = Math.min(CHUNK, bytes.length - i);
            long value = 0;
            for (int end = at + DIGITS[count]; at < end; at++) {
                int digit = digits.charAt(at) - '0';
                if (digit < 0 || digit > 9) {
                    throw new IllegalArgumentException("not a digit: '" + digits.charAt(at) + "' at " + at);
                }
                value = 10 * value + digit;
            }
            if (value >>> (Byte.SIZE * count) != 0) {
                throw new IllegalArgumentException("the digits before " + at + " stand for more than " + count
                        + (count == 1 ? " byte" : " bytes"));
            }
            for (int k = 0; k < count; k++, value >>>= Byte.SIZE) {
                bytes[i + k] = (byte) value;
            }
        }
        return bytes;
    }

    private static int tailOf(int digits) {
        for (int bytes = 0; bytes < CHUNK; bytes++) {
            if (DIGITS[bytes] == digits) {
                return bytes;
            }
        }
        return -1;
    }
}
