package dev.ferrite.runtime.log;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Lets a burst through in each interval: the counterpart of {@code struct ratelimit_state} and {@code ___ratelimit}.
 *
 * <pre>{@code
 * private static final RateLimit LIMIT = RateLimit.standard();
 * ...
 * if (LIMIT.permit(log, "nova")) {
 *     log.warn("nova", "ring full: fence=%d", fence);
 * }
 * }</pre>
 *
 * <p>Thread-safe and lock-free. Unlike the kernel's, which forgets the count when it cannot get its lock, the number of
 * suppressed calls is exact.
 */
public final class RateLimit {
    /** The kernel's default: 10 messages in 5 seconds. */
    private static final int BURST = 10;

    private static final long INTERVAL = TimeUnit.SECONDS.toNanos(5);

    private final long interval;
    private final int burst;
    private final LongSupplier clock;
    private final AtomicLong begin;
    private final AtomicLong used = new AtomicLong();

    /**
     * A limit.
     *
     * @param intervalNanos the interval, more than 0
     * @param burst how many are let through in it, more than 0
     */
    public RateLimit(long intervalNanos, int burst) {
        this(intervalNanos, burst, System::nanoTime);
    }

    RateLimit(long intervalNanos, int burst, LongSupplier clock) {
        if (intervalNanos <= 0 || burst <= 0) {
            throw new IllegalArgumentException(
                    "interval and burst must be > 0: interval=" + intervalNanos + " burst=" + burst);
        }
        this.interval = intervalNanos;
        this.burst = burst;
        this.clock = clock;
        this.begin = new AtomicLong(clock.getAsLong());
    }

    /**
     * The kernel's default of 10 messages in 5 seconds.
     *
     * @return a new limit
     */
    public static RateLimit standard() {
        return new RateLimit(INTERVAL, BURST);
    }

    /**
     * Whether the caller may speak now; says in the log how many could not, once the interval is over.
     *
     * @param log where to say it
     * @param subsystem under which name
     * @return true for the first calls of an interval
     */
    public boolean permit(KernelLog log, String subsystem) {
        long now = clock.getAsLong();
        long since = begin.get();
        if (now - since >= interval && begin.compareAndSet(since, now)) {
            long suppressed = used.getAndSet(0) - burst;
            if (suppressed > 0) {
                log.warn(subsystem, suppressed + " messages suppressed");
            }
        }
        return used.getAndIncrement() < burst;
    }
}
