/**
 * Timers of nanosecond resolution on the kernel's own, the counterpart of {@code kernel::time::hrtimer}, and a clock.
 *
 * <p>{@link dev.ferrite.runtime.time.HrTimer} is what users see; its base is a heap of timers, a timerfd and the thread
 * that runs the handlers. {@link dev.ferrite.runtime.time.LocalClock} is the cheap clock for time stamps.
 */
@NullMarked
package dev.ferrite.runtime.time;

import org.jspecify.annotations.NullMarked;
