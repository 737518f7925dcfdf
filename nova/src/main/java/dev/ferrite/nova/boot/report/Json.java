package dev.ferrite.nova.boot.report;

import java.util.List;
import java.util.Map;

/** Writes maps, lists, strings, numbers and booleans as JSON, indented by two. */
public final class Json {
    private final StringBuilder out = new StringBuilder(1024);

    private Json() {}

    /**
     * A value as text.
     *
     * @param value a {@link Map} with string keys, a {@link List}, {@link String}, {@link Number} or {@link Boolean}
     * @return JSON, with no line feed at its end
     * @throws IllegalArgumentException if it contains anything else, or a number that JSON has not
     */
    public static String write(Object value) {
        Json json = new Json();
        json.value(value, "");
        return json.out.toString();
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
        String separator = "{\n";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(separator).append(inner);
            text((String) entry.getKey());
            out.append(": ");
            value(entry.getValue(), inner);
            separator = ",\n";
        }
        out.append(map.isEmpty() ? "{}" : "\n" + indent + "}");
    }

    private void list(List<?> list, String indent) {
        String inner = indent + "  ";
        String separator = "[\n";
        for (Object item : list) {
            out.append(separator).append(inner);
            value(item, inner);
            separator = ",\n";
        }
        out.append(list.isEmpty() ? "[]" : "\n" + indent + "]");
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
