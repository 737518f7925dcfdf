package dev.ferrite.runtime.log;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets one caller through: the counterpart of {@code pr_warn_once} and its kin.
 *
 * <pre>{@code
 * private static final Once SLOW_PATH = new Once();
 * ...
 * if (SLOW_PATH.first()) {
 *     log.warn("nova", "no huge pages: mapping in small ones");
 * }
 * }</pre>
 */
public final class Once {
    private final AtomicBoolean done = new AtomicBoolean();

    /** One that has let nobody through yet. */
    public Once() {}

    /**
     * Whether the caller is the first. Costs a plain load when it is not.
     *
     * @return true exactly once
     */
    public boolean first() {
        return !done.get() && done.compareAndSet(false, true);
    }
}
