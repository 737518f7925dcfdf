package dev.ferrite.locks.poll;

import dev.ferrite.offheap.diag.KernelBug;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a source says which condition variables announce its changes: the counterpart of
 * {@code kernel::sync::poll::PollTable} and {@code struct poll_table_struct}.
 *
 * <p>Good for one call of {@link PollSource#poll}, on its thread. Most calls only look again: their table takes no
 * registrations, which is no error, and costs nothing.
 */
public final class PollTable {
    /** The table of calls that only look. */
    static final PollTable NONE = new PollTable(null, false);

    private final @Nullable Poller poller;
    private final boolean exclusive;
    private boolean over;

    PollTable(@Nullable Poller poller, boolean exclusive) {
        this.poller = poller;
        this.exclusive = exclusive;
    }

    /**
     * Puts the poller into the queue of a condition variable: {@code register_wait}, {@code poll_wait}. Several are fine, the
     * same one twice included. Never blocks; a poller that is new costs a barrier on all processors, about 2 us.
     *
     * @param source what is polled
     * @param condVar what is notified when the source changes
     * @throws dev.ferrite.offheap.errno.ErrnoException ESHUTDOWN if the condition variable is closed
     * @throws KernelBug if the call of {@code poll} that the table was for is over
     */
    public void registerWait(PollSource source, PollCondVar condVar) {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(condVar, "condVar");
        if (poller == null) {
            return;
        }
        if (over) {
            throw new KernelBug("registerWait after the poll callback: source=" + source + " condVar=" + condVar);
        }
        poller.enqueue(condVar, exclusive);
    }

    /**
     * Whether registrations are of no use: {@code poll_does_not_wait}.
     *
     * @return true if the caller only looks
     */
    public boolean doesNotWait() {
        return poller == null;
    }

    void end() {
        over = true;
    }
}
