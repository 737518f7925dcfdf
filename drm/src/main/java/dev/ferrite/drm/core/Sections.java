package dev.ferrite.drm.core;

import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.alloc.KmemCache;
import java.util.concurrent.locks.LockSupport;

/**
 * Sections that unplug waits for: the counterpart of {@code drm_dev_enter} and {@code drm_dev_exit}.
 *
 * <p>Entering and leaving cost one atomic each, on a cache line that few other threads use; both never block. Sections
 * nest, and may be left by another thread than the one that entered.
 */
final class Sections {
    /*
     * Algorithm note.
     *
     * One count for each of N stripes; a thread enters through the stripe of its id and leaves through the stripe in its
     * token, so each stripe counts its own sections exactly.
     *
     *   enter:  stripe++ (volatile)          close:  gone = true (volatile)
     *           if gone: stripe--, refuse            for each stripe: wait until it is 0
     *
     * Both sides write, then read the other's word, all volatile, thus totally ordered: either enter sees gone, or close
     * sees the increment and waits for it. A stripe once seen 0 after gone was set holds no section then, and gets none
     * later, for whoever increments it afterwards sees gone. So the stripes may be waited for one after the other, and a
     * stray increment of a refused entry costs the waiter a moment and nothing else. Leaving is a release, reading 0 an
     * acquire: all a section did happens before close returns. gone never goes back, so no second phase is needed, unlike
     * in SRCU.
     */
    private static final int LINE = 128;
    private static final int STRIPES =
            Math.min(64, Integer.highestOneBit(Math.max(1, Runtime.getRuntime().availableProcessors()) * 2 - 1));
    private static final KmemCache CACHE = KmemCache.create("drm_sections", LINE * STRIPES, LINE);

    private final long base;
    private volatile boolean gone;

    Sections() {
        this.base = CACHE.alloc();
        for (int i = 0; i < STRIPES; i++) {
            Words.setIntPlain(base + (long) i * LINE, 0);
        }
        Words.releaseFence();
    }

    /** Enters: a token for {@link #exit}, or -1 once closing has begun. */
    int enter() {
        int stripe = (int) Thread.currentThread().threadId() & STRIPES - 1;
        Words.getAndAddInt(base + (long) stripe * LINE, 1);
        if (gone) {
            exit(stripe);
            return -1;
        }
        return stripe;
    }

    void exit(int token) {
        Words.getAndAddIntRelease(base + (long) token * LINE, -1);
    }

    boolean isGone() {
        return gone;
    }

    /** Refuses new sections from now on. */
    void setGone() {
        gone = true;
    }

    /** Waits until all sections are left. Polls: sections are short, and leaving one must cost nothing more. */
    void synchronize() {
        for (int i = 0; i < STRIPES; i++) {
            for (int spins = 0; Words.getIntVolatile(base + (long) i * LINE) != 0; spins++) {
                if (spins < 200) {
                    Thread.onSpinWait();
                } else {
                    LockSupport.parkNanos(this, 50_000);
                }
            }
        }
    }

    /** Gives the memory back; nobody may enter any more. */
    void free() {
        CACHE.free(base);
    }
}
