package dev.ferrite.locks.ref;

import dev.ferrite.locks.Guard;
import dev.ferrite.locks.Lock;
import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.offheap.trace.Tracing;
import org.jspecify.annotations.Nullable;

/**
 * Reference counts that saturate instead of wrapping: the counterpart of {@code refcount_t}
 * ({@code include/linux/refcount.h}, {@code rust/kernel/sync/refcount.rs}).
 *
 * <p>Static methods on the address of a 4-byte word, aligned to 4, so that a count can sit in any struct. 1 to
 * {@link #MAX} are valid, 0 is dead, negative is bad. A count that goes wrong is reported as a WARN (once a category)
 * and set to {@link #SATURATED}, from where it never comes back: the object leaks, and is never freed while somebody
 * uses it. Every operation is one atomic; none blocks or allocates. With {@code -Dferrite.trace.refs=true} the WARN brings
 * the stacks of the last steps of that count along: who dropped it, and who dropped it again.
 */
public final class RefCount {
    /*
     * Ordering.
     *
     * Up: none is needed, for the caller has a reference and with it everything it orders. Java has no relaxed
     * read-modify-write; the acquire form is the cheapest on every machine.
     *
     * Down: each drop is a release, and the one that drops to zero reads the word, and so all releases before it in the
     * word's modification order, and has an acquire fence behind it. So everything any holder did before its drop happens
     * before the free. A read-modify-write continues the release sequence, thus it need not be the direct successor.
     *
     * Detection is after the fact: the operation is applied, then a bad result is overwritten. Between the two another
     * thread may see the bad value; it is bad for that thread, too. From SATURATED = INT_MIN / 2 it takes 2^30 stray
     * operations, all between one thread's operation and its overwrite, to come back to a valid value.
     */

    /** The largest valid count. */
    public static final int MAX = Integer.MAX_VALUE;

    /** What a bad count is set to: {@code REFCOUNT_SATURATED}. */
    public static final int SATURATED = 0xC000_0000;

    /** WARN category: a count of 0 was incremented. */
    public static final String WARN_ADD_UAF = "refcount-add-on-0";

    /** WARN category: a count went beyond {@link #MAX}. */
    public static final String WARN_OVERFLOW = "refcount-saturated";

    /** WARN category of {@link #incNotZero}: a count went beyond {@link #MAX}. */
    public static final String WARN_NOT_ZERO_OVERFLOW = "refcount-not-zero-saturated";

    /** WARN category: a count was dropped below 0. */
    public static final String WARN_SUB_UAF = "refcount-underflow";

    /** WARN category: {@link #dec} dropped the last reference, and nobody freed the object. */
    public static final String WARN_DEC_LEAK = "refcount-dec-hit-0";

    private RefCount() {}

    /**
     * Sets the count; for objects nobody else sees yet. Opaque.
     *
     * @param word the count
     * @param n the value
     */
    public static void set(long word, int n) {
        if (Tracing.REFS) {
            Tracing.countBegins(word);
        }
        Words.setIntOpaque(word, n);
    }

    /**
     * The count now; stale at once, negative if bad. Opaque.
     *
     * @param word the count
     * @return the value
     */
    public static int read(long word) {
        return Words.getIntOpaque(word);
    }

    /**
     * Adds a reference; the caller has one.
     *
     * @param word the count
     */
    public static void inc(long word) {
        if (Tracing.REFS) {
            Tracing.countSteps(word, "inc");
        }
        int old = Words.getAndAddIntAcquire(word, 1);
        if (old <= 0 || old == MAX) {
            if (old == 0) {
                saturate(word, WARN_ADD_UAF, "addition on 0; use-after-free");
            } else {
                saturate(word, WARN_OVERFLOW, "saturated; leaking memory");
            }
        }
    }

    /**
     * Adds a reference unless the object is dead; relaxed.
     *
     * @param word the count
     * @return false if the count was 0, which it stays
     */
    public static boolean incNotZero(long word) {
        return incNotZeroAcquire(word);
    }

    /**
     * Adds a reference unless the object is dead; acquire when it succeeds.
     *
     * @param word the count
     * @return false if the count was 0, which it stays
     */
    public static boolean incNotZeroAcquire(long word) {
        return incNotZeroFrom(word, Words.getIntOpaque(word));
    }

