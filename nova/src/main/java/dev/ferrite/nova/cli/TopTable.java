package dev.ferrite.nova.cli;

import dev.ferrite.nova.boot.report.Tables;
import dev.ferrite.runtime.counters.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Readings as a table, with the rates since an earlier look. */
final class TopTable {
    private static final String BYTES = "_bytes";

    private final Map<String, Long> earlier = new HashMap<>();
    private Instant then = Instant.MIN;

    /** A look that later ones are compared with. */
    void remember(List<Reading> readings, Instant at) {
        earlier.clear();
        readings.forEach(reading -> earlier.put(reading.name(), reading.value()));
        then = at;
    }

    /** A head and a line each, with rates since what was remembered; a dash where nothing was. */
    List<String> lines(List<Reading> readings, Instant now) {
        int width = readings.stream()
                .mapToInt(reading -> reading.name().length())
                .max()
                .orElse(0);
        double seconds =
                then.equals(Instant.MIN) ? 0 : Duration.between(then, now).toMillis() / 1000.0;
        List<String> lines = new ArrayList<>();
        lines.add(line(width, "COUNTER", "VALUE", "PER SECOND", "WHAT"));
        for (Reading reading : readings) {
            Long before = earlier.get(reading.name());
            String rate = before == null || seconds <= 0 ? "-" : rate(reading, (reading.value() - before) / seconds);
            String value = reading.name().endsWith(BYTES)
                    ? size(reading.value())
                    : String.format(Locale.ROOT, "%,d", reading.value());
            lines.add(line(width, reading.name(), value, rate, visible(reading.help())));
        }
        return lines;
    }

    private static String line(int width, String name, String value, String rate, String help) {
        return String.format(Locale.ROOT, "%-" + Math.max(width, 7) + "s %14s %14s  %s", name, value, rate, help);
    }

    private static String rate(Reading reading, double rate) {
        if (rate == 0) {
            return "0";
        }
        if (reading.name().endsWith(BYTES)) {
            return (rate > 0 ? "+" : "") + size(Math.round(rate));
        }
        String format = reading.kind() == Reading.Kind.GAUGE ? "%+,.1f" : "%,.1f";
        return String.format(Locale.ROOT, format, rate);
    }

    private static String size(long bytes) {
        return bytes < 0 ? "-" + Tables.size(-bytes) : Tables.size(bytes);
    }

    /** The text is another process's: it must not command the terminal. */
    private static String visible(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
