package dev.ferrite.locks.poll;

import dev.ferrite.locks.rcu.Rcu;
import dev.ferrite.locks.rcu.RcuGuard;
import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.offheap.uapi.EpollH;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/** A source in an epoll instance: {@code struct epitem}. */
final class EpollItem extends Poller {
    /*
     * queued: 1 from the notification that puts the item on the ready list until somebody takes it off to look. Changed by
     * RMW only, so that whoever clears it sees what everybody who found it set had done before.
     * hungUp: set by the teardown, inside its read-side section, before the grace period; read inside the section of a look.
     * A look that does not see it is over before the grace period is.
     * events, cookie, removed: written under the instance's lock; events are also read by notifiers.
     */

    /** What says how to report, and not what. */
    private static final int HOW = EpollH.EPOLLET | EpollH.EPOLLONESHOT | EpollH.EPOLLEXCLUSIVE | EpollH.EPOLLWAKEUP;

    private static final int ALWAYS = EpollH.EPOLLERR | EpollH.EPOLLHUP;

    private static final VarHandle QUEUED;
    private static final VarHandle NOTIFIED;

    static {
        try {
            var lookup = MethodHandles.lookup();
            QUEUED = lookup.findVarHandle(EpollItem.class, "queued", int.class);
            NOTIFIED = lookup.findVarHandle(EpollItem.class, "notified", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    final PollSource source;

    /** Whether the source is a bare condition variable, whose event is that it was notified. */
    private final boolean bare;

    private final ReadyList list;

    /** The next on the list this item is on. */
    @Nullable
    EpollItem next;

    long cookie;
    private boolean removed;
    private volatile int events;
    private volatile boolean hungUp;

    @SuppressWarnings("unused") // through QUEUED
    private int queued;

    @SuppressWarnings("unused") // through NOTIFIED
    private int notified;

    EpollItem(PollSource source, boolean bare, ReadyList list) {
        this.source = source;
        this.bare = bare;
        this.list = list;
    }

    /** Registers, and puts itself on the list if something is there already. */
    void start(int wanted, long cookieOfUser) {
        set(wanted, cookieOfUser);
        int there = attach(source, (wanted & EpollH.EPOLLEXCLUSIVE) != 0);
        if ((there & events) != 0) {
            list.push(this);
        }
    }

    void set(int wanted, long cookieOfUser) {
        cookie = cookieOfUser;
        events = wanted | ALWAYS;
    }

    int events() {
        return events;
    }

    void stop() {
        removed = true;
        detach();
    }

    @Override
    protected boolean wake(int key) {
        if ((key & EpollH.EPOLLHUP) != 0) {
            hungUp = true;
        } else if (bare) {
            NOTIFIED.setVolatile(this, 1);
        }
        return (events & ~HOW) != 0 && list.push(this);
    }

    /** What is to be reported now; 0 if nothing is. Under the instance's lock. */
    int take() {
        int wanted = events;
        if (removed || (wanted & ~HOW) == 0) {
            return 0;
        }
        int there = lookUnlessHungUp() & wanted;
        if (there != 0 && (wanted & EpollH.EPOLLONESHOT) != 0) {
            events = wanted & HOW;
        }
        return there;
    }

    /** Whether to look again next time even if nobody notifies. */
    boolean staysReady() {
        int wanted = events;
        return (wanted & EpollH.EPOLLET) == 0 && (wanted & ~HOW) != 0 && (!bare || hungUp);
    }

    private int lookUnlessHungUp() {
        RcuGuard guard = Rcu.readLock();
        try {
            if (hungUp) {
                return EpollH.EPOLLHUP | EpollH.EPOLLIN;
            }
            if (bare) {
                return (int) NOTIFIED.getAndSet(this, 0) == 0 ? 0 : EpollH.EPOLLIN;
            }
            return source.poll(PollTable.NONE);
        } catch (RuntimeException e) {
            Warn.warn("poll-source", "source threw: source=" + source + " exception=" + e);
            return EpollH.EPOLLERR;
        } finally {
            guard.close();
        }
    }

    /** Claims a place on the list; false if it is on it. */
    boolean claim() {
        return (int) QUEUED.getAndSet(this, 1) == 0;
    }

    /** Gives the place back, before looking. */
    void unclaim() {
        QUEUED.getAndSet(this, 0);
    }

    /** What may stand beside EPOLLEXCLUSIVE. */
    static boolean isExclusiveAllowed(int events) {
        int allowed = EpollH.EPOLLIN
                | EpollH.EPOLLOUT
                | EpollH.EPOLLERR
                | EpollH.EPOLLHUP
                | EpollH.EPOLLWAKEUP
                | EpollH.EPOLLET
                | EpollH.EPOLLEXCLUSIVE;
        return (events & ~allowed) == 0;
    }
}
