package dev.ferrite.nova.boot.report;

import java.util.List;
import java.util.Map;

/** Writes maps, lists, strings, numbers and booleans as JSON, indented by two or in one line. */
public final class Json {
    private final StringBuilder out = new StringBuilder(1024);

    private final boolean oneLine;

    private Json(boolean oneLine) {
        this.oneLine = oneLine;
    }

    /**
     * A value as text.
     *
     * @param value a {@link Map} with string keys, a {@link List}, {@link String}, {@link Number} or {@link Boolean}
     * @return JSON, with no line feed at its end
     * @throws IllegalArgumentException if it contains anything else, or a number that JSON has not
     */
    public static String write(Object value) {
        return write(value, false);
    }

    /**
     * A value as text in one line.
     *
     * @param value see {@link #write}
     * @return JSON, with no line feed in it
     */
    public static String line(Object value) {
        return write(value, true);
    }

    private static String write(Object value, boolean oneLine) {
        Json json = new Json(oneLine);
        json.value(value, "");
        return json.out.toString();
    }

    /** Where the next line begins, or would begin. */
    private String turn(String indent) {
        return oneLine ? "" : "\n" + indent;
    }

    private void value(Object value, String indent) {
        switch (value) {
            case Map<?, ?> map -> map(map, indent);
            case List<?> list -> list(list, indent);
            case Double number -> number(number);
            case Number number -> out.append(number);
            case Boolean bool -> out.append(bool);
            case String text -> text(text);
            default -> throw new IllegalArgumentException("no JSON for " + value.getClass());
        }
    }

    private void map(Map<?, ?> map, String indent) {
        String inner = indent + "  ";
        String separator = "{";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(separator).append(turn(inner));
            text((String) entry.getKey());
            out.append(": ");
            value(entry.getValue(), inner);
            separator = oneLine ? ", " : ",";
        }
        out.append(map.isEmpty() ? "{}" : turn(indent) + "}");
    }

    private void list(List<?> list, String indent) {
        String inner = indent + "  ";
        String separator = "[";
        for (Object item : list) {
            out.append(separator).append(turn(inner));
            value(item, inner);
            separator = oneLine ? ", " : ",";
        }
        out.append(list.isEmpty() ? "[]" : turn(indent) + "]");
    }

    private void number(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("no JSON for " + number);
        }
        out.append(number);
    }

    private void text(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                default -> {
                    if (c < ' ' || Character.isSurrogate(c)) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
