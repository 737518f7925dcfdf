package dev.ferrite.runtime.counters;

/**
 * One value of a counter or a gauge.
 *
 * @param name its name, without {@code _total}
 * @param kind whether it only grows
 * @param help what it says, one sentence
 * @param value the value
 */
public record Reading(String name, Kind kind, String help, long value) {
    /** What a number does over time. */
    public enum Kind {
        /** Only grows: its rate is of interest. */
        COUNTER,
        /** Goes up and down. */
        GAUGE
    }
}
