package dev.ferrite.offheap.alloc;

import dev.ferrite.offheap.config.ConfigOption;
import org.jspecify.annotations.Nullable;

/**
 * Told before memory goes back to its allocator, while the lock validator is on ({@code -Dferrite.lockdep=true}): the
 * seam of {@code debug_check_no_locks_freed}. Off, nothing is asked.
 */
public final class FreeHook {
    /** Whether frees are told: read at start, once. */
    static final boolean ON = ConfigOption.LOCKDEP.isOn();

    private static volatile @Nullable Check check;

    private FreeHook() {}

    /** Looks at memory that is about to be freed. */
    @FunctionalInterface
    public interface Check {
        /**
         * Called on the thread that frees; must not free.
         *
         * @param address where the block begins
         * @param bytes its length, at least
         */
        void freeing(long address, long bytes);
    }

    /**
     * Installs the check.
     *
     * @param next the check; null for none
     */
    public static void install(@Nullable Check next) {
        check = next;
    }

    static void freeing(long address, long bytes) {
        Check now = check;
        if (now != null) {
            now.freeing(address, bytes);
        }
    }
}
