package dev.ferrite.drm.fence;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * What runs when a fence is signalled: the counterpart of {@code struct dma_fence_cb}.
 *
 * <p>Good for one registration: once it has run or was removed, it is used up. One that was refused (ENOENT) is not.
 */
public abstract class FenceCallback {
    /*
     * state    meaning                           next, by whom
     * NEW      on no fence                       PENDING, by add (CAS)
     * PENDING  on a fence, will run              RUN by the signaller (CAS), REMOVED by remove (CAS), NEW by a refused add
     * RUN      has run, or is running            -
     * REMOVED  will not run; a list may name it  -
     *
     * RUN and REMOVED are final, so a list that still names a removed callback can never run it for another fence.
     */
    private static final int NEW = 0;
    private static final int PENDING = 1;
    private static final int RUN = 2;
    private static final int REMOVED = 3;

    private static final VarHandle STATE;

    static {
        try {
            STATE = MethodHandles.lookup().findVarHandle(FenceCallback.class, "state", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private volatile int state = NEW;

    /** A callback on no fence. */
    protected FenceCallback() {}

    /**
     * The fence is signalled. Called once, on the thread that signals, in the order of registration: must not block. What
     * it throws is a WARN, and does not keep the others from running.
     *
     * @param fence the fence
     */
    protected abstract void run(DmaFence fence);

    /**
     * Whether it is on a fence and will run.
     *
     * @return stale at once if true
     */
    public final boolean isPending() {
        return state == PENDING;
    }

    /** Takes it for a fence; false if it was used before. */
    final boolean claim() {
        return STATE.compareAndSet(this, NEW, PENDING);
    }

    /** Gives it back after a refusal. */
    final void unclaim() {
        state = NEW;
    }

    /** The signaller's right to run it; true once at most. */
    final boolean takeToRun() {
        return STATE.compareAndSet(this, PENDING, RUN);
    }

    /** The remover's right to keep it from running; true once at most. */
    final boolean takeAway() {
        return STATE.compareAndSet(this, PENDING, REMOVED);
    }
}
