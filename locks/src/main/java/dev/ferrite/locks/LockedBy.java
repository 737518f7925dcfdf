package dev.ferrite.locks;

import dev.ferrite.offheap.diag.KernelBug;

/**
 * A value protected by a lock it is not inside of: the counterpart of {@code kernel::sync::LockedBy}.
 *
 * <p>Remembers the very lock, not its address, so a later lock at the same address does not open it: stricter than the
 * kernel. A check costs two compares.
 *
 * @param <V> the value
 */
public final class LockedBy<V> {
    private final Lock<?, ?> owner;
    private final V value;

    private LockedBy(Lock<?, ?> owner, V value) {
        this.owner = owner;
        this.value = value;
    }

    /**
     * Puts a value under a lock.
     *
     * @param owner the lock
     * @param value the value
     * @param <V> its type
     * @return the protected value
     */
    public static <V> LockedBy<V> of(Lock<?, ?> owner, V value) {
        return new LockedBy<>(owner, value);
    }

    /**
     * The value, for as long as the lock is held.
     *
     * @param guard the owner's guard, held by the caller
     * @return the value
     * @throws KernelBug if it is another lock's guard ("mismatched owners"), or not held
     */
    public V access(Guard<?> guard) {
        if (!guard.lockRef().equals(owner)) {
            throw new KernelBug(
                    "mismatched owners: the value is locked by " + owner + ", the guard is of " + guard.lockRef());
        }
        guard.checkHeld("access");
        return value;
    }
}
