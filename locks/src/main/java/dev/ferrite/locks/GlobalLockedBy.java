package dev.ferrite.locks;

/**
 * A value protected by a {@link GlobalLock} it is not inside of: the counterpart of {@code GlobalLockedBy}.
 *
 * @param <V> the value
 */
public final class GlobalLockedBy<V> {
    private final GlobalLock<?> owner;
    private final V value;

    GlobalLockedBy(GlobalLock<?> owner, V value) {
        this.owner = owner;
        this.value = value;
    }

    /**
     * The value, for as long as the lock is held.
     *
     * @param guard the global lock's guard, held by the caller
     * @return the value
     * @throws dev.ferrite.offheap.diag.KernelBug if it is another lock's guard, or not held
     */
    public V access(Guard<?> guard) {
        owner.checkGuard(guard);
        return value;
    }
}
