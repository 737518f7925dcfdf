package dev.ferrite.offheap.alloc.slab;

import org.jspecify.annotations.Nullable;

/**
 * Told before an allocation that may sleep leaves the fast path: the counterpart of {@code might_alloc()}.
 *
 * <p>Floors above know which contexts must not sleep, and install the check.
 */
public final class SleepHook {
    private static volatile @Nullable Runnable check;

    private SleepHook() {}

    /**
     * Installs the check.
     *
     * @param next called on the allocating thread, must not allocate; null for none
     */
    public static void install(@Nullable Runnable next) {
        check = next;
    }

    /** Asks. */
    public static void mightSleep() {
        Runnable now = check;
        if (now != null) {
            now.run();
        }
    }
}
