package dev.ferrite.locks.poll;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The sources of an epoll instance that were told of a change and not looked at since: {@code rdllist}. */
final class ReadyList {
    /*
     * Ordering note: why nobody sleeps while an item is on the list.
     *
     *   notifier                                  sleeper
     *   A1 push the item (CAS)                    B1 sleepers++ (RMW)
     *   A2 load sleepers; 0: done                 B2 load the list; not empty: does not sleep
     *   A3 CAS rung 0 -> 1; failed: done          B3 epoll_wait
     *   A4 write to the bell
     *
     * A1, A2, B1, B2 are volatile: A2 sees the sleeper or B2 sees the item. The bell is an eventfd, edge-triggered and never
     * read: each write makes an event that stays in the kernel until one epoll_wait takes it, so a write before B3 is kept.
     *
     * rung: there is such an event, or it was taken by a thread that has not cleared rung yet. Whoever takes it clears rung
     * and looks at the list after that: A3 that failed came before the clearing, so its A1 did, too.
     *
     * One event wakes one sleeper. So each thread that leaves, or has taken the event, looks whether there is more on the
     * list and somebody who sleeps, and rings again (Epoll.passOn).
     *
     * head: the stack of pushed items, newest on top, pushed by anybody. first..last: the queue of those that were taken
     * off the stack, oldest first; under the instance's lock, but that anybody asks whether there is a first.
     */
    private static final VarHandle HEAD;

    static {
        try {
            HEAD = MethodHandles.lookup().findVarHandle(ReadyList.class, "head", EpollItem.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Bell bell;

    @SuppressWarnings("unused") // through HEAD
    private @Nullable EpollItem head;

    private volatile @Nullable EpollItem first;
    private @Nullable EpollItem last;

    ReadyList(Bell bell) {
        this.bell = bell;
    }

    /** Puts an item on the list unless it is there; says whether somebody slept. Any thread, in a read-side section. */
    boolean push(EpollItem item) {
        if (!item.claim()) {
            return bell.hasSleepers();
        }
        EpollItem top;
        do {
            top = (EpollItem) HEAD.getVolatile(this);
            item.next = top;
        } while (!HEAD.compareAndSet(this, top, item));
        return bell.ring();
    }

    boolean isEmpty() {
        return first == null && HEAD.getVolatile(this) == null;
    }

    /** Looks at each item on the list once and reports it from an index on; gives the index after the last. */
    int collect(EpollEvents events, int from) {
        takeStack();
        int n = from;
        EpollItem end = last;
        boolean more = end != null;
        while (more && n < events.capacity()) {
            EpollItem item = removeFirst();
            more = !isSame(item, end);
            item.unclaim();
            int there = item.take();
            if (there == 0) {
                continue;
            }
            events.put(n++, there, item.cookie);
            if (item.staysReady() && item.claim()) {
                append(item);
            }
        }
        return n;
    }

    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(EpollItem item, @Nullable EpollItem other) {
        return item == other;
    }

    private void takeStack() {
        EpollItem top = (EpollItem) HEAD.getAndSet(this, null);
        EpollItem oldest = null;
        while (top != null) {
            EpollItem below = top.next;
            top.next = oldest;
            oldest = top;
            top = below;
        }
        while (oldest != null) {
            EpollItem newer = oldest.next;
            append(oldest);
            oldest = newer;
        }
    }

    private void append(EpollItem item) {
        item.next = null;
        EpollItem end = last;
        if (end == null) {
            first = item;
        } else {
            end.next = item;
        }
        last = item;
    }

    private EpollItem removeFirst() {
        EpollItem item = Objects.requireNonNull(first);
        first = item.next;
        if (item.next == null) {
            last = null;
        }
        item.next = null;
        return item;
    }
}
