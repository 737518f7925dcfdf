package dev.ferrite.locks.rcu;

import dev.ferrite.offheap.diag.KernelBug;

/**
 * Access to a {@link Revocable} value: the counterpart of {@code RevocableGuard}.
 *
 * <p>A small object that compiled code does without where it stays inside one method.
 *
 * @param <T> the value
 */
public final class RevocableGuard<T> implements AutoCloseable {
    private final RcuGuard guard;
    private final T value;

    RevocableGuard(RcuGuard guard, T value) {
        this.guard = guard;
        this.value = value;
    }

    /**
     * The value.
     *
     * @return good until {@link #close}
     * @throws KernelBug after close, or in another thread
     */
    public T get() {
        if (!guard.isHeld()) {
            throw new KernelBug("Revocable value asked for after its guard was closed: " + guard);
        }
        return value;
    }

    /**
     * Gives access back.
     *
     * @throws KernelBug if the calling thread does not have it
     */
    @Override
    public void close() {
        guard.close();
    }
}
