package dev.ferrite.locks.atomic;

import dev.ferrite.offheap.Words;

/**
 * A 64-bit atomic word with the kernel's orderings: the counterpart of {@code Atomic<i64>}.
 *
 * <p>Addresses are aligned to 8 bytes and mapped. Java has no relaxed read-modify-write: the relaxed forms are acquire,
 * the cheapest there is. Nothing here blocks or allocates.
 */
public final class AtomicI64 {
    private AtomicI64() {}

    /**
     * Loads; no ordering.
     *
     * @param word the address
     * @return the value
     */
    public static long loadRelaxed(long word) {
        return Words.getLongOpaque(word);
    }

    /**
     * Loads; no later access moves before it.
     *
     * @param word the address
     * @return the value
     */
    public static long loadAcquire(long word) {
        return Words.getLongAcquire(word);
    }

    /**
     * Stores; no ordering.
     *
     * @param word the address
     * @param value the value
     */
    public static void storeRelaxed(long word, long value) {
        Words.setLongOpaque(word, value);
    }

    /**
     * Stores; no earlier access moves after it.
     *
     * @param word the address
     * @param value the value
     */
    public static void storeRelease(long word, long value) {
        Words.setLongRelease(word, value);
    }

    /**
     * Replaces the value; relaxed.
     *
     * @param word the address
     * @param value the new value
     * @return the value before
     */
    public static long xchgRelaxed(long word, long value) {
        return Words.getAndSetLongAcquire(word, value);
    }

    /**
     * Replaces the value; acquire.
     *
     * @param word the address
     * @param value the new value
     * @return the value before
     */
    public static long xchgAcquire(long word, long value) {
        return Words.getAndSetLongAcquire(word, value);
    }

    /**
     * Replaces the value; release.
     *
     * @param word the address
     * @param value the new value
     * @return the value before
     */
    public static long xchgRelease(long word, long value) {
        return Words.getAndSetLongRelease(word, value);
    }

    /**
     * Replaces the value; full.
     *
     * @param word the address
     * @param value the new value
     * @return the value before
     */
    public static long xchgFull(long word, long value) {
        Fences.beforeFull();
        long old = Words.getAndSetLong(word, value);
        Fences.afterFull();
        return old;
    }

    /**
     * Adds; relaxed.
     *
     * @param word the address
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static long fetchAddRelaxed(long word, long delta) {
        return Words.getAndAddLongAcquire(word, delta);
    }

    /**
     * Adds; acquire.
     *
     * @param word the address
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static long fetchAddAcquire(long word, long delta) {
        return Words.getAndAddLongAcquire(word, delta);
    }

    /**
     * Adds; release.
     *
     * @param word the address
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static long fetchAddRelease(long word, long delta) {
        return Words.getAndAddLongRelease(word, delta);
    }

    /**
     * Adds; full.
     *
     * @param word the address
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static long fetchAddFull(long word, long delta) {
        Fences.beforeFull();
        long old = Words.getAndAddLong(word, delta);
        Fences.afterFull();
        return old;
    }

    /**
     * Replaces the value if it is the expected one; relaxed when it succeeds, relaxed when it does not.
     *
     * @param word the address
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced
     */
    public static boolean cmpxchgRelaxed(long word, long expected, long value) {
        return Words.compareAndSetLongAcquire(word, expected, value);
    }

    /**
     * Replaces the value if it is the expected one; acquire when it succeeds, relaxed when it does not.
     *
     * @param word the address
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced
     */
    public static boolean cmpxchgAcquire(long word, long expected, long value) {
        return Words.compareAndSetLongAcquire(word, expected, value);
    }

    /**
     * Replaces the value if it is the expected one; release when it succeeds, relaxed when it does not.
     *
     * @param word the address
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced
     */
    public static boolean cmpxchgRelease(long word, long expected, long value) {
        return Words.compareAndSetLongRelease(word, expected, value);
    }

    /**
     * Replaces the value if it is the expected one; full when it succeeds, relaxed when it does not.
     *
     * @param word the address
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced
     */
    public static boolean cmpxchgFull(long word, long expected, long value) {
        Fences.beforeFull();
        boolean replaced = Words.compareAndSetLong(word, expected, value);
        Fences.afterFull();
        return replaced;
    }
}
