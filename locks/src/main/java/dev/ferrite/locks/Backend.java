package dev.ferrite.locks;

import dev.ferrite.locks.lockdep.WaitType;

/**
 * What a lock word means and how to wait for it: the counterpart of {@code kernel::sync::lock::Backend}.
 *
 * <p>A backend has no state of its own: everything is in the word, at an address that is mapped, aligned to 8 bytes,
 * and stays so while any thread may still be inside one of these calls. Between {@link #lock} and {@link #unlock}
 * exactly one thread is the owner. A successful {@link #lock} or {@link #tryLock} is an acquire, {@link #unlock} a
 * release; a failed {@link #tryLock} orders nothing.
 *
 * <p>Write your own to lock by other means: {@link Lock#of(Backend, Object, String)} makes a lock over it.
 */
public interface Backend {
    /** What {@link #tryLock} returns when the lock is taken. */
    long NOT_ACQUIRED = -1;

    /**
     * How much memory the word takes.
     *
     * @return 1 to 56 bytes, aligned to 8
     */
    int wordBytes();

    /**
     * Makes a word a free lock. Nobody else may see it yet.
     *
     * @param word its address
     */
    void init(long word);

    /**
     * Takes the lock; waits as long as it takes, and cannot be interrupted.
     *
     * @param word the lock word
     * @return what {@link #unlock} wants back, 0 or more
     */
    long lock(long word);

    /**
     * Takes the lock if it is free; never waits.
     *
     * @param word the lock word
     * @return what {@link #unlock} wants back, or {@link #NOT_ACQUIRED}
     */
    long tryLock(long word);

    /**
     * Gives the lock back.
     *
     * @param word the lock word, held by the caller
     * @param state what taking it returned
     */
    void unlock(long word, long state);

    /**
     * Takes the lock again after {@link #unlock}, in the way it was taken first.
     *
     * @param word the lock word
     * @param state what taking it first returned
     * @return the new state
     */
    default long relock(long word, long state) {
        return lock(word);
    }

    /**
     * How it waits, for the lock validator.
     *
     * @return {@link WaitType#UNKNOWN} unless said otherwise: nothing is checked
     */
    default WaitType waitType() {
        return WaitType.UNKNOWN;
    }

    /**
     * Whether some thread holds the lock now; stale at once unless it is the caller.
     *
     * @param word the lock word
     * @return whether it is held
     */
    boolean isLocked(long word);
}
