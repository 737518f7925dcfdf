package dev.ferrite.locks.lockdep;

import org.jspecify.annotations.Nullable;

/**
 * What the validator knows of one lock: the counterpart of {@code lockdep_map}. Each lock has one while the validator is
 * on, and calls {@link Lockdep} with it. Make one to teach the validator a lock of your own.
 */
public final class LockdepMap {
    /** Subclasses of a class: 0 to 7. */
    public static final int SUBCLASSES = 8;

    final String name;
    final String kind;
    final WaitType wait;
    final long word;

    /** Keeps the lock alive while it stands on somebody's stack of held locks. */
    private final Object lock;

    private volatile LockClassKey key;

    /**
     * The class of subclass 0, as the part of a step that does not depend on how it is locked; 0: not used yet, or key
     * changed. Racy: whoever reads 0 asks the graph, which gives the same answer.
     */
    int base;

    private LockdepMap(String name, WaitType wait, Object lock, long word, LockClassKey key) {
        this.name = name;
        this.kind = lock.getClass().getSimpleName();
        this.wait = wait;
        this.lock = lock;
        this.word = word;
        this.key = key;
    }

    /**
     * What to know of a lock.
     *
     * @param lock the lock; kept alive while it is held
     * @param name what reports call it
     * @param wait how it waits
     * @param word the address of its word in off-heap memory, to see it freed while held; 0 if it has none
     * @param key its class; null: by name and by the first caller outside the class of {@code lock}
     * @return the map; pass it to every hook of that lock
     */
    public static LockdepMap of(Object lock, String name, WaitType wait, long word, @Nullable LockClassKey key) {
        return new LockdepMap(name, wait, lock, word, key == null ? CreationSite.key(name, lock.getClass()) : key);
    }

    /**
     * Puts the lock into another class: {@code lockdep_set_class}. Nobody may hold it.
     *
     * @param next the key of that class
     */
    public void setClass(LockClassKey next) {
        key = next;
        base = 0;
    }

    LockClassKey key() {
        return key;
    }

    Object lock() {
        return lock;
    }

    /** The kind and where: nothing that changes, so that reports of one problem are equal. */
    @Override
    public String toString() {
        return kind + " " + name
                + (word != 0
                        ? " at 0x" + Long.toHexString(word)
                        : " @" + Integer.toHexString(System.identityHashCode(lock)));
    }
}
