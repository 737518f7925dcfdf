package dev.ferrite.locks.poll;

import dev.ferrite.locks.rcu.Rcu;
import dev.ferrite.offheap.diag.KernelBug;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A {@link PollCondVar} that can be dropped anywhere, polled or not: the counterpart of
 * {@code kernel::sync::poll::PollCondVarBox}.
 *
 * <p>Closing never blocks: pollers are told HUP at once, and what their sources look at is freed a grace period later by
 * the reclaimer.
 *
 * <p>{@snippet :
 * KBox state = ...;                                     // what the source's poll looks at
 * PollCondVarBox box = PollCondVarBox.of("ring", state::close);
 * ...
 * box.close();                                          // in any context, a read-side section included
 * }
 */
public final class PollCondVarBox implements AutoCloseable {
    private final PollCondVar condVar;
    private final Runnable free;
    private final AtomicBoolean closed = new AtomicBoolean();

    private PollCondVarBox(PollCondVar condVar, Runnable free) {
        this.condVar = condVar;
        this.free = free;
    }

    /**
     * A condition nobody waits for.
     *
     * @param name what messages and dumps call it
     * @return the box
     */
    public static PollCondVarBox of(String name) {
        return of(name, () -> {});
    }

    /**
     * A condition nobody waits for, and what goes with it.
     *
     * @param name what messages and dumps call it
     * @param free runs once, on the reclaimer's thread, when no source can be looked at any more; short
     * @return the box
     */
    public static PollCondVarBox of(String name, Runnable free) {
        return new PollCondVarBox(PollCondVar.of(name), Objects.requireNonNull(free, "free"));
    }

    /**
     * The condition variable.
     *
     * @return the same each time
     * @throws KernelBug once closed
     */
    public PollCondVar get() {
        if (closed.getAcquire()) {
            throw new KernelBug("get on a closed box: " + condVar);
        }
        return condVar;
    }

    /** Hangs up, and frees a grace period later. Never blocks; does nothing the second time. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            condVar.hangUp();
            Rcu.call(free);
        }
    }

    @Override
    public String toString() {
        return "PollCondVarBox of " + condVar + (closed.getAcquire() ? ", closed" : "");
    }
}
