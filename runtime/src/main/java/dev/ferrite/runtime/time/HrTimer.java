package dev.ferrite.runtime.time;

import dev.ferrite.offheap.diag.KernelBug;
import java.time.Duration;
import java.util.Objects;

/**
 * Calls a handler at a time: {@code kernel::time::hrtimer::HrTimer}, {@code struct hrtimer}.
 *
 * <p>Times are those of {@link System#nanoTime()}, {@code CLOCK_MONOTONIC}. A handler runs no earlier than asked for, and
 * as soon after as the kernel wakes a thread, typically within a tenth of a millisecond. All handlers run one after the
 * other on one daemon thread, as in the kernel's soft interrupt: a handler that takes long delays all others, so let it
 * queue work for whatever blocks. A handler never runs beside itself.
 *
 * <p>Starting and cancelling allocate nothing. They cost a lock and a step in a heap, and a system call of about 0.3 us
 * when the timer is the next to expire. A running timer is kept alive by its base; one that has expired is not.
 */
public final class HrTimer {
    /** What a handler answers. */
    public enum Restart {
        /** The timer has done its duty: {@code HRTIMER_NORESTART}. */
        NO_RESTART,

        /**
         * The timer shall expire again, at the time that the handler has set by {@link HrTimer#forwardNow}; without that
         * it expires again at once: {@code HRTIMER_RESTART}.
         */
        RESTART
    }

    /** What is called when the time has come. */
    @FunctionalInterface
    public interface Handler {
        /**
         * The time has come. Must be short and must not block; what it throws is a counted WARN, and ends the timer.
         *
         * @param timer the timer
         * @return whether it shall go on
         */
        Restart expired(HrTimer timer);
    }

    static final int NOT_QUEUED = -1;

    private final String name;
    private final Handler handler;
    private final HrTimerBase base;

    // Under the base's mutex.
    long expires;
    int index = NOT_QUEUED;
    boolean running;

    private HrTimer(String name, Handler handler, HrTimerBase base) {
        this.name = name;
        this.handler = handler;
        this.base = base;
    }

    /**
     * A timer that does not run.
     *
     * @param name what messages call it
     * @param handler what to call
     * @return the timer
     */
    public static HrTimer of(String name, Handler handler) {
        return new HrTimer(
                Objects.requireNonNull(name, "name"), Objects.requireNonNull(handler, "handler"), HrTimerBase.shared());
    }

    /**
     * Starts it, or moves it to another time if it runs: {@code hrtimer_start}, relative.
     *
     * @param after how long from now; negative is now
     * @return whether it was waiting for its time before
     */
    public boolean start(Duration after) {
        return startAt(later(System.nanoTime(), after));
    }

    /**
     * Starts it, or moves it to another time if it runs: {@code hrtimer_start}, absolute.
     *
     * @param nanoTime when, as {@link System#nanoTime()}; a time that has passed is now
     * @return whether it was waiting for its time before
     */
    public boolean startAt(long nanoTime) {
        return base.start(this, nanoTime);
    }

    /**
     * Stops it, and waits for its handler if that runs: {@code hrtimer_cancel}. Afterwards the handler does not run until
     * somebody starts it again. Not ended by interrupts.
     *
     * @return whether it was waiting for its time
     * @throws KernelBug from inside its own handler, which would wait for itself
     */
    public boolean cancel() {
        return base.cancel(this);
    }

    /**
     * Stops it unless its handler runs: {@code hrtimer_try_to_cancel}. Never waits.
     *
     * @return 1 if it was waiting for its time, 0 if it did not run, -1 if its handler runs now
     */
    public int tryToCancel() {
        return base.tryToCancel(this);
    }

    /**
     * Whether it waits for its time or its handler runs: {@code hrtimer_active}.
     *
     * @return the state, stale at once
     */
    public boolean isActive() {
        return base.isActive(this);
    }

    /**
     * Moves the expiry by whole intervals beyond now; for a handler that answers {@link Restart#RESTART}:
     * {@code hrtimer_forward_now}.
     *
     * @param interval 1 ns or more
     * @return by how many intervals; more than 1 means that some were missed
     * @throws IllegalArgumentException for an interval below 1 ns
     * @throws KernelBug if it waits for its time: only its handler, or the owner of a stopped timer, may move it
     */
    public long forwardNow(Duration interval) {
        long nanos = later(0, interval);
        if (nanos < 1) {
            throw new IllegalArgumentException("interval of timer " + name + ": " + interval);
        }
        return base.forward(this, System.nanoTime(), nanos);
    }

    /**
     * What messages call it.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    Restart call() {
        return handler.expired(this);
    }

    /** Half of all time is "never" enough, and keeps differences of times from overflowing. */
    private static long later(long from, Duration after) {
        long most = Long.MAX_VALUE >> 1;
        long nanos = after.compareTo(Duration.ofNanos(most)) > 0 ? most : after.isNegative() ? 0 : after.toNanos();
        return from + nanos;
    }

    @Override
    public String toString() {
        return "HrTimer " + name;
    }
}
