package dev.ferrite.locks;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * A value that is set once and read by all: the counterpart of {@code kernel::sync::SetOnce}.
 *
 * <p>A reader sees nothing or the whole value. Reading costs one acquire load; setting one CAS and one store. There is
 * no waiting form.
 *
 * @param <T> the value
 */
public final class SetOnce<T> {
    /*
     * state   value             read by asRef()
     * EMPTY   not there         null
     * WRITING being stored      null
     * SET     there, for good   the value
     * It only grows. populate: CAS EMPTY -> WRITING (one winner); plain store of the value; store-release SET. asRef:
     * load-acquire SET, then the plain value: ordered after the winner's store. A loser may see WRITING, so
     * populate() == false does not say that asRef() has a value yet.
     */
    private static final int EMPTY = 0;
    private static final int WRITING = 1;
    private static final int SET = 2;
    private static final VarHandle STATE;

    static {
        try {
            STATE = MethodHandles.lookup().findVarHandle(SetOnce.class, "state", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @SuppressWarnings("unused") // through STATE
    private int state;

    private @Nullable T value;

    /** Nothing set. */
    public SetOnce() {}

    /**
     * Sets the value if nobody has: {@code populate}.
     *
     * @param value the value
     * @return whether this call set it; after false the value may not be readable yet
     */
    public boolean populate(T value) {
        if (!STATE.compareAndSet(this, EMPTY, WRITING)) {
            return false;
        }
        this.value = value;
        STATE.setRelease(this, SET);
        return true;
    }

    /**
     * The value, if it is set: {@code as_ref}.
     *
     * @return the value, or null
     */
    public @Nullable T asRef() {
        return (int) STATE.getAcquire(this) == SET ? value : null;
    }
}
