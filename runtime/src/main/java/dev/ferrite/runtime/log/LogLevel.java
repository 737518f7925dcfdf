package dev.ferrite.runtime.log;

/** How grave a record is: the kernel's {@code KERN_EMERG} (0) to {@code KERN_DEBUG} (7). */
public enum LogLevel {
    /** The system is unusable. */
    EMERG(0),
    /** Action must be taken at once. */
    ALERT(1),
    /** A critical condition. */
    CRIT(2),
    /** An error. */
    ERR(3),
    /** A warning. */
    WARNING(4),
    /** Normal, but worth a look. */
    NOTICE(5),
    /** Information. */
    INFO(6),
    /** For those who debug. */
    DEBUG(7);

    private static final LogLevel[] BY_NUMBER = values();

    private final int number;

    LogLevel(int number) {
        this.number = number;
    }

    /**
     * The kernel's number.
     *
     * @return 0 for {@link #EMERG} to 7 for {@link #DEBUG}
     */
    public int number() {
        return number;
    }

    /**
     * Whether a console of this level prints a record of another.
     *
     * @param record the level of the record
     * @return true if the record is as grave as this level, or graver
     */
    public boolean shows(LogLevel record) {
        return record.number <= number;
    }

    /**
     * The level of a number.
     *
     * @param number 0 to 7
     * @return the level
     * @throws IllegalArgumentException for any other number
     */
    public static LogLevel of(int number) {
        if (number < 0 || number >= BY_NUMBER.length) {
            throw new IllegalArgumentException("a log level is 0 to 7: number=" + number);
        }
        return BY_NUMBER[number];
    }
}
