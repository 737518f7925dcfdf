package dev.ferrite.locks;

/** How a timed wait on a {@link CondVar} ended: the counterpart of {@code CondVarTimeoutResult}. */
public sealed interface CondVarTimeoutResult {
    /**
     * Notified, or woken for no reason, before the time was over.
     *
     * @param jiffies what is left of the timeout, 1 or more
     */
    record Woken(long jiffies) implements CondVarTimeoutResult {}

    /** The time is over. */
    record Timeout() implements CondVarTimeoutResult {}

    /**
     * An interrupt is pending; it is still set. A notification may have been consumed as well: pass it on if nobody
     * else would.
     *
     * @param jiffies what is left of the timeout, 0 or more
     */
    record Signal(long jiffies) implements CondVarTimeoutResult {}
}
