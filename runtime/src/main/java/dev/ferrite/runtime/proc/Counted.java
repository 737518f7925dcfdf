package dev.ferrite.runtime.proc;

import dev.ferrite.locks.ref.RefCount;
import dev.ferrite.offheap.diag.Warn;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The count of an object that lives on the heap, with the rules of {@link RefCount}: it saturates and warns instead of
 * going wrong. On the heap, because what it counts is, so that a stray drop meets no other object's word.
 */
public final class Counted {
    private final AtomicInteger count = new AtomicInteger(1);

    /** A count of one, the creator's. */
    public Counted() {}

    /** Adds a reference; the caller has one. */
    public void inc() {
        int old = count.getAndIncrement();
        if (old <= 0 || old == RefCount.MAX) {
            saturate(
                    old == 0 ? RefCount.WARN_ADD_UAF : RefCount.WARN_OVERFLOW,
                    old == 0 ? "addition on 0; use-after-free" : "saturated; leaking memory");
        }
    }

    /**
     * Drops a reference.
     *
     * @return true if it was the last: the caller frees the object
     */
    public boolean decAndTest() {
        int old = count.getAndDecrement();
        if (old <= 0) {
            saturate(RefCount.WARN_SUB_UAF, "underflow; use-after-free");
        }
        return old == 1;
    }

    /**
     * The count now; stale at once.
     *
     * @return the value
     */
    public int read() {
        return count.get();
    }

    private void saturate(String category, String what) {
        count.set(RefCount.SATURATED);
        Warn.once(category, "refcount_t: " + what);
    }
}
