package dev.ferrite.locks.lockdep;

import dev.ferrite.offheap.diag.KernelBug;

/**
 * What makes locks one class: the counterpart of {@code lock_class_key}. Locks with the same key obey the same order,
 * whatever they are called; locks with different keys are different classes, even of the same name.
 *
 * <p>Locks made without a key get one by the place that makes them, and by their name: few programs need to say more. A
 * key costs nothing while the validator is off.
 */
public final class LockClassKey implements AutoCloseable {
    private final String label;
    private final boolean dynamic;
    private volatile boolean closed;

    LockClassKey(String label, boolean dynamic) {
        this.label = label;
        this.dynamic = dynamic;
    }

    /**
     * The key of the calling line: the same object each time it runs, {@code static_lock_class!}. Walks the stack; keep
     * the result where that matters.
     *
     * @return the key; {@link #close} is refused
     */
    public static LockClassKey site() {
        return CreationSite.key("", LockClassKey.class);
    }

    /**
     * A key of its own, registered until it is closed: {@code LockClassKey::new_dynamic}. For locks of things that come
     * and go, such as a device. Close it after the last use of the last of its locks.
     *
     * @param label what listings call it if no lock has a name for it
     * @return a new key
     */
    public static LockClassKey dynamic(String label) {
        return new LockClassKey(label, true);
    }

    /**
     * Unregisters: the class, its edges and the chains with it are forgotten. Locking a lock of a closed key is reported
     * and not validated. A second close does nothing.
     *
     * @throws KernelBug if it is a key of a place in the program, or one of its locks is held
     */
    @Override
    public void close() {
        if (!dynamic) {
            throw new KernelBug("the key of a place in the program lives as long as that: " + label);
        }
        if (!closed) {
            if (Lockdep.ON) {
                Lockdep.unregister(this);
            }
            closed = true;
        }
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public String toString() {
        return label;
    }
}
