package dev.ferrite.locks.ref;

import dev.ferrite.offheap.trace.Tracing;
import org.jspecify.annotations.Nullable;

/**
 * An owner of a counted value: open until it is closed or gives its count away.
 *
 * <p>Taking the value out is guarded by the handle's own monitor, so that of two racing closers one wins. A monitor and
 * not an atomic, because the compiler removes the monitor of an object that never leaves a method, and then the object:
 * with an atomic on one of its fields it would have to be allocated. An owner that is stored somewhere pays the monitor,
 * once, at its end.
 */
abstract sealed class ArcHandle<T> implements AutoCloseable permits Arc, UniqueArc {
    /** Written under the monitor. Read plainly: an owner is used by one thread at a time. */
    @Nullable
    ArcInner<T> inner;

    ArcHandle(ArcInner<T> inner) {
        this.inner = inner;
        if (Tracing.REFS) {
            trace(inner.typeName());
        }
    }

    private void trace(String type) {
        Tracing.acquired(this, Tracing.REFERENCE, getClass().getSimpleName() + "<" + type + ">");
    }

    /**
     * Whether this owner still has its count.
     *
     * @return false once closed or given away
     */
    public final boolean isOpen() {
        return inner != null;
    }

    final ArcInner<T> open() {
        ArcInner<T> now = inner;
        if (now == null) {
            throw closed();
        }
        return now;
    }

    /** Takes the count out to drop it; null the second time. */
    final @Nullable ArcInner<T> end() {
        ArcInner<T> taken = take();
        if (Tracing.REFS) {
            if (taken != null) {
                Tracing.released(this);
            } else {
                Tracing.releasedAgain(this);
            }
        }
        return taken;
    }

    /** Takes the count out, once. */
    private @Nullable ArcInner<T> take() {
        synchronized (this) {
            ArcInner<T> taken = inner;
            inner = null;
            return taken;
        }
    }

    /** Takes the count out to give it to somebody else. */
    final ArcInner<T> move() {
        ArcInner<T> taken = take();
        if (taken == null) {
            throw closed();
        }
        if (Tracing.REFS) {
            Tracing.moved(this);
        }
        return taken;
    }

    private IllegalStateException closed() {
        IllegalStateException failure = new IllegalStateException(getClass().getSimpleName() + " is closed");
        return Tracing.REFS ? Tracing.explain(failure, this) : failure;
    }

    @Override
    public abstract void close();

    @Override
    public final String toString() {
        ArcInner<T> now = inner;
        return getClass().getSimpleName() + (now == null ? " closed" : " of " + now);
    }
}
