package dev.ferrite.locks.lockdep;

import java.util.List;

/**
 * One mistake that the validator found. Reported once; a second occurrence is silent.
 *
 * @param kind which rule is broken
 * @param classes the classes of locks involved, by name
 * @param cycle for {@link Kind#CIRCULAR_DEPENDENCY} the shortest cycle, the new link first; empty otherwise
 * @param text the whole report, several lines, ending in a line end
 */
public record LockdepReport(Kind kind, List<String> classes, List<Link> cycle, String text) {
    /** The rules. */
    public enum Kind {
        /** A thread locks a lock of a class it holds, and nothing says that it may. */
        RECURSIVE_LOCKING("recursive locking, a thread may wait for itself"),

        /** The orders in which locks were taken contradict each other. */
        CIRCULAR_DEPENDENCY("circular locking, threads may wait for each other for ever"),

        /** A lock that waits by sleeping is taken in atomic context. */
        INVALID_WAIT_CONTEXT("a sleeping lock inside an atomic section"),

        /** A lock that is waited for in atomic context is also held across a sleep. */
        INCONSISTENT_USAGE("a lock of atomic sections is held across a sleep"),

        /** A thread unlocks what it does not hold. */
        BAD_UNLOCK_BALANCE("unlock of a lock that the thread does not hold"),

        /** The memory of a held lock is freed or made anew. */
        HELD_LOCK_FREED("the memory of a held lock is freed"),

        /** A thread ended and holds locks. */
        HELD_AT_EXIT("a thread ended with locks held"),

        /** {@code assertHeld} by a thread that does not hold the lock. */
        NOT_HELD("a lock is not held where it must be"),

        /** Something that may sleep runs in atomic context. */
        SLEEP_IN_ATOMIC("a sleep inside an atomic section"),

        /** A lock is said to be ordered by another that is not held. */
        NEST_LOCK_NOT_HELD("nested locking without the outer lock"),

        /** A lock is used after its key was closed. */
        CLOSED_KEY("a lock whose class was unregistered is used"),

        /** Something is beyond what the validator can hold, and is not validated. */
        LIMIT("a limit of the validator is reached");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /**
         * What is wrong, in a few words.
         *
         * @return the title
         */
        public String title() {
            return title;
        }

        /**
         * The category of the WARN.
         *
         * @return such as {@code lockdep-circular-dependency}
         */
        public String category() {
            return "lockdep-" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** The title and the classes. */
    @Override
    public String toString() {
        return kind.title() + ": " + String.join(" -> ", classes);
    }
}
