package dev.ferrite.drm.util;

import dev.ferrite.locks.park.Patience;
import java.util.function.BooleanSupplier;

/**
 * Looks for a while whether something has come, before its caller falls asleep: the work of a device is often over sooner
 * than a thread sleeps and wakes.
 *
 * <p>How long is learned from how it went before ({@link Patience}); at most about what sleeping and waking cost.
 */
public final class Looks {
    /** The clock is read once in so many looks. */
    private static final int CLOCK = 32;

    private Looks() {}

    /**
     * Looks, and leaves when it is there, when patience or the time is over, or at once if neither may be spent.
     *
     * @param key of what it is a case, such as a line of work: cases with the same key learn from each other
     * @param forever whether the time has no end
     * @param deadline when it is over, as {@link System#nanoTime()}
     * @param there whether it has come; called often, so cheap
     * @return whether it came
     */
    public static boolean until(long key, boolean forever, long deadline, BooleanSupplier there) {
        int looks = Patience.looks(key);
        for (int look = 1; look <= looks; look++) {
            if (there.getAsBoolean()) {
                Patience.paid(key);
                return true;
            }
            if (!forever && look % CLOCK == 0 && deadline - System.nanoTime() <= 0) {
                return false; // no lesson: it was not waited for
            }
            Thread.onSpinWait();
        }
        if (looks > 0) {
            Patience.wasInVain(key);
        }
        return false;
    }
}
