package dev.ferrite.locks.poll;

import dev.ferrite.locks.rcu.Rcu;
import dev.ferrite.locks.rcu.RcuGuard;
import java.util.ArrayList;
import java.util.List;

/**
 * Waits in the queues of condition variables without being a thread: what epoll puts there for each file
 * ({@code ep_poll_callback}). Extend it to bring sources to an event loop of your own.
 *
 * <p>{@link #attach} and {@link #detach} belong to one owner, one call at a time; {@link #wake} comes from any thread.
 */
public abstract class Poller {
    private final List<PollEntry> entries = new ArrayList<>(1);

    /** For subclasses. */
    protected Poller() {}

    /**
     * Tells that a source has changed. Runs on the notifier's thread in an RCU read-side section, possibly under the
     * notifier's locks: must not block, and should remember, wake whoever looks, and return. It may come once more while
     * {@link #detach} runs, and up to a grace period later. What it throws is a WARN ({@code poll-wake}).
     *
     * @param key 0 for "look again"; {@code EPOLLHUP | POLLFREE} if the condition variable is going away: the poller is out of
     *     its queue then, and must not call a source that registered there
     * @return whether somebody who slept was woken: an exclusive poller that says no lets the notification go on
     */
    protected abstract boolean wake(int key);

    /**
     * Calls a source and takes a place in each queue that it names. If it throws, all places are given back.
     *
     * @param source what to poll
     * @param exclusive whether to stand in line for notifications that go to one only
     * @return the events that are there already
     */
    protected final int attach(PollSource source, boolean exclusive) {
        PollTable table = new PollTable(this, exclusive);
        boolean done = false;
        RcuGuard guard = Rcu.readLock();
        try {
            int events = source.poll(table);
            done = true;
            return events;
        } finally {
            table.end();
            guard.close();
            if (!done) {
                detach();
            }
        }
    }

    /** Leaves all queues. What {@link #wake} uses may go a grace period later. */
    protected final void detach() {
        for (PollEntry entry : entries) {
            entry.condVar().remove(entry);
        }
        entries.clear();
    }

    /**
     * Looks at a source again, without registering.
     *
     * @param source what to poll
     * @return the events that are there
     */
    protected static int look(PollSource source) {
        RcuGuard guard = Rcu.readLock();
        try {
            return source.poll(PollTable.NONE);
        } finally {
            guard.close();
        }
    }

    final void enqueue(PollCondVar condVar, boolean exclusive) {
        entries.add(condVar.add(this, exclusive));
    }
}
