package dev.ferrite.runtime.metrics;

import dev.ferrite.runtime.counters.Reading;
import dev.ferrite.runtime.counters.Reading.Kind;
import java.util.List;

/** Readings as the text that OpenMetrics 1.0 describes, and that Prometheus and its kin read. */
public final class OpenMetrics {
    /** The media type of the text. */
    public static final String TYPE = "application/openmetrics-text; version=1.0.0; charset=utf-8";

    private static final List<String> UNITS = List.of("bytes", "seconds", "ratio");

    private OpenMetrics() {}

    /**
     * Writes readings.
     *
     * @param readings any
     * @return the text, ended by {@code # EOF}
     */
    public static String text(List<Reading> readings) {
        StringBuilder out = new StringBuilder(128 * readings.size());
        for (Reading reading : readings) {
            String name = reading.name();
            boolean counter = reading.kind() == Kind.COUNTER;
            out.append("# TYPE ").append(name).append(counter ? " counter\n" : " gauge\n");
            String unit = name.substring(name.lastIndexOf('_') + 1);
            if (UNITS.contains(unit)) {
                out.append("# UNIT ").append(name).append(' ').append(unit).append('\n');
            }
            out.append("# HELP ").append(name).append(' ');
            escaped(out, reading.help());
            out.append('\n').append(name).append(counter ? "_total " : " ").append(reading.value());
            out.append('\n');
        }
        return out.append("# EOF\n").toString();
    }

    private static void escaped(StringBuilder out, String help) {
        for (int i = 0; i < help.length(); i++) {
            char c = help.charAt(i);
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '"' -> out.append("\\\"");
                case '\n' -> out.append("\\n");
                default -> out.append(c);
            }
        }
    }
}
