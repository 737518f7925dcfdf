package dev.ferrite.locks.ref;

/**
 * An object that is alive exactly as long as its count is not zero: the counterpart of
 * {@code kernel::sync::aref::AlwaysRefCounted}.
 *
 * <p>All instances are counted, from their first reference, which their creator owns. Hold one through {@link ARef}.
 */
public interface AlwaysRefCounted {
    /** Adds a reference. The caller has one already; never fails. */
    void incRef();

    /** Drops a reference; the last one frees the object on the calling thread. The caller's own is gone afterwards. */
    void decRef();
}
