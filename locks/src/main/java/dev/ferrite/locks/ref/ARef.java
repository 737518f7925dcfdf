package dev.ferrite.locks.ref;

import dev.ferrite.offheap.trace.Tracing;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Owns exactly one count of an object: the counterpart of {@code kernel::sync::aref::ARef}.
 *
 * <p>{@link #dup} counts up and gives a second owner; {@link #close} counts down, once, however often it is called. Use
 * after that is an {@link IllegalStateException} and touches no memory. Each owner may be used by one thread at a time;
 * different owners of one object by different threads. An owner that does not leave the method that made it is no object
 * at all, once compiled; one that does is 16 bytes.
 *
 * @param <T> the object
 */
public final class ARef<T extends AlwaysRefCounted> implements AutoCloseable {
    /** Written under the monitor, see {@link ArcHandle}. Read plainly: an owner is used by one thread at a time. */
    private @Nullable T object;

    private ARef(T object) {
        this.object = object;
        if (Tracing.REFS) {
            trace(object.getClass().getSimpleName());
        }
    }

    private void trace(String type) {
        Tracing.acquired(this, Tracing.REFERENCE, "ARef<" + type + ">");
    }

    /**
     * A new owner of an object somebody else keeps alive meanwhile: counts up.
     *
     * @param object the object
     * @param <T> its type
     * @return the owner
     */
    public static <T extends AlwaysRefCounted> ARef<T> from(T object) {
        object.incRef();
        return new ARef<>(object);
    }

    /**
     * Takes over a count that the caller owns: counts nothing. {@code ARef::from_raw}.
     *
     * @param object the object
     * @param <T> its type
     * @return the owner
     */
    public static <T extends AlwaysRefCounted> ARef<T> fromRaw(T object) {
        return new ARef<>(Objects.requireNonNull(object, "object"));
    }

    /**
     * The object.
     *
     * @return the object, alive at least until this owner is closed
     * @throws IllegalStateException if this owner is closed
     */
    public T get() {
        T current = object;
        if (current == null) {
            throw closed();
        }
        return current;
    }

    /**
     * Another owner of the same object: counts up.
     *
     * @return the other owner
     * @throws IllegalStateException if this owner is closed
     */
    public ARef<T> dup() {
        return from(get());
    }

    /**
     * Gives the count to the caller and closes this owner without counting down: {@code ARef::into_raw}.
     *
     * @return the object, with one count that is the caller's to drop
     * @throws IllegalStateException if this owner is closed
     */
    public T intoRaw() {
        T taken = take();
        if (taken == null) {
            throw closed();
        }
        if (Tracing.REFS) {
            Tracing.moved(this);
        }
        return taken;
    }

    /**
     * Names this owner in the reports of the tracing twin ({@code -Dferrite.trace.refs=true}); does nothing without it.
     *
     * @param owner such as {@code index of the cache}
     * @return this
     */
    public ARef<T> named(String owner) {
        if (Tracing.REFS) {
            Tracing.named(this, owner);
        }
        return this;
    }

    /**
     * Whether this owner still has its count.
     *
     * @return false after {@link #close} or {@link #intoRaw}
     */
    public boolean isOpen() {
        return object != null;
    }

    /** Drops the count; the last owner frees the object here. Does nothing the second time. */
    @Override
    public void close() {
        T taken = take();
        if (taken != null) {
            if (Tracing.REFS) {
                Tracing.released(this);
            }
            taken.decRef();
        } else if (Tracing.REFS) {
            Tracing.releasedAgain(this);
        }
    }

    private IllegalStateException closed() {
        IllegalStateException failure = new IllegalStateException("reference is closed");
        return Tracing.REFS ? Tracing.explain(failure, this) : failure;
    }

    /** Takes the count out, so that of two racing closers one counts down. */
    private @Nullable T take() {
        synchronized (this) {
            T taken = object;
            object = null;
            return taken;
        }
    }

    @Override
    public String toString() {
        T current = object;
        return current == null ? "ARef closed" : "ARef of " + current;
    }
}
