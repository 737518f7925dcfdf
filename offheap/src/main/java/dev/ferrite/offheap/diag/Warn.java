package dev.ferrite.offheap.diag;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counted warnings: the counterpart of the kernel's {@code WARN()} and {@code WARN_ONCE()}.
 *
 * <p>A warning never stops the program: it is counted under its category and given to the installed {@link WarnSink};
 * the caller goes on with the value its documentation promises. Thread-safe. Cold: a warning costs microseconds, for
 * it records the stack.
 */
public final class Warn {
    private static final ConcurrentHashMap<String, LongAdder> COUNTS = new ConcurrentHashMap<>();
    private static final WarnSink STDERR = (category, message, site) -> {
        StringBuilder text = new StringBuilder(256);
        text.append("WARNING: ").append(category).append(": ").append(message).append(System.lineSeparator());
        StackTraceElement[] frames = site.getStackTrace();
        for (int i = 0; i < Math.min(frames.length, 12); i++) {
            text.append("  at ").append(frames[i]).append(System.lineSeparator());
        }
        System.err.print(text);
    };

    private static volatile WarnSink sink = STDERR;

    private Warn() {}

    /**
     * Warns every time: {@code WARN()}.
     *
     * @param category the kind, stable, such as {@code refcount-underflow}
     * @param message one sentence with the values
     */
    public static void warn(String category, String message) {
        count(category);
        sink.warn(category, message, new Throwable(message));
    }

    /**
     * Warns the first time a category is met and only counts after that: {@code WARN_ONCE()}.
     *
     * @param category the kind, stable, such as {@code refcount-underflow}
     * @param message one sentence with the values
     */
    public static void once(String category, String message) {
        if (count(category)) {
            sink.warn(category, message, new Throwable(message));
        }
    }

    /**
     * How often a category has warned since start or since {@link #reset()}.
     *
     * @param category the kind
     * @return the count, 0 for one never met
     */
    public static long countOf(String category) {
        LongAdder count = COUNTS.get(category);
        return count == null ? 0 : count.sum();
    }

    /**
     * All counts, by category, in alphabetical order.
     *
     * @return a snapshot
     */
    public static Map<String, Long> counts() {
        Map<String, Long> snapshot = new TreeMap<>();
        COUNTS.forEach((category, count) -> snapshot.put(category, count.sum()));
        return snapshot;
    }

    /**
     * Installs a sink and gives back the one before it.
     *
     * @param next the new sink
     * @return the sink that was installed before
     */
    public static WarnSink sink(WarnSink next) {
        WarnSink before = sink;
        sink = next;
        return before;
    }

    /** Forgets all counts, so that {@link #once} speaks again: for tests. */
    public static void reset() {
        COUNTS.clear();
    }

    /** Counts one and says whether it was the first. */
    private static boolean count(String category) {
        boolean[] first = new boolean[1];
        COUNTS.computeIfAbsent(category, key -> {
                    first[0] = true;
                    return new LongAdder();
                })
                .increment();
        return first[0];
    }
}
