package dev.ferrite.runtime.log;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One record of the log, as a reader got it out: a copy that nothing overwrites any more.
 *
 * @param sequence its number in its stripe; later records there have higher ones, not always the next
 * @param stripe the part of the log it is in: 0, unless several threads were writing at the same time
 * @param nanos when it was made, in nanoseconds since the log began
 * @param level how grave it is
 * @param threadId the {@link Thread#threadId()} that made it
 * @param subsystem who made it, such as {@code nova}; may be empty
 * @param message the text, possibly of several lines
 * @param truncated whether the message and its fields were longer than the log takes, and were cut
 * @param fields what the message says, for programs: values by key, in the order they were given in
 */
public record LogRecord(
        long sequence,
        int stripe,
        long nanos,
        LogLevel level,
        long threadId,
        String subsystem,
        String message,
        boolean truncated,
        Map<String, String> fields) {
    /** What a line says at its end when the message was cut. */
    public static final String TRUNCATED = " [truncated]";

    private static final long MICRO = 1_000;
    private static final long SECOND = 1_000_000;

    /** Copies the fields. */
    public LogRecord {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /**
     * A record without fields, in the first stripe.
     *
     * @param sequence see the record
     * @param nanos see the record
     * @param level see the record
     * @param threadId see the record
     * @param subsystem see the record
     * @param message see the record
     * @param truncated see the record
     */
    public LogRecord(
            long sequence,
            long nanos,
            LogLevel level,
            long threadId,
            String subsystem,
            String message,
            boolean truncated) {
        this(sequence, 0, nanos, level, threadId, subsystem, message, truncated, Map.of());
    }

    /**
     * The record as {@code dmesg} prints it: {@code [    0.001234] nova: registered card0}.
     *
     * <p>A message of several lines gives several lines, each with the time. Control characters other than tab come out
     * as {@code \x1b}, so that no message can command a terminal.
     *
     * @return one or more lines, without a line end after the last
     */
    public String line() {
        StringBuilder out = new StringBuilder(32 + subsystem.length() + message.length());
        formatTo(out);
        return out.toString();
    }

    /**
     * Appends what {@link #line()} returns.
     *
     * @param out where to
     */
    public void formatTo(StringBuilder out) {
        stamp(out);
        if (!subsystem.isEmpty()) {
            text(out, subsystem);
            out.append(": ");
        }
        text(out, message);
        if (truncated) {
            out.append(TRUNCATED);
        }
    }

    /**
     * Appends the fields as {@code /dev/kmsg} shows them: a line {@code " KEY=value"} each, after a line end.
     *
     * @param out where to
     */
    public void fieldsTo(StringBuilder out) {
        fields.forEach((key, value) -> {
            out.append("\n ");
            visible(out, key);
            out.append('=');
            visible(out, value);
        });
    }

    @Override
    public String toString() {
        return line();
    }

    private void text(StringBuilder out, String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\n') {
            end--;
        }
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                out.append('\n');
                stamp(out);
            } else {
                visible(out, c);
            }
        }
    }

    private static void visible(StringBuilder out, String text) {
        for (int i = 0; i < text.length(); i++) {
            visible(out, text.charAt(i));
        }
    }

    private static void visible(StringBuilder out, char c) {
        if ((c < ' ' && c != '\t') || (c >= 0x7f && c < 0xa0)) {
            out.append("\\x").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
        } else {
            out.append(c);
        }
    }

    private void stamp(StringBuilder out) {
        long micros = Math.max(0, nanos) / MICRO;
        out.append('[');
        padded(out, micros / SECOND, 5, ' ');
        out.append('.');
        padded(out, micros % SECOND, 6, '0');
        out.append("] ");
    }

    private static void padded(StringBuilder out, long number, int width, char pad) {
        long bound = 10;
        for (int digits = 1; digits < width; digits++, bound *= 10) {
            if (number < bound) {
                for (int missing = width - digits; missing > 0; missing--) {
                    out.append(pad);
                }
                break;
            }
        }
        out.append(number);
    }
}
