package dev.ferrite.drm.util;

import dev.ferrite.locks.SpinLock;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Hands out the lowest free number from 1 up. A number given back and taken again, as a client does that replaces a buffer,
 * costs two atomics and no lock, also while another thread does the same; the rest takes a spin lock for some dozen
 * nanoseconds. Thread-safe.
 */
public final class HandleIds {
    /*
     * All free numbers are: up to two that were given back; a candidate; and the set. The first three are the parts of one
     * word, so that one CAS decides by all of them:
     *
     *   lower      the lower one that was given back, NONE if there is none   set and taken by any thread
     *   upper      the other one, NONE unless there are two                   set and taken by any thread
     *   candidate  the lowest free number but for these two;                  changed with the lock held
     *              NONE if no other is free, or only such as have no room in the word
     *   set        every other free number, all above the candidate; guarded by the lock
     *
     * reserve   lower is there and below the candidate: take it; else, with the lock, take the candidate and make the
     *           lowest of the set the next one
     * release   upper is not there: put the number there, or to lower if it is that; else, with the lock, the number becomes
     *           the candidate or a member of the set
     *
     * Each takes effect at its CAS of the word, which says all that the choice depends on: whenever the word has this value,
     * the lowest of its parts is the lowest free number. So a value that went and came back does no harm. The set changes
     * before the CAS, and nobody sees it but the holder of the lock; if the CAS fails, it is done again with what is there.
     *
     * Large numbers, above LAST_IN_WORD, are two millions away from 1 and only ever in the set. Taken, for a word without any
     * part, with the lock held: it takes effect at the read of that word, when all free numbers were in the set, which nobody
     * else changes. Given back, with the lock held: it takes effect as the set changes, which nobody sees before the lock is
     * free; who needs no lock takes a part of the word, and those are all below.
     *
     * The guess. Two threads that renew handles change the word in turn, so a read of it would fetch its cache line to read,
     * and the CAS once more to write. A release therefore tries the CAS first, as if nothing were given back and the candidate
     * were what it was lately; if not, the failed CAS has read the word, and has the line. A wrong guess costs no more than
     * that, for the CAS compares the whole word: the guess needs no ordering.
     */
    private static final VarHandle WORD = MethodHandles.arrayElementVarHandle(long[].class);
    private static final int NONE = 0;
    private static final int FIRST = 1;
    private static final int BITS = 21;
    private static final int LAST_IN_WORD = (1 << BITS) - 1;

    /** Elements on both sides keep the word on a cache line of its own: lookups read what lies around this object. */
    private static final int PADDING = 16;

    private final long[] words = new long[2 * PADDING + 1];
    private final SpinLock<IdSet> others = SpinLock.of(new IdSet(FIRST + 1L, Integer.MAX_VALUE), "drm_handles");

    /** A word that was there lately with nothing given back: the guess. Written with the lock held, read by anybody. */
    private long lately = word(NONE, NONE, FIRST);

    /** All numbers free. */
    public HandleIds() {
        WORD.setRelease(words, PADDING, lately);
    }

    private static long word(int lower, int upper, int candidate) {
        return ((long) lower << (2 * BITS)) | ((long) upper << BITS) | candidate;
    }

    private static int lower(long word) {
        return (int) (word >>> (2 * BITS));
    }

    private static int upper(long word) {
        return (int) (word >>> BITS) & LAST_IN_WORD;
    }

    private static int candidate(long word) {
        return (int) word & LAST_IN_WORD;
    }

    /** Whether a number comes before another, where {@link #NONE} comes last. */
    private static boolean isBelow(int a, int b) {
        return Integer.compareUnsigned(a - 1, b - 1) < 0;
    }

    /** The word without its lower number. */
    private static long withoutLower(long word) {
        return word(upper(word), NONE, candidate(word));
    }

    /** The word, which has no upper number, with one more. */
    private static long with(long word, int number) {
        int lower = lower(word);
        return isBelow(number, lower) ? word(number, lower, candidate(word)) : word(lower, number, candidate(word));
    }

    private static boolean hasRoom(long word) {
        return upper(word) == NONE;
    }

    private static boolean startsWithLower(long word) {
        return isBelow(lower(word), candidate(word));
    }

    private long now() {
        return (long) WORD.getAcquire(words, PADDING);
    }

    private boolean change(long from, long to) {
        return WORD.compareAndSet(words, PADDING, from, to);
    }

    /** With the lock held: the CAS, and the guess of those to come. */
    private boolean changeCandidate(long from, long to) {
        if (!change(from, to)) {
            return false;
        }
        lately = word(NONE, NONE, candidate(to));
        return true;
    }

    /**
     * Takes the lowest free number.
     *
     * @return the number, 1 or more; -1 if all are taken
     */
    public int reserve() {
        long now = now();
        return startsWithLower(now) && change(now, withoutLower(now)) ? lower(now) : reserveSlow();
    }

    private int reserveSlow() {
        try (var guard = others.lock()) {
            IdSet set = guard.get();
            int next = -1; // not known yet; else taken out of the set, to be the next candidate
            for (; ; ) {
                long now = now();
                if (startsWithLower(now)) {
                    if (change(now, withoutLower(now))) {
                        if (next > NONE) {
                            set.release(next);
                        }
                        return lower(now);
                    }
                    continue;
                }
                int candidate = candidate(now);
                if (candidate == NONE) {
                    return (int) set.reserve();
                }
                if (next < 0) {
                    next = takeNext(set);
                }
                if (changeCandidate(now, word(lower(now), upper(now), next))) {
                    return candidate;
                }
            }
        }
    }

    /** Takes the lowest number of the set out of it; {@link #NONE} if there is none that the word has room for. */
    private static int takeNext(IdSet set) {
        int lowest = (int) set.reserve();
        if (lowest > LAST_IN_WORD) {
            set.release(lowest);
        }
        return lowest < 0 || lowest > LAST_IN_WORD ? NONE : lowest;
    }

    /**
     * Gives a number back.
     *
     * @param number one that {@link #reserve} returned and that was not given back since
     */
    public void release(int number) {
        if (number > LAST_IN_WORD) {
            releaseLargeSlow(number);
            return;
        }
        long guess = lately;
        long found = (long) WORD.compareAndExchange(words, PADDING, guess, with(guess, number));
        if (found != guess && !(hasRoom(found) && change(found, with(found, number)))) {
            releaseSlow(number);
        }
    }

    private void releaseLargeSlow(int number) {
        try (var guard = others.lock()) {
            guard.get().release(number);
        }
    }

    private void releaseSlow(int number) {
        try (var guard = others.lock()) {
            for (; ; ) {
                long now = now();
                int candidate = candidate(now);
                if (hasRoom(now)) {
                    if (change(now, with(now, number))) {
                        return;
                    }
                } else if (!isBelow(number, candidate)) {
                    guard.get().release(number);
                    return;
                } else if (changeCandidate(now, word(lower(now), upper(now), number))) {
                    if (candidate != NONE) {
                        guard.get().release(candidate);
                    }
                    return;
                }
            }
        }
    }
}
