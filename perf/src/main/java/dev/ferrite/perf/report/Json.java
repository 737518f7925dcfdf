package dev.ferrite.perf.report;

import java.util.List;
import java.util.function.Consumer;

/** Writes JSON, and only writes: names, strings, numbers, objects, arrays. */
final class Json {
    private final StringBuilder out = new StringBuilder();
    private boolean first = true;

    Json name(String name) {
        separate();
        quote(name);
        out.append(':');
        first = true;
        return this;
    }

    void value(String text) {
        separate();
        quote(text);
    }

    /** A number; JSON has no word for one that is not finite, so that becomes null. */
    void value(double number) {
        separate();
        if (!Double.isFinite(number)) {
            out.append("null");
        } else if (number == Math.rint(number) && Math.abs(number) < 1e15) {
            out.append((long) number);
        } else {
            out.append(number);
        }
    }

    void object(Runnable members) {
        separate();
        out.append('{');
        first = true;
        members.run();
        out.append('}');
        first = false;
    }

    <T> void array(List<T> elements, Consumer<T> each) {
        separate();
        out.append('[');
        first = true;
        elements.forEach(each);
        out.append(']');
        first = false;
    }

    private void separate() {
        if (!first) {
            out.append(',');
        }
        first = false;
    }

    private void quote(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append("\\u%04x".formatted((int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    @Override
    public String toString() {
        return out.append('\n').toString();
    }
}
