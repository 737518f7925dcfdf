package dev.ferrite.locks.rcu;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * Something to be reclaimed after a grace period, queued without garbage: the counterpart of {@code struct rcu_head}.
 *
 * <p>Extend it with the object that dies, or with what frees it, and hand it to {@link Rcu#call(RcuHead)}. It can be
 * queued again from {@link #reclaim} on.
 */
public abstract class RcuHead {
    /** The bottom of every stack, so that a head on one has a {@code next}, and one on none has not. */
    static final RcuHead END = new RcuHead() {
        @Override
        protected void reclaim() {}
    };

    private static final VarHandle NEXT;

    static {
        try {
            NEXT = MethodHandles.lookup().findVarHandle(RcuHead.class, "next", RcuHead.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** The head below on the stack; null when it is on none. Its claim is a CAS, the rest the stack's CAS publishes. */
    @Nullable
    RcuHead next;

    /** The weight of the stack from this one down; 0 for {@link #END}. */
    int depth;

    /** For subclasses. */
    protected RcuHead() {}

    /**
     * Reclaims. Runs on the reclaimer's thread, outside any section, after a grace period; the queue holds no reference to
     * this any more. It should be short, for the others wait; it may queue, and may not wait for callbacks
     * ({@link Rcu#barrier()}). What it throws is a WARN.
     *
     * @throws Exception counted as {@code rcu-callback}
     */
    protected abstract void reclaim() throws Exception;

    /** How much it counts for when too much is queued. */
    int weight() {
        return 1;
    }

    /** It is on a batch whose grace period is about to begin. */
    void seal() {}

    final boolean isEnd() {
        return depth == 0;
    }

    /** Takes it for a stack; false if it is on one. */
    final boolean claim() {
        return NEXT.compareAndSet(this, null, END);
    }
}
