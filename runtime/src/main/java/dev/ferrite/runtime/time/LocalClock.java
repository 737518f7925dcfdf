package dev.ferrite.runtime.time;

import dev.ferrite.offheap.HeapWords;
import dev.ferrite.offheap.config.ConfigOption;
import dev.ferrite.offheap.linux.Tsc;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;

/**
 * A cheap clock for time stamps: the counterpart of {@code local_clock()}, with which the kernel stamps its log.
 *
 * <p>The same time as {@link System#nanoTime}, to within a microsecond, for less than half the price where {@link Tsc} is
 * usable; elsewhere that very method. Never goes back by more than that microsecond: who needs a thread's stamps in order
 * keeps the last one. {@code -Dferrite.tsc=false} switches it off.
 *
 * <p>Thread-safe. Does not block and allocates nothing, but for the thread that links the counter, once.
 */
public final class LocalClock {
    /*
     * The counter is turned into nanoseconds from an anchor: a pair of readings of counter and nanoTime, and the rate
     * between this pair and the one before. Whoever finds the anchor older than INTERVAL takes nanoTime for the answer, and
     * for the next anchor.
     *
     * Error. A pair is read as counter, nanoTime, counter; if these are more than BRACKET ticks apart it is not used, so it
     * is off by half of that at most, e: 0.1 us at 2.5 GHz, mostly a tenth of it. The rate comes from pairs at least
     * INTERVAL apart and is used for INTERVAL at most: at the end the error is at most 3 e. CLOCK_MONOTONIC is this counter
     * times a factor, which NTP changes; it does so by 500 ppm at most, 1 us in INTERVAL, and by a hundredth of that in
     * practice. Errors do not add up: each anchor is nanoTime itself. Pairs more than STALE apart give no rate, because the
     * machine may have slept between them; then nanoTime is the answer for INTERVAL.
     *
     * The anchor is a sequence lock, whose writers never wait, nor do its readers. It lies in static fields: off the heap
     * it was five accesses, which are a third of what the compiler inlines into one method (see Words).
     *
     *   writer                                        reader
     *   W1 CAS sequence, even -> odd; fails: no anchor  R1 s = sequence, volatile; even?
     *   W2 releaseFence                               R2 load fields
     *   W3 store fields                               R3 acquireFence
     *   W4 sequence.release = even + 2                R4 sequence == s, volatile?
     *
     * A load in R2 that sees a store of W3 after R1 makes R4 see W1's odd number or more (fences W2 and R3), and the reader
     * takes nanoTime. A reader whose counter is older than the anchor finds a negative distance, which is no less than
     * LIMIT as an unsigned number: nanoTime again.
     *
     * Linking the counter takes ten milliseconds, more than a writer of a log may take, or a short program wants to: a
     * thread of its own does it, after WORTH readings.
     */
    private static final long INTERVAL = 2_000_000;

    private static final long STALE = 1_000_000_000;
    private static final long BRACKET = 512;
    private static final int WORTH = 2_000;
    private static final int SHIFT = 32;

    private static final boolean ON = ConfigOption.TSC.isOn() && !HeapWords.enabled();

    private static final VarHandle SEQUENCE;
    private static final VarHandle PHASE;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            SEQUENCE = lookup.findStaticVarHandle(LocalClock.class, "sequence", long.class);
            PHASE = lookup.findStaticVarHandle(LocalClock.class, "phase", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    // The anchor.
    private static volatile long sequence;
    private static long ticks;
    private static long nanos;
    private static long rate;

    /** For how many ticks the anchor is good; 0: there is none. */
    private static long limit;

    private static final int UNUSED = 0;
    private static final int LINKING = 1;
    private static final int REFUSED = 2;
    private static final int READY = 3;
    private static final int NO_THREAD = 4;

    private static volatile int phase;

    /** Plain: a count that threads lose begins later. */
    private static int readings;

    private LocalClock() {}

    /**
     * Reads the clock.
     *
     * @return nanoseconds from the origin of {@link System#nanoTime} on
     */
    public static long nanos() {
        if (!ON) {
            return System.nanoTime();
        }
        long before = sequence;
        long good = limit;
        if (good == 0) {
            return nanosSlow();
        }
        long past = Tsc.ticks() - ticks;
        long now = nanos + ((past * rate) >>> SHIFT);
        VarHandle.acquireFence();
        boolean whole = (before & 1) == 0 && sequence == before;
        return whole && Long.compareUnsigned(past, good) < 0 ? now : nanosSlow();
    }

    /**
     * What the clock stands on now.
     *
     * @return {@code "tsc"}, or {@code "nanoTime"} and why
     */
    public static String status() {
        if (!ON) {
            return "nanoTime: switched off";
        }
        return switch (phase) {
            case READY -> "tsc";
            case REFUSED -> "nanoTime: " + Tsc.status();
            case NO_THREAD -> "nanoTime: no thread was to be had for linking the counter";
            default -> "nanoTime: not read often enough yet";
        };
    }

    private static long nanosSlow() {
        if (phase == READY) {
            return anchorSlow();
        }
        if (phase == UNUSED && ++readings >= WORTH && PHASE.compareAndSet(UNUSED, LINKING)) {
            startSlow();
        }
        return System.nanoTime();
    }

    private static void startSlow() {
        try {
            Thread.ofPlatform().daemon().name("ferrite-clock").start(LocalClock::link);
        } catch (OutOfMemoryError noThread) {
            phase = NO_THREAD; // nanoTime stays the clock; a time stamp is no reason to fail
        }
    }

    private static void link() {
        if (!Tsc.isUsable()) {
            phase = REFUSED;
            return;
        }
        // Two pairs make a rate. Were it left to the callers, all of their calls would go that way until then, and the
        // compiler would think that they always do.
        anchorSlow();
        LockSupport.parkNanos(INTERVAL + INTERVAL / 2);
        anchorSlow();
        phase = READY;
    }

    /** Answers by nanoTime, and makes that the anchor if it is time to. */
    private static long anchorSlow() {
        long before = Tsc.ticks();
        long now = System.nanoTime();
        long wide = Tsc.ticks() - before;
        long even = sequence;
        // Racing with a writer: if what this looks at is torn, one anchor is not made, or made once more than need be.
        boolean due = now - nanos >= INTERVAL || even == 0;
        if (due
                && Long.compareUnsigned(wide, BRACKET) <= 0
                && (even & 1) == 0
                && SEQUENCE.compareAndSet(even, even + 1)) {
            VarHandle.releaseFence();
            put(before + (wide >>> 1), now);
            SEQUENCE.setRelease(even + 2);
        }
        return now;
    }

    /** Inside the sequence lock. */
    private static void put(long newTicks, long newNanos) {
        double passedTicks = newTicks - ticks;
        double passed = newNanos - nanos;
        boolean hasRate = ticks != 0 && passed >= INTERVAL && passed <= STALE && passedTicks > 0;
        limit = hasRate ? (long) (INTERVAL * (passedTicks / passed)) : 0;
        rate = hasRate ? (long) (passed / passedTicks * (1L << SHIFT)) : 0;
        ticks = newTicks;
        nanos = newNanos;
    }
}
