package dev.ferrite.offheap.alloc;

import dev.ferrite.offheap.config.ConfigOption;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The tracing twin of the owners: {@code -Dferrite.trace.boxes=true} at start.
 *
 * <p>On: an owner (box or vector) that becomes unreachable without a close is reported as WARN {@code box-leak} with the
 * stack that made it, its values are dropped and its memory is given back, by the collector's leisure. Each owner costs a
 * stack trace and a cleaner entry. Off: a leaked owner's memory is gone until the process ends, and nothing is paid.
 */
public final class BoxTrace {
    /** Whether the twin is on: read here, once. */
    public static final boolean ENABLED = ConfigOption.TRACE_BOXES.isOn();

    /** Whether owners carry an {@link OwnerDebug}. */
    static final boolean WATCHED = ENABLED || Kasan.ENABLED;

    static final AtomicLong LIVE = new AtomicLong();
    static final AtomicLong LEAKED = new AtomicLong();

    private BoxTrace() {}

    /**
     * How many owners are open.
     *
     * @return the count; 0 while the twin is off
     */
    public static long live() {
        return LIVE.get();
    }

    /**
     * How many owners were found unreachable and reclaimed.
     *
     * @return the count since start; 0 while the twin is off
     */
    public static long leaked() {
        return LEAKED.get();
    }
}
