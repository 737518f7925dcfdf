package dev.ferrite.runtime.log.slf4j;

import dev.ferrite.runtime.log.LogLevel;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/** The kernel's eight levels and SLF4J's five. */
final class Slf4jLevels {
    private Slf4jLevels() {}

    /** Null for TRACE, which the kernel log has not: it would drive everything else out of the ring. */
    static @Nullable LogLevel toKernel(Level level) {
        return switch (level) {
            case ERROR -> LogLevel.ERR;
            case WARN -> LogLevel.WARNING;
            case INFO -> LogLevel.INFO;
            case DEBUG -> LogLevel.DEBUG;
            case TRACE -> null;
        };
    }

    static Level toSlf4j(LogLevel level) {
        return switch (level) {
            case EMERG, ALERT, CRIT, ERR -> Level.ERROR;
            case WARNING -> Level.WARN;
            case NOTICE, INFO -> Level.INFO;
            case DEBUG -> Level.DEBUG;
        };
    }
}
