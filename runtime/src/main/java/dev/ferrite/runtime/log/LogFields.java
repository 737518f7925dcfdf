package dev.ferrite.runtime.log;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a message says, once more for programs: values by key, such as {@code DEVICE=card0}. The counterpart of the
 * dictionary of {@code dev_printk_emit}, which {@code /dev/kmsg} shows.
 *
 * <p>{@snippet :
 * log.log(LogLevel.WARNING, "nova", "ring full",
 *         new LogFields().with("DEVICE", "card0").with("FENCE", fence));
 * }
 *
 * <p>Nothing is refused, for no call that logs throws: in a key, whatever is not a letter, a digit, {@code _}, {@code -}
 * or {@code .} becomes {@code _}, and so does an empty key; a NUL in a value becomes U+FFFD. Of a key that is given twice,
 * readers get the later value. Not thread-safe.
 */
public final class LogFields {
    private static final char END = '\0';

    private final StringBuilder text = new StringBuilder(64);

    /** No fields yet. */
    public LogFields() {}

    /**
     * Adds a field.
     *
     * @param key by custom in capitals; {@code SUBSYSTEM} and {@code DEVICE} are the kernel's
     * @param value any text
     * @return this
     */
    public LogFields with(String key, String value) {
        if (!text.isEmpty()) {
            text.append(END);
        }
        if (key.isEmpty()) {
            text.append('_');
        }
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            text.append(plain || c == '_' || c == '-' || c == '.' ? c : '_');
        }
        text.append('=').append(value.replace(END, '\uFFFD'));
        return this;
    }

    /**
     * Adds a number.
     *
     * @param key see {@link #with(String, String)}
     * @param value printed in decimal
     * @return this
     */
    public LogFields with(String key, long value) {
        return with(key, Long.toString(value));
    }

    int length() {
        return text.length();
    }

    /** The fields, whole ones only, that take no more bytes of UTF-8 than this. */
    String text(int maxBytes) {
        int end = 0;
        int bytes = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i == text.length() ? END : text.charAt(i);
            if (c == END) {
                if (bytes > maxBytes) {
                    break;
                }
                end = i;
            }
            // Two halves of a pair are four bytes together; a half alone becomes one byte.
            bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return text.substring(0, end);
    }

    static Map<String, String> parse(String text) {
        if (text.isEmpty()) {
            return Map.of();
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (int from = 0; from <= text.length(); ) {
            int end = text.indexOf(END, from);
            int to = end < 0 ? text.length() : end;
            int equals = text.indexOf('=', from);
            if (equals >= 0 && equals < to) {
                fields.put(text.substring(from, equals), text.substring(equals + 1, to));
            }
            from = to + 1;
        }
        return fields;
    }
}