    /**
     * The same where the caller has a guess: if it is right, the word is not read before it is written, which saves one of
     * two fetches of a cache line that another processor has changed. A wrong guess costs one failed compare-and-set.
     *
     * @param word the count
     * @param guess what the count may be, 1 or more
     * @return false if the count was 0, which it stays
     */
    public static boolean incNotZeroAcquire(long word, int guess) {
        if (guess <= 0) {
            throw new IllegalArgumentException("not the count of a live object: guess=" + guess);
        }
        return incNotZeroFrom(word, guess);
    }

    private static boolean incNotZeroFrom(long word, int expected) {
        if (Tracing.REFS) {
            Tracing.countSteps(word, "incNotZero");
        }
        int old = expected;
        while (old != 0) {
            int found = Words.compareAndExchangeInt(word, old, old + 1);
            if (found == old) {
                if (old < 0 || old == MAX) {
                    saturate(word, WARN_NOT_ZERO_OVERFLOW, "saturated; leaking memory");
                }
                return true;
            }
            old = found;
        }
        return false;
    }

    /**
     * Drops a reference that is not the last; release.
     *
     * @param word the count
     */
    public static void dec(long word) {
        if (Tracing.REFS) {
            Tracing.countSteps(word, "dec");
        }
        int old = Words.getAndAddIntRelease(word, -1);
        if (old <= 1) {
            saturate(word, WARN_DEC_LEAK, "decrement hit 0; leaking memory");
        }
    }

    /**
     * Drops a reference; release, and acquire when it was the last.
     *
     * @param word the count
     * @return true if it was the last: the caller frees the object
     */
    public static boolean decAndTest(long word) {
        return subAndTest(word, 1);
    }

    /**
     * Drops several references; release, and acquire when they were the last.
     *
     * @param word the count
     * @param i how many, more than 0
     * @return true if they were the last: the caller frees the object
     */
    public static boolean subAndTest(long word, int i) {
        if (Tracing.REFS) {
            Tracing.countSteps(word, "decAndTest");
        }
        int old = Words.getAndAddIntRelease(word, -i);
        if (old == i && old > 0) {
            Words.acquireFence();
            return true;
        }
        if (old <= 0 || old < i) {
            saturate(word, WARN_SUB_UAF, "underflow; use-after-free");
        }
        return false;
    }

    /**
     * Drops the reference if it is the last; release.
     *
     * @param word the count
     * @return true if the count was 1 and is 0 now: the caller frees the object
     */
    public static boolean decIfOne(long word) {
        if (Tracing.REFS) {
            Tracing.countSteps(word, "decIfOne");
        }
        if (Words.compareAndSetIntRelease(word, 1, 0)) {
            Words.acquireFence();
            return true;
        }
        return false;
    }

    /**
     * Drops the reference unless it is the last; release.
     *
     * @param word the count
     * @return false if the count was 1, which it stays
     */
    public static boolean decNotOne(long word) {
        if (Tracing.REFS) {
            Tracing.countSteps(word, "decNotOne");
        }
        for (; ; ) {
            int old = Words.getIntOpaque(word);
            if (old == SATURATED) {
                return true;
            }
            if (old == 1) {
                return false;
            }
            if (old == 0) {
                warn(word, WARN_SUB_UAF, "underflow; use-after-free");
                return true;
            }
            if (Words.compareAndSetIntRelease(word, old, old - 1)) {
                return true;
            }
        }
    }

    /**
     * Drops a reference and, if it is the last, does so with a lock held, so that whoever finds the object through that
     * lock finds it alive: {@code refcount_dec_and_lock}, {@code refcount_dec_and_mutex_lock}. Takes the lock only when
     * the count looks like the last; may wait for it.
     *
     * @param word the count
     * @param lock the lock
     * @param <T> what the lock protects
     * @return the guard if it was the last: the caller frees the object and unlocks; null if not
     */
    public static <T> @Nullable Guard<T> decAndLock(long word, Lock<T, ?> lock) {
        if (decNotOne(word)) {
            return null;
        }
        Guard<T> guard = lock.lock();
        if (decAndTest(word)) {
            return guard;
        }
        guard.close();
        return null;
    }

    private static void saturate(long word, String category, String what) {
        Words.setIntOpaque(word, SATURATED);
        warn(word, category, what);
    }

    private static void warn(long word, String category, String what) {
        String history = Tracing.REFS ? Tracing.countHistory(word) : "";
        Warn.once(category, "refcount_t: " + what + ": word=0x" + Long.toHexString(word) + history);
    }
}
