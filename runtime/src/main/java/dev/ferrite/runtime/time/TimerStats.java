package dev.ferrite.runtime.time;

/** What the timers of this process count. Asking makes no timer base, and costs its lock if there is one. */
public final class TimerStats {
    private TimerStats() {}

    /**
     * How many timers wait for their time.
     *
     * @return the count
     */
    public static long waiting() {
        HrTimerBase base = HrTimerBase.made;
        return base == null ? 0 : base.waiting();
    }

    /**
     * How often a timer expired and its handler was called.
     *
     * @return the count since start
     */
    public static long expired() {
        HrTimerBase base = HrTimerBase.made;
        return base == null ? 0 : base.expired();
    }
}
