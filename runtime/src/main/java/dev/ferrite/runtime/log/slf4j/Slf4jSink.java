package dev.ferrite.runtime.log.slf4j;

import dev.ferrite.runtime.log.LogRecord;
import dev.ferrite.runtime.log.LogSink;
import java.util.Map;
import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Sends the records of a kernel log to SLF4J: {@code log.addConsole(new Slf4jSink(), LogLevel.DEBUG)}.
 *
 * <p>The logger is {@code kernel.} and the subsystem, or {@code kernel} for a record without one. EMERG to ERR are ERROR,
 * NOTICE and INFO are INFO. Fields become key-value pairs. The time is that of SLF4J, some tens of microseconds later,
 * and the thread is the console's.
 */
public final class Slf4jSink implements LogSink {
    private static final String ROOT = "kernel";

    private final ILoggerFactory loggers;

    /**
     * A sink into what SLF4J is bound to.
     *
     * @throws IllegalStateException if that is the kernel log itself: each record would make another
     */
    public Slf4jSink() {
        this(LoggerFactory.getILoggerFactory());
    }

    Slf4jSink(ILoggerFactory loggers) {
        if (loggers instanceof KernelLogProvider) {
            throw new IllegalStateException(
                    "SLF4J writes into the kernel log here, so the kernel log cannot be sent to SLF4J");
        }
        this.loggers = loggers;
    }

    @Override
    public void accept(LogRecord record) {
        String subsystem = record.subsystem();
        Logger logger = loggers.getLogger(subsystem.isEmpty() ? ROOT : ROOT + "." + subsystem);
        LoggingEventBuilder event = logger.atLevel(Slf4jLevels.toSlf4j(record.level()));
        for (Map.Entry<String, String> field : record.fields().entrySet()) {
            event = event.addKeyValue(field.getKey(), field.getValue());
        }
        event.log(record.truncated() ? record.message() + LogRecord.TRUNCATED : record.message());
    }
}
