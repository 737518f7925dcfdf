package dev.ferrite.locks.poll;

import dev.ferrite.locks.rcu.Rcu;
import dev.ferrite.locks.rcu.RcuGuard;
import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.uapi.EpollH;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A poller that makes something readable, for event loops that are not ours: watch it, and when it is readable call
 * {@link #ready()}.
 *
 * <p>It is readable from the first notification until {@link #ready()}, however many come: the first costs a system call, the
 * others none. It tells changes, not a level: as with {@code EPOLLET}, whoever leaves something undone remembers that.
 */
public abstract class Doorbell extends Poller implements AutoCloseable {
    /*
     * rung: 1 from the notification that rings until ready() has silenced. Changed by RMW only. ready() silences first, then
     * clears rung, then looks. A notification that found it set came before the clearing, so the look sees its change; one
     * that found it clear rings, after the silencing. If there is nothing to silence yet, because whoever set rung has not
     * rung yet, ready() leaves rung alone: the ring is still to come.
     */
    private final PollSource source;
    private final boolean bare;
    private final AtomicInteger rung = new AtomicInteger();
    private final AtomicInteger notified = new AtomicInteger();
    private volatile boolean hungUp;
    private volatile boolean closed;

    Doorbell(PollSource source, boolean bare) {
        this.source = source;
        this.bare = bare;
    }

    /** Registers; rings if something is there already. The last step of making one. */
    final void start() {
        boolean done = false;
        try {
            if (attach(source, false) != 0) {
                wake(0);
            }
            done = true;
        } finally {
            if (!done) {
                Rcu.call(this::release); // a notification may be on its way already
            }
        }
    }

    @Override
    protected final boolean wake(int key) {
        if ((key & EpollH.EPOLLHUP) != 0) {
            hungUp = true;
        } else if (bare) {
            notified.set(1);
        }
        if (rung.getAndSet(1) == 0) {
            ring();
        }
        return true;
    }

    /** Makes it readable; does not block. */
    abstract void ring();

    /** Makes it unreadable; says whether it was readable. */
    abstract boolean silence();

    /** Frees what {@link #ring} uses; a grace period after the last. */
    abstract void release();

    /**
     * Makes it unreadable and looks at the source. Never blocks. One thread at a time.
     *
     * @return the events that are there; {@code EPOLLIN} for a condition variable that was notified since the last call;
     *     {@code EPOLLIN | EPOLLHUP} once it is closed
     * @throws KernelBug once closed
     */
    public final int ready() {
        if (closed) {
            throw new KernelBug("ready on a closed poller: " + this);
        }
        if (silence()) {
            rung.getAndSet(0);
        }
        RcuGuard guard = Rcu.readLock();
        try {
            if (hungUp) {
                return EpollH.EPOLLIN | EpollH.EPOLLHUP;
            }
            if (bare) {
                return notified.getAndSet(0) == 0 ? 0 : EpollH.EPOLLIN;
            }
            return source.poll(PollTable.NONE);
        } finally {
            guard.close();
        }
    }

    /**
     * Leaves the queues, and closes its descriptors after a grace period, for which it waits. Does nothing the second time.
     *
     * @throws KernelBug in an RCU read-side section
     */
    @Override
    public final synchronized void close() {
        if (closed) {
            return;
        }
        if (Rcu.readLockHeld()) {
            throw new KernelBug("close of " + this + " inside an RCU read-side section would wait for itself");
        }
        closed = true;
        detach();
        Rcu.synchronize();
        release();
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + " of " + source;
    }
}
