package dev.ferrite.locks.lockdep;

import dev.ferrite.offheap.config.ConfigOption;

/** The lock validator's hooks: no-ops, folded away by the compiler, unless it is on. */
public final class Lockdep {
    /** Whether the validator is on: {@code -Dferrite.lockdep=true} at start, read once. */
    public static final boolean ON = ConfigOption.LOCKDEP.isOn();

    private Lockdep() {}

    /** The calling thread enters an RCU read section; sections nest. Called after it has entered. */
    public static void rcuReadEnter() {}

    /** The calling thread leaves an RCU read section. Called before it leaves. */
    public static void rcuReadExit() {}

    /**
     * The calling thread is about to wait for a grace period: reports if it is inside a read section or must not sleep,
     * and orders the locks it holds before every reader's.
     */
    public static void rcuSynchronize() {}

    /**
     * The calling thread may sleep here: {@code might_sleep()}. Reports if it must not.
     *
     * @param what the operation, such as {@code Completion.wait}; a constant
     */
    public static void mightSleep(String what) {}
}
