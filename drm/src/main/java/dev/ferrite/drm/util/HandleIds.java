package dev.ferrite.drm.util;

import dev.ferrite.locks.SpinLock;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Hands out the lowest free number from 1 up. A number given back and taken again, as a client does that replaces a buffer,
 * costs two atomics and no lock; the rest takes a spin lock for some dozen nanoseconds. Thread-safe.
 */
public final class HandleIds {
    /*
     * All free numbers are: one that was given back, if any; a candidate; and the set. The first two are the halves of one
     * word, so that one CAS decides by both:
     *
     *   returned   a free number, 0 if there is none         set and taken by any thread
     *   candidate  the lowest free number but for returned;  changed with the lock held
     *              NONE if no other is free
     *   set        every other free number, all above the candidate; guarded by the lock
     *
     * reserve   returned is there and below the candidate: take it; else, with the lock, take the candidate and make the
     *           lowest of the set the next one
     * release   returned is not there: put the number there; else, with the lock, the number becomes the candidate or a
     *           member of the set
     *
     * Each takes effect at its CAS of the word, which says all that the choice depends on: whenever the word has this value,
     * the lower of its halves is the lowest free number. So a value that went and came back does no harm. The set changes
     * before the CAS, and nobody sees it but the holder of the lock; if the CAS fails, it is done again with what is there.
     */
    private static final VarHandle WORD = MethodHandles.arrayElementVarHandle(long[].class);
    private static final int NONE = 0;
    private static final int FIRST = 1;

    /** Elements on both sides keep the word on a cache line of its own: lookups read what lies around this object. */
    private static final int PADDING = 16;

    private final long[] words = new long[2 * PADDING + 1];
    private final SpinLock<IdSet> others = SpinLock.of(new IdSet(FIRST + 1L, Integer.MAX_VALUE), "drm_handles");

    /** All numbers free. */
    public HandleIds() {
        WORD.setRelease(words, PADDING, word(NONE, FIRST));
    }

    private static long word(int returned, int candidate) {
        return ((long) returned << 32) | (candidate & 0xFFFF_FFFFL);
    }

    private static int returned(long word) {
        return (int) (word >>> 32);
    }

    private static int candidate(long word) {
        return (int) word;
    }

    /** Whether a number comes before another, where {@link #NONE} comes last. */
    private static boolean isBelow(int a, int b) {
        return Integer.compareUnsigned(a - 1, b - 1) < 0;
    }

    private long now() {
        return (long) WORD.getAcquire(words, PADDING);
    }

    private boolean change(long from, long to) {
        return WORD.compareAndSet(words, PADDING, from, to);
    }

    /**
     * Takes the lowest free number.
     *
     * @return the number, 1 or more; -1 if all are taken
     */
    public int reserve() {
        long now = now();
        int returned = returned(now);
        return isBelow(returned, candidate(now)) && change(now, word(NONE, candidate(now))) ? returned : reserveSlow();
    }

    private int reserveSlow() {
        try (var guard = others.lock()) {
            int next = NONE; // taken out of the set, to be the next candidate
            for (; ; ) {
                long now = now();
                int returned = returned(now);
                int candidate = candidate(now);
                if (isBelow(returned, candidate)) {
                    if (change(now, word(NONE, candidate))) {
                        if (next != NONE) {
                            guard.get().release(next);
                        }
                        return returned;
                    }
                    continue;
                }
                if (candidate == NONE) {
                    return -1;
                }
                if (next == NONE) {
                    next = Math.max(NONE, (int) guard.get().reserve());
                }
                if (change(now, word(returned, next))) {
                    return candidate;
                }
            }
        }
    }

    /**
     * Gives a number back.
     *
     * @param number one that {@link #reserve} returned and that was not given back since
     */
    public void release(int number) {
        long now = now();
        if (returned(now) != NONE || !change(now, word(number, candidate(now)))) {
            releaseSlow(number);
        }
    }

    private void releaseSlow(int number) {
        try (var guard = others.lock()) {
            for (; ; ) {
                long now = now();
                int candidate = candidate(now);
                if (returned(now) == NONE) {
                    if (change(now, word(number, candidate))) {
                        return;
                    }
                } else if (!isBelow(number, candidate)) {
                    guard.get().release(number);
                    return;
                } else if (change(now, word(returned(now), number))) {
                    if (candidate != NONE) {
                        guard.get().release(candidate);
                    }
                    return;
                }
            }
        }
    }
}
