package dev.ferrite.drm.client;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Something with a number that the kernel gives to others once it is given back: a handle, a descriptor. It ends when its
 * owner has closed it and no call uses it any more, so no call ever meets a number that means something else by then.
 */
abstract class ClosedWhenUnused implements AutoCloseable {
    private static final VarHandle STATE;

    static {
        try {
            STATE = MethodHandles.lookup().findVarHandle(ClosedWhenUnused.class, "state", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private static final int CLOSED = 1 << 31;

    /**
     * Top bit: closed, no new calls. Below: calls in progress, and 1 for the owner until close. Whoever brings it to 0 ends it;
     * a call counts itself by CAS from a value without the top bit, so it never sees a number that has been given back.
     */
    private volatile int state = 1;

    /** Counts a call in; false once it is closed. */
    final boolean tryEnter() {
        int now;
        do {
            now = state;
            if (now < 0) {
                return false;
            }
        } while (!STATE.weakCompareAndSetAcquire(this, now, now + 1));
        return true;
    }

    /** Counts a call out; the last one after the close ends it. */
    final void leave() {
        if ((int) STATE.getAndAdd(this, -1) == (CLOSED | 1)) {
            end();
        }
    }

    final boolean isClosed() {
        return state < 0;
    }

    /** Gives the number back; called once. */
    abstract void end();

    @Override
    public void close() {
        if ((int) STATE.getAndBitwiseOr(this, CLOSED) >= 0) {
            leave();
        }
    }
}
