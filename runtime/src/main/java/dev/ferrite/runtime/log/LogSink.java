package dev.ferrite.runtime.log;

/**
 * Takes the records of a {@link LogConsole}, one after the other, on that console's own thread.
 *
 * <p>It may block: only its own console waits. If it throws, its console is detached and the log says so.
 */
@FunctionalInterface
public interface LogSink {
    /**
     * Takes one record.
     *
     * @param record the record
     */
    void accept(LogRecord record);

    /** Pushes out what is buffered; called when the console has caught up with the log. */
    default void flush() {}
}
