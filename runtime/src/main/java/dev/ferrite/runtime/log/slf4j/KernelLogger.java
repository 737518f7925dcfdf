package dev.ferrite.runtime.log.slf4j;

import dev.ferrite.runtime.log.KernelLog;
import dev.ferrite.runtime.log.LogFields;
import dev.ferrite.runtime.log.LogLevel;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;
import org.slf4j.event.Level;
import org.slf4j.event.LoggingEvent;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.spi.LoggingEventAware;
import org.slf4j.spi.MDCAdapter;

/** A logger of SLF4J that writes into a kernel log. */
final class KernelLogger extends LegacyAbstractLogger implements LoggingEventAware {
    private static final long serialVersionUID = 1;
    private static final Object[] NOTHING = {};

    /** Leaves room for fields behind the most important frames. */
    private static final int MAX_WITH_STACK = 1200;

    private final transient KernelLog log;
    private final transient MDCAdapter mdc;
    private final transient String subsystem;

    KernelLogger(KernelLog log, String name, MDCAdapter mdc) {
        this.log = log;
        this.mdc = mdc;
        this.name = name;
        this.subsystem = name.substring(name.lastIndexOf('.') + 1);
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level level,
            @Nullable Marker marker,
            @Nullable String pattern,
            Object @Nullable [] arguments,
            @Nullable Throwable thrown) {
        write(level, marker == null ? List.of() : List.of(marker), pattern, arguments, List.of(), thrown);
    }

    @Override
    public void log(LoggingEvent event) {
        List<Marker> markers = event.getMarkers();
        List<KeyValuePair> pairs = event.getKeyValuePairs();
        if (isEnabledForLevel(event.getLevel())) {
            write(
                    event.getLevel(),
                    markers == null ? List.of() : markers,
                    event.getMessage(),
                    event.getArgumentArray(),
                    pairs == null ? List.of() : pairs,
                    event.getThrowable());
        }
    }

    private void write(
            Level level,
            List<Marker> markers,
            @Nullable String pattern,
            Object @Nullable [] arguments,
            List<KeyValuePair> pairs,
            @Nullable Throwable thrown) {
        LogLevel kernel = Slf4jLevels.toKernel(level);
        if (kernel == null) {
            return;
        }
        String message =
                String.valueOf(MessageFormatter.basicArrayFormat(pattern, arguments == null ? NOTHING : arguments));
        if (thrown != null) {
            StringWriter stack = new StringWriter();
            thrown.printStackTrace(new PrintWriter(stack));
            message = message + "\n" + stack;
            if (message.length() > MAX_WITH_STACK) {
                message = message.substring(0, MAX_WITH_STACK) + "\n\t...";
            }
        }
        Map<String, String> context = mdc.getCopyOfContextMap();
        boolean mapped = context != null && !context.isEmpty();
        if (markers.isEmpty() && pairs.isEmpty() && !mapped && subsystem.length() == name.length()) {
            log.log(kernel, subsystem, message);
            return;
        }
        LogFields fields = new LogFields();
        if (subsystem.length() != name.length()) {
            fields.with("LOGGER", name);
        }
        markers.forEach(marker -> fields.with("MARKER", marker.getName()));
        pairs.forEach(pair -> fields.with(String.valueOf(pair.key), String.valueOf(pair.value)));
        if (mapped) {
            context.forEach((key, value) -> fields.with(key, String.valueOf(value)));
        }
        log.log(kernel, subsystem, message, fields);
    }

    private boolean records(Level level) {
        LogLevel kernel = Slf4jLevels.toKernel(level);
        return kernel != null && log.records(kernel);
    }

    @Override
    protected @Nullable String getFullyQualifiedCallerName() {
        return null;
    }

    @Override
    public boolean isTraceEnabled() {
        return false;
    }

    @Override
    public boolean isDebugEnabled() {
        return records(Level.DEBUG);
    }

    @Override
    public boolean isInfoEnabled() {
        return records(Level.INFO);
    }

    @Override
    public boolean isWarnEnabled() {
        return records(Level.WARN);
    }

    @Override
    public boolean isErrorEnabled() {
        return records(Level.ERROR);
    }
}
