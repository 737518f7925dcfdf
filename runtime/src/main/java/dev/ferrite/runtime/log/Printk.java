package dev.ferrite.runtime.log;

/**
 * The calls that log: one for each level, with a text as it is or with a format. The counterpart of {@code pr_info!} and
 * its kin.
 *
 * <p>None of them throws or waits. A text costs some tens of nanoseconds and no allocation (but for a
 * thread's first few that are not ASCII); a format costs what {@link String#format} costs, and
 * nothing if its level is not recorded.
 */
public interface Printk {
    /**
     * Logs a text.
     *
     * @param level how grave it is
     * @param subsystem who speaks, at most 40 bytes of it; may be empty
     * @param message the text as it is; may have several lines
     */
    void log(LogLevel level, String subsystem, String message);

    /**
     * Logs a formatted text; a format that does not fit its arguments is logged as it is.
     *
     * @param level how grave it is
     * @param subsystem who speaks
     * @param format as {@link String#format} has it
     * @param arguments its arguments
     */
    void logf(LogLevel level, String subsystem, String format, Object... arguments);

    /**
     * Whether records of a level are kept; ask before preparing an expensive message.
     *
     * @param level the level
     * @return true if they are
     */
    boolean records(LogLevel level);

    /**
     * The system is unusable: {@link LogLevel#EMERG}, the text as it is.
     *
     * @param subsystem who speaks
     * @param message the text
     */
    default void emerg(String subsystem, String message) {
        log(LogLevel.EMERG, subsystem, message);
    }

    /**
     * The system is unusable: {@link LogLevel#EMERG}, formatted.
     *
     * @param subsystem who speaks
     * @param format as {@link String#format} has it
     * @param arguments its arguments
     */
    default void emerg(String subsystem, String format, Object... arguments) {
        logf(LogLevel.EMERG, subsystem, format, arguments);
    }

    /**
     * Action must be taken at once: {@link LogLevel#ALERT}, the text as it is.
     *
     * @param subsystem who speaks
     * @param message the text
     */
    default void alert(String subsystem, String message) {
        log(LogLevel.ALERT, subsystem, message);
    }

    /**
     * Action must be taken at once: {@link LogLevel#ALERT}, formatted.
     *
     * @param subsystem who speaks
     * @param format as {@link String#format} has it
     * @param arguments its arguments
     */
    default void alert(String subsystem, String format, Object... arguments) {
        logf(LogLevel.ALERT, subsystem, format, arguments);
    }

    /**
     * A critical condition: {@link LogLevel#CRIT}, the text as it is.
     *
     * @param subsystem who speaks
     * @param message the text
     */
    default void crit(String subsystem, String message) {
        log(LogLevel.CRIT, subsystem, message);
    }

    /**
     * A critical condition: {@link LogLevel#CRIT}, formatted.
     *
     * @param subsystem who speaks
     * @param format as {@link String#format} has it
     * @param arguments its arguments
     */
    default void crit(String subsystem, String format, Object... arguments) {
        logf(LogLevel.CRIT, subsystem, format, arguments);
    }

    /**
     * An error: {@link LogLevel#ERR}, the text as it is.
     *
     * @param subsystem who speaks
     * @param message the text
     */
    default void err(String subsystem, String message) {
        log(LogLevel.ERR, subsystem, message);
    }

    /**
     * An error: {@link LogLevel#ERR}, formatted.
     *
     * @param subsystem who speaks
     * @param format as {@link String#format} has it
     * @param arguments its arguments
     */
    default void err(String subsystem, String format, Object... arguments) {
        logf(LogLevel.ERR, subsystem, format, arguments);
    }

    /**
     * A warning: {@link LogLevel#WARNING}, the text as it is.
     *
     * @param subsystem who speaks
     * @param message the text
     */
    default void warn(String subsystem, String message) {
        log(LogLevel.WARNING, subsystem, message);
    }

    /**
     * A warning: {@link LogLevel#WARNING}, formatted.
     *
     * @param subsystem who speaks
     * @param format as {@link String#format} has it
     * @param arguments its arguments
     */
    default void warn(String subsystem, String format, Object... arguments) {
        logf(LogLevel.WARNING, subsystem, format, arguments);
    }

    /**
     * Normal, but worth a look: {@link LogLevel#NOTICE}, the text as it is.
     *
     * @param subsystem who speaks
     * @param message the text
     */
    default void notice(String subsystem, String message) {
        log(LogLevel.NOTICE, subsystem, message);
    }

    /**
     * Normal, but worth a look: {@link LogLevel#NOTICE}, formatted.
     *
     * @param subsystem who speaks
     * @param format as {@link String#format} has it
     * @param arguments its arguments
     */
    default void notice(String subsystem, String format, Object... arguments) {
        logf(LogLevel.NOTICE, subsystem, format, arguments);
    }

    /**
     * Information: {@link LogLevel#INFO}, the text as it is.
     *
     * @param subsystem who speaks
     * @param message the text
     */
    default void info(String subsystem, String message) {
        log(LogLevel.INFO, subsystem, message);
    }

    /**
     * Information: {@link LogLevel#INFO}, formatted.
     *
     * @param subsystem who speaks
     * @param format as {@link String#format} has it
     * @param arguments its arguments
     */
    default void info(String subsystem, String format, Object... arguments) {
        logf(LogLevel.INFO, subsystem, format, arguments);
    }

    /**
     * For those who debug: {@link LogLevel#DEBUG}, the text as it is.
     *
     * @param subsystem who speaks
     * @param message the text
     */
    default void debug(String subsystem, String message) {
        log(LogLevel.DEBUG, subsystem, message);
    }

    /**
     * For those who debug: {@link LogLevel#DEBUG}, formatted.
     *
     * @param subsystem who speaks
     * @param format as {@link String#format} has it
     * @param arguments its arguments
     */
    default void debug(String subsystem, String format, Object... arguments) {
        logf(LogLevel.DEBUG, subsystem, format, arguments);
    }
}
