package dev.ferrite.locks;

/** The kernel's unit of timeouts. Here a jiffy is a millisecond: {@code HZ} is 1000. */
public final class Jiffies {
    /** Jiffies in a second. */
    public static final long HZ = 1000;

    /** A timeout that never ends; greater ones, taken as unsigned, are the same. */
    public static final long MAX_SCHEDULE_TIMEOUT = Long.MAX_VALUE;

    private static final long NANOS = 1_000_000_000L / HZ;

    private Jiffies() {}

    /**
     * The jiffies that cover a time, rounded up: {@code msecs_to_jiffies}.
     *
     * @param milliseconds 0 or more
     * @return jiffies
     */
    public static long ofMilliseconds(long milliseconds) {
        return milliseconds;
    }

    /**
     * The jiffies that cover a time, rounded up: {@code nsecs_to_jiffies} for waits, which must not end early.
     *
     * @param nanos a time; negative is none
     * @return jiffies, 0 or more
     */
    public static long ofNanos(long nanos) {
        return nanos <= 0 ? 0 : (nanos - 1) / NANOS + 1;
    }

    /**
     * A time in nanoseconds, capped at what a long holds.
     *
     * @param jiffies taken as unsigned
     * @return nanoseconds
     */
    public static long toNanos(long jiffies) {
        return jiffies < 0 || jiffies > Long.MAX_VALUE / NANOS ? Long.MAX_VALUE : jiffies * NANOS;
    }
}
