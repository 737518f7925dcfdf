package dev.ferrite.nova.cli;

import java.time.Duration;
import java.util.Locale;

/** Reads the values of options; a wrong one is an {@link IllegalArgumentException} of one sentence. */
final class Values {
    private Values() {}

    /** A number of an option, within an int. */
    static int integer(String option, String text) {
        long value = number(option, text);
        if (value != (int) value) {
            throw new IllegalArgumentException(option + ": " + text + " is too large");
        }
        return (int) value;
    }

    /** A whole number. */
    static long number(String option, String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + ": '" + text + "' is not a whole number", e);
        }
    }

    /** Width and height, as in {@code 1920x1080}. */
    static int[] size(String option, String text) {
        String[] parts = text.toLowerCase(Locale.ROOT).split("x", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException(option + ": '" + text + "' is not a size; write 1920x1080");
        }
        return new int[] {integer(option, parts[0]), integer(option, parts[1])};
    }

    /** Bytes, with an optional K, M, G or T for powers of 1024. */
    static long bytes(String option, String text) {
        String number = text.strip().toUpperCase(Locale.ROOT).replaceFirst("I?B$", "");
        int unit = number.isEmpty() ? -1 : "KMGT".indexOf(number.charAt(number.length() - 1));
        long factor = 1L << (10 * (unit + 1));
        long value = number(option, unit < 0 ? number : number.substring(0, number.length() - 1));
        if (value <= 0) {
            throw new IllegalArgumentException(option + ": size must be > 0: " + text);
        }
        if (value > Long.MAX_VALUE / factor) {
            throw new IllegalArgumentException(option + ": " + text + " is too large");
        }
        return value * factor;
    }

    /** A time, as in {@code 500ms}, {@code 2s} or {@code 1.5s}. */
    static Duration duration(String option, String text) {
        String value = text.strip().toLowerCase(Locale.ROOT);
        double factor = value.endsWith("ms") ? 1 : value.endsWith("s") ? 1000 : -1;
        try {
            double number = factor < 0 ? -1 : Double.parseDouble(value.replaceFirst("m?s$", ""));
            if (number >= 0 && number * factor <= Integer.MAX_VALUE) {
                return Duration.ofMillis(Math.round(number * factor));
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + ": '" + text + "' is not a time; write 500ms or 2s", e);
        }
        throw new IllegalArgumentException(option + ": '" + text + "' is not a time; write 500ms or 2s");
    }
}
