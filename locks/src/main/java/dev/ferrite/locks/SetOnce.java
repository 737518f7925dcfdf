package dev.ferrite.locks;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A value that is set once and read by all: the counterpart of {@code kernel::sync::SetOnce}.
 *
 * <p>A reader sees nothing or the whole value. Reading costs one acquire load, setting one CAS. There is no waiting form.
 *
 * @param <T> the value
 */
public final class SetOnce<T> {
    /*
     * value: null -> the value, once, by CAS (one winner, which publishes what it wrote before); read by acquire. A loser's
     * CAS has seen the winner's, so after it asRef() has a value. The kernel's has three states, for its value is stored
     * in place; here it is a reference.
     */
    private static final VarHandle VALUE;

    static {
        try {
            VALUE = MethodHandles.lookup().findVarHandle(SetOnce.class, "value", Object.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @SuppressWarnings("unused") // through VALUE
    private @Nullable Object value;

    /** Nothing set. */
    public SetOnce() {}

    /**
     * Sets the value if nobody has: {@code populate}.
     *
     * @param value the value
     * @return whether this call set it; after false another's value can be read
     * @throws NullPointerException for null
     */
    public boolean populate(T value) {
        return VALUE.compareAndSet(this, null, Objects.requireNonNull(value, "value"));
    }

    /**
     * The value, if it is set: {@code as_ref}.
     *
     * @return the value, or null
     */
    @SuppressWarnings("unchecked") // only populate() writes
    public @Nullable T asRef() {
        return (T) VALUE.getAcquire(this);
    }
}
