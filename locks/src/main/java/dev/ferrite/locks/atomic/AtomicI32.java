package dev.ferrite.locks.atomic;

import dev.ferrite.offheap.Words;

/**
 * A 32-bit atomic word with the kernel's orderings: the counterpart of {@code Atomic<i32>}.
 *
 * <p>Addresses are aligned to 4 bytes and mapped. Java has no relaxed read-modify-write: the relaxed forms are acquire,
 * the cheapest there is. Nothing here blocks or allocates.
 */
public final class AtomicI32 {
    private AtomicI32() {}

    /**
     * Loads; no ordering.
     *
     * @param word the address
     * @return the value
     */
    public static int loadRelaxed(long word) {
        return Words.getIntOpaque(word);
    }

    /**
     * Loads; no later access moves before it.
     *
     * @param word the address
     * @return the value
     */
    public static int loadAcquire(long word) {
        return Words.getIntAcquire(word);
    }

    /**
     * Stores; no ordering.
     *
     * @param word the address
     * @param value the value
     */
    public static void storeRelaxed(long word, int value) {
        Words.setIntOpaque(word, value);
    }

    /**
     * Stores; no earlier access moves after it.
     *
     * @param word the address
     * @param value the value
     */
    public static void storeRelease(long word, int value) {
        Words.setIntRelease(word, value);
    }

    /**
     * Replaces the value; relaxed.
     *
     * @param word the address
     * @param value the new value
     * @return the value before
     */
    public static int xchgRelaxed(long word, int value) {
        return Words.getAndSetIntAcquire(word, value);
    }

    /**
     * Replaces the value; acquire.
     *
     * @param word the address
     * @param value the new value
     * @return the value before
     */
    public static int xchgAcquire(long word, int value) {
        return Words.getAndSetIntAcquire(word, value);
    }

    /**
     * Replaces the value; release.
     *
     * @param word the address
     * @param value the new value
     * @return the value before
     */
    public static int xchgRelease(long word, int value) {
        return Words.getAndSetIntRelease(word, value);
    }

    /**
     * Replaces the value; full.
     *
     * @param word the address
     * @param value the new value
     * @return the value before
     */
    public static int xchgFull(long word, int value) {
        Fences.beforeFull();
        int old = Words.getAndSetInt(word, value);
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
    public static int fetchAddRelaxed(long word, int delta) {
        return Words.getAndAddIntAcquire(word, delta);
    }

    /**
     * Adds; acquire.
     *
     * @param word the address
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static int fetchAddAcquire(long word, int delta) {
        return Words.getAndAddIntAcquire(word, delta);
    }

    /**
     * Adds; release.
     *
     * @param word the address
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static int fetchAddRelease(long word, int delta) {
        return Words.getAndAddIntRelease(word, delta);
    }

    /**
     * Adds; full.
     *
     * @param word the address
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static int fetchAddFull(long word, int delta) {
        Fences.beforeFull();
        int old = Words.getAndAddInt(word, delta);
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
    public static boolean cmpxchgRelaxed(long word, int expected, int value) {
        return Words.compareAndSetIntAcquire(word, expected, value);
    }

    /**
     * Replaces the value if it is the expected one; acquire when it succeeds, relaxed when it does not.
     *
     * @param word the address
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced
     */
    public static boolean cmpxchgAcquire(long word, int expected, int value) {
        return Words.compareAndSetIntAcquire(word, expected, value);
    }

    /**
     * Replaces the value if it is the expected one; release when it succeeds, relaxed when it does not.
     *
     * @param word the address
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced
     */
    public static boolean cmpxchgRelease(long word, int expected, int value) {
        return Words.compareAndSetIntRelease(word, expected, value);
    }

    /**
     * Replaces the value if it is the expected one; full when it succeeds, relaxed when it does not.
     *
     * @param word the address
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced
     */
    public static boolean cmpxchgFull(long word, int expected, int value) {
        Fences.beforeFull();
        boolean replaced = Words.compareAndSetInt(word, expected, value);
        Fences.afterFull();
        return replaced;
    }
}
