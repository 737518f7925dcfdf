package dev.ferrite.runtime.log.slf4j;

import dev.ferrite.runtime.log.KernelLog;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Logger;
import org.slf4j.helpers.BasicMDCAdapter;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * Makes the kernel log of this process the place that SLF4J's loggers write to.
 *
 * <p>A program asks for it with {@code -Dslf4j.provider=dev.ferrite.runtime.log.slf4j.KernelLogProvider}, or names it in
 * a file {@code META-INF/services/org.slf4j.spi.SLF4JServiceProvider} of its own.
 *
 * <p>A logger's name after its last dot is the subsystem; the whole name is the field {@code LOGGER} if it has a dot. A
 * marker is the field {@code MARKER}; key-value pairs of the fluent calls and the MDC are fields of their own. A
 * throwable's stack follows the message, cut so that there is room for the fields. ERROR, WARN, INFO and DEBUG are the kernel's ERR,
 * WARNING, INFO and DEBUG; TRACE is never enabled.
 */
public final class KernelLogProvider implements SLF4JServiceProvider, ILoggerFactory {
    private static final String API_VERSION = "2.0.99";

    private final ConcurrentHashMap<String, Logger> loggers = new ConcurrentHashMap<>();
    private final IMarkerFactory markers = new BasicMarkerFactory();
    private final MDCAdapter mdc = new BasicMDCAdapter();

    /** For SLF4J. */
    public KernelLogProvider() {}

    @Override
    public Logger getLogger(String name) {
        return loggers.computeIfAbsent(name, wanted -> new KernelLogger(KernelLog.system(), wanted, mdc));
    }

    @Override
    public ILoggerFactory getLoggerFactory() {
        return this;
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return markers;
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return mdc;
    }

    @Override
    public String getRequestedApiVersion() {
        return API_VERSION;
    }

    @Override
    public void initialize() {}
}
