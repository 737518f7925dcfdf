package dev.ferrite.runtime.panic;

import dev.ferrite.runtime.panic.qr.QrDigits;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The way back from what a panic's code says to the end of the log. */
public final class PanicLog {
    private static final String DIGITS = "z=";

    /** No code gives more: 2,953 bytes, and zlib makes at most a thousand of one. */
    private static final int MAX_BYTES = 4 << 20;

    private PanicLog() {}

    /**
     * The log in the text of a code: the URL with its digits, or the log itself, which a code without URL holds.
     *
     * @param text what a reader of QR codes says; blanks and line ends around and within the URL do not matter
     * @return the lines of the log
     * @throws IllegalArgumentException with one sentence if there is no log in it
     */
    public static String decode(String text) {
        String trimmed = text.strip();
        if (trimmed.startsWith("[")) {
            return text;
        }
        int at = trimmed.lastIndexOf(DIGITS);
        if (at < 0) {
            throw new IllegalArgumentException(
                    "this is no panic code: it has no '" + DIGITS + "' with digits behind it");
        }
        String digits = trimmed.substring(at + DIGITS.length()).replaceAll("\\s", "");
        if (digits.isEmpty()) {
            throw new IllegalArgumentException("this panic code is empty: nothing comes after '" + DIGITS + "'");
        }
        return new String(inflate(QrDigits.decode(digits)), StandardCharsets.UTF_8);
    }

    private static byte[] inflate(byte[] compressed) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(compressed);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] part = new byte[8192];
            while (!inflater.finished()) {
                int length = inflater.inflate(part);
                if (length == 0 && !inflater.finished()) {
                    throw new IllegalArgumentException("this panic code is cut: the log ends early");
                }
                out.write(part, 0, length);
                if (out.size() > MAX_BYTES) {
                    throw new IllegalArgumentException("this is no panic code: more than " + MAX_BYTES + " bytes");
                }
            }
            return out.toByteArray();
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("this panic code is damaged: " + e.getMessage(), e);
        } finally {
            inflater.end();
        }
    }
}
