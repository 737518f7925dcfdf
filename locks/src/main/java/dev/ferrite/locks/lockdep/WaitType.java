package dev.ferrite.locks.lockdep;

/** How a lock waits, and so where it may be taken: the kernel's {@code lockdep_wait_type}. */
public enum WaitType {
    /** Not said: may be taken anywhere, and anything may be taken inside. */
    UNKNOWN,

    /** By spinning: may be taken anywhere; whoever holds it is in atomic context and must not sleep. */
    SPIN,

    /** By sleeping: must not be taken in atomic context. */
    SLEEP
}
