package dev.ferrite.locks.poll;

import dev.ferrite.locks.Mutex;
import dev.ferrite.locks.rcu.Rcu;
import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Fd;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.uapi.EpollH;
import java.lang.ref.Reference;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Waits for descriptors, sources and condition variables at once: epoll, with {@link PollSource}s beside what the kernel
 * knows.
 *
 * <p>{@snippet :
 * try (Epoll epoll = Epoll.create()) {
 *     epoll.add(socket, EpollH.EPOLLIN, SOCKET);
 *     epoll.add(ring, EpollH.EPOLLIN, RING);
 *     EpollEvents events = EpollEvents.allocate(64);
 *     while (running) {
 *         epoll.await(events);
 *         events.forEach((what, cookie) -> serve(cookie, what));
 *     }
 * }
 * }
 *
 * <p>Descriptors are anything that the kernel can poll: sockets, pipes, timerfd, signalfd, devices; their rules are its
 * rules. A source is looked at when it is added or modified, and after each notification; what is reported is what it says
 * then. Level-triggered, the default, it is looked at again by each wait until it says 0; with {@code EPOLLET} only once
 * for one or more notifications; {@code EPOLLONESHOT} switches it off when it is reported, until it is modified. A bare
 * {@link PollCondVar} has no level: it is {@code EPOLLIN} once for one or more notifications since its last report. With
 * {@code EPOLLEXCLUSIVE} a source stands in line with the threads on its condition variables. When one of those is closed
 * the source reports {@code EPOLLIN | EPOLLHUP}, level-triggered, until it is removed, and is not called again.
 *
 * <p>Thread-safe; several threads may wait, each with its own {@link EpollEvents}. Waiting and changing allocate nothing
 * once warm, but for adding. A wait that finds sources ready, and has no descriptors to look at, makes no system call; a
 * notification makes one if somebody sleeps, and none if nobody does.
 *
 * <p>Poll callbacks run under the lock of this object: one that calls back into it is a {@link KernelBug}.
 */
public final class Epoll implements AutoCloseable {
    /** {@link #await(EpollEvents, long)}: for ever, as any negative number. */
    public static final long FOREVER = -1;

    private static final int CLOSED = 1 << 30;
    private static final long CLOSER_NAPS_NANOS = 100_000;

    private final Fd fd = Fd.own(Linux.epollCreate(Linux.O_CLOEXEC), "epoll_create1");
    private final Bell bell = new Bell();
    private final ReadyList ready = new ReadyList(bell);
    private final Mutex<Map<Object, EpollItem>> items = Mutex.of(new IdentityHashMap<>(), "epoll");
    private final FdTable fds = new FdTable(fd.value());
    private final VirtualSleepers virtual = new VirtualSleepers(fd);

    /** Threads inside await, plus CLOSED. */
    private final AtomicInteger inside = new AtomicInteger();

    /** Sleepers that were told of an interrupt and have not left. */
    private final AtomicInteger interrupts = new AtomicInteger();

    /** Whether a wait that finds both asks the kernel first; a hint, so that neither starves the other. */
    private boolean kernelFirst;

    private Epoll() {
        Errno.check(fds.addBell(bell.fd().value()), "epoll_ctl ADD bell");
    }

    /**
     * A new instance, empty.
     *
     * @return the instance
     * @throws ErrnoException EMFILE, ENFILE, ENOMEM
     */
    public static Epoll create() {
        return new Epoll();
    }

    // ---- Descriptors

    /**
     * Watches a descriptor: {@code EPOLL_CTL_ADD}. Remove it before it is closed. One that was closed without, and whose
     * number is in use again, may be added; events of the old one are not reported.
     *
     * @param descriptor what to watch
     * @param events {@code EPOLL*}; {@code EPOLLERR} and {@code EPOLLHUP} come unasked
     * @param cookie what {@link EpollEvents#cookie} says of it
     * @throws ErrnoException EBADF closed; EEXIST watched already; EINVAL this instance itself, or flags that do not go
     *     together; ELOOP; ENOMEM; ENOSPC; EPERM a regular file
     */
    public void add(int descriptor, int events, long cookie) {
        check(control(EpollH.EPOLL_CTL_ADD, descriptor, events, cookie), "ADD", descriptor, events);
    }

    /**
     * Changes what is watched for: {@code EPOLL_CTL_MOD}. Arms {@code EPOLLONESHOT} again.
     *
     * @param descriptor what is watched
     * @param events {@code EPOLL*}
     * @param cookie what {@link EpollEvents#cookie} says of it
     * @throws ErrnoException EBADF closed; ENOENT not watched; EINVAL it has, or shall have, EPOLLEXCLUSIVE
     */
    public void modify(int descriptor, int events, long cookie) {
        check(control(EpollH.EPOLL_CTL_MOD, descriptor, events, cookie), "MOD", descriptor, events);
    }

    /**
     * Watches a descriptor no longer: {@code EPOLL_CTL_DEL}. Waits that begin afterwards do not report it.
     *
     * @param descriptor what is watched
     * @throws ErrnoException EBADF closed; ENOENT not watched
     */
    public void remove(int descriptor) {
        check(control(EpollH.EPOLL_CTL_DEL, descriptor, 0, 0), "DEL", descriptor, 0);
    }

    /**
     * As {@link #add(int, int, long)}.
     *
     * @param descriptor what to watch
     * @param events {@code EPOLL*}
     * @param cookie what {@link EpollEvents#cookie} says of it
     * @throws ErrnoException EBADF closed, and the others
     */
    public void add(Fd descriptor, int events, long cookie) {
        add(number(descriptor), events, cookie);
    }

    /**
     * As {@link #modify(int, int, long)}.
     *
     * @param descriptor what is watched
     * @param events {@code EPOLL*}
     * @param cookie what {@link EpollEvents#cookie} says of it
     * @throws ErrnoException EBADF closed, and the others
     */
    public void modify(Fd descriptor, int events, long cookie) {
        modify(number(descriptor), events, cookie);
    }

    /**
     * As {@link #remove(int)}.
     *
     * @param descriptor what is watched
     * @throws ErrnoException EBADF closed, and the others
     */
    public void remove(Fd descriptor) {
        remove(number(descriptor));
    }

    private static int number(Fd descriptor) {
        return descriptor.isOpen() ? descriptor.value() : -1;
    }

    private int control(int operation, int descriptor, int events, long cookie) {
        var guard = items.lock();
        try {
            checkOpen();
            if (operation == EpollH.EPOLL_CTL_ADD) {
                return fds.add(descriptor, events, cookie);
            }
            if (descriptor == bell.fd().value()) {
                return Errno.ENOENT.negated();
            }
            return operation == EpollH.EPOLL_CTL_MOD ? fds.modify(descriptor, events, cookie) : fds.remove(descriptor);
        } finally {
            guard.close();
        }
    }

    private static void check(int result, String operation, int descriptor, int events) {
        if (result < 0) {
            throw new ErrnoException(
                    Errno.fromErrno(result),
                    "epoll_ctl " + operation + " fd=" + descriptor + " events=0x" + Integer.toHexString(events));
        }
    }

    // ---- Sources and condition variables

    /**
     * Watches a source. Its poll callback is called before this returns; what it throws is passed on.
     *
     * @param source what to watch, told apart by identity
     * @param events {@code EPOLL*}; {@code EPOLLERR} and {@code EPOLLHUP} come unasked
     * @param cookie what {@link EpollEvents#cookie} says of it
     * @throws ErrnoException EEXIST watched already; EINVAL flags that do not go with EPOLLEXCLUSIVE; ESHUTDOWN one of its
     *     condition variables is closed
     */
    public void add(PollSource source, int events, long cookie) {
        addItem(source, source, false, events, cookie);
    }

    /**
     * Watches a condition variable.
     *
     * @param condVar what to watch
     * @param events {@code EPOLLIN}, and {@code EPOLLONESHOT}, {@code EPOLLEXCLUSIVE}; {@code EPOLLHUP} comes unasked
     * @param cookie what {@link EpollEvents#cookie} says of it
     * @throws ErrnoException EEXIST watched already; EINVAL flags that do not go with EPOLLEXCLUSIVE; ESHUTDOWN closed
     */
    public void add(PollCondVar condVar, int events, long cookie) {
        Objects.requireNonNull(condVar, "condVar");
        addItem(condVar, bare(condVar), true, events, cookie);
    }

    /**
     * Changes what a source is watched for, arms {@code EPOLLONESHOT} again, and looks at it.
     *
     * @param source what is watched
     * @param events {@code EPOLL*}
     * @param cookie what {@link EpollEvents#cookie} says of it
     * @throws ErrnoException ENOENT not watched; EINVAL it has, or shall have, EPOLLEXCLUSIVE
     */
    public void modify(PollSource source, int events, long cookie) {
        modifyItem(source, events, cookie);
    }

    /**
     * Changes what a condition variable is watched for, and arms {@code EPOLLONESHOT} again: a notification that came since
     * its last report is reported then.
     *
     * @param condVar what is watched
     * @param events {@code EPOLLIN}, and {@code EPOLLONESHOT}
     * @param cookie what {@link EpollEvents#cookie} says of it
     * @throws ErrnoException ENOENT not watched; EINVAL it has, or shall have, EPOLLEXCLUSIVE
     */
    public void modify(PollCondVar condVar, int events, long cookie) {
        modifyItem(condVar, events, cookie);
    }

    /**
     * Watches a source no longer. When this returns its poll callback is not running for this instance, and will not.
     *
     * @param source what is watched
     * @throws ErrnoException ENOENT not watched
     */
    public void remove(PollSource source) {
        removeItem(source);
    }

    /**
     * Watches a condition variable no longer.
     *
     * @param condVar what is watched
     * @throws ErrnoException ENOENT not watched
     */
    public void remove(PollCondVar condVar) {
        removeItem(condVar);
    }

    /** A condition variable as a source that registers, and has no state to look at. */
    static PollSource bare(PollCondVar condVar) {
        return new PollSource() {
            @Override
            public int poll(PollTable table) {
                table.registerWait(this, condVar);
                return 0;
            }

            @Override
            public String toString() {
                return condVar.toString();
            }
        };
    }

    private void addItem(Object key, PollSource source, boolean isBare, int events, long cookie) {
        Objects.requireNonNull(source, "source");
        if ((events & EpollH.EPOLLEXCLUSIVE) != 0 && !EpollItem.isExclusiveAllowed(events)) {
            throw failure(Errno.EINVAL, "ADD", key, events);
        }
        EpollItem item = new EpollItem(source, isBare, ready);
        var guard = items.lock();
        try {
            checkOpen();
            if (guard.get().containsKey(key)) {
                throw failure(Errno.EEXIST, "ADD", key, events);
            }
            boolean done = false;
            try {
                item.start(events, cookie);
                guard.get().put(key, item);
                done = true;
            } finally {
                if (!done) {
                    item.stop();
                }
            }
        } finally {
            guard.close();
        }
    }

    private void modifyItem(Object key, int events, long cookie) {
        var guard = items.lock();
        try {
            checkOpen();
            EpollItem item = guard.get().get(key);
            if (item == null) {
                throw failure(Errno.ENOENT, "MOD", key, events);
            }
            if (((events | item.events()) & EpollH.EPOLLEXCLUSIVE) != 0) {
                throw failure(Errno.EINVAL, "MOD", key, events);
            }
            item.set(events, cookie);
            ready.push(item);
        } finally {
            guard.close();
        }
    }

    private void removeItem(Object key) {
        var guard = items.lock();
        try {
            checkOpen();
            EpollItem item = guard.get().remove(key);
            if (item == null) {
                throw failure(Errno.ENOENT, "DEL", key, 0);
            }
            item.stop();
        } finally {
            guard.close();
        }
    }

    private static ErrnoException failure(Errno errno, String operation, Object key, int events) {
        return new ErrnoException(
                errno, "epoll_ctl " + operation + " source=" + key + " events=0x" + Integer.toHexString(events));
    }

    // ---- Waiting

    /**
     * Waits until something is ready: {@code epoll_wait}.
     *
     * @param events takes what is ready
     * @return how many events there are, 1 or more
     * @throws ErrnoException EINTR interrupted; EBADF closed, before or meanwhile
     */
    public int await(EpollEvents events) {
        return await(events, FOREVER);
    }

    /**
     * Waits until something is ready, or for a time. What is ready is reported even with an interrupt pending; only a wait
     * that would sleep ends by it. The flag stays set.
     *
     * <p>A platform thread sleeps in the kernel. A virtual thread parks, and one platform thread of this class watches for
     * all of them: it costs a change of threads more, and no carrier.
     *
     * @param events takes what is ready; used by nobody else meanwhile
     * @param timeoutNanos how long at most, in nanoseconds; 0 does not wait, negative waits for ever
     * @return how many events there are; 0 on timeout
     * @throws ErrnoException EINTR interrupted; EBADF closed, before or meanwhile
     * @throws KernelBug in an RCU read-side section, unless the timeout is 0
     */
    public int await(EpollEvents events, long timeoutNanos) {
        if (timeoutNanos != 0 && Rcu.readLockHeld()) {
            throw new KernelBug("await inside an RCU read-side section: timeoutNanos=" + timeoutNanos);
        }
        events.size(0);
        enter();
        try {
            int n = look(events);
            if (n == 0) {
                n = timeoutNanos == 0 ? lookAtDescriptors(events) : sleep(events, Math.max(timeoutNanos, FOREVER));
            }
            events.size(n);
            return n;
        } finally {
            passOn();
            leave();
            Reference.reachabilityFence(events);
        }
    }

    private void enter() {
        if ((inside.getAndIncrement() & CLOSED) != 0) {
            inside.getAndDecrement();
            throw closed();
        }
    }

    private void leave() {
        inside.getAndDecrement();
    }

    private void checkOpen() {
        if ((inside.get() & CLOSED) != 0) {
            throw closed();
        }
    }

    private ErrnoException closed() {
        return new ErrnoException(Errno.EBADF, "epoll is closed");
    }

    /** Reports what is ready without sleeping. The kernel is not asked if nothing else is ready: the caller does. */
    private int look(EpollEvents events) {
        if (ready.isEmpty()) {
            return 0;
        }
        if (fds.size() == 0) {
            return collect(events, 0);
        }
        boolean kernelsTurn = kernelFirst;
        kernelFirst = !kernelsTurn;
        return kernelsTurn ? collect(events, harvest(events, 0, 0)) : harvest(events, collect(events, 0), 0);
    }

    private int lookAtDescriptors(EpollEvents events) {
        return fds.size() == 0 ? 0 : harvest(events, 0, 0);
    }

    private int collect(EpollEvents events, int from) {
        if (ready.isEmpty() || from == events.capacity()) {
            return from;
        }
        var guard = items.lock();
        try {
            return ready.collect(events, from);
        } finally {
            guard.close();
        }
    }

    /** Asks the kernel, and turns what it says into what the user knows; gives the index after the last event. */
    private int harvest(EpollEvents events, int from, long timeoutNanos) {
        int room = events.capacity() - from;
        if (room == 0) {
            return from;
        }
        int got = wait(events, from, room, timeoutNanos);
        if (got < 0 && got != Errno.EINTR.negated()) {
            Errno.check(got, "epoll_wait");
        }
        int n = from;
        for (int i = from; i < from + got; i++) {
            long data = events.rawData(i);
            if (data == FdTable.BELL) {
                bell.taken();
                continue;
            }
            FdTable.Item item = find(data);
            if (item != null) {
                events.put(n++, events.rawEvents(i), item.cookie);
            }
        }
        return n;
    }

    private FdTable.@Nullable Item find(long data) {
        FdTable.Item item = fds.find(data);
        if (item == null) {
            // Stale, or so new that add() has not entered it yet: then it holds the lock.
            items.lock().close();
            item = fds.find(data);
        }
        return item;
    }

    private int wait(EpollEvents events, int from, int room, long timeoutNanos) {
        long address = events.address(from);
        if (timeoutNanos <= 0) {
            return Linux.epollWait(fd.value(), address, room, timeoutNanos < 0 ? -1 : 0);
        }
        int got = Linux.epollWait2(fd.value(), address, room, events.timespec(timeoutNanos));
        if (got == Errno.ENOSYS.negated()) {
            long millis = Math.min((timeoutNanos + 999_999) / 1_000_000, Integer.MAX_VALUE);
            got = Linux.epollWait(fd.value(), address, room, (int) millis);
        }
        return got;
    }

    private int sleep(EpollEvents events, long timeoutNanos) {
        long deadline = timeoutNanos < 0 ? 0 : System.nanoTime() + timeoutNanos;
        boolean isVirtual = Thread.currentThread().isVirtual();
        Interrupter interrupter = events.interrupter;
        bell.sleep();
        if (!isVirtual) {
            interrupter.enter(this);
        }
        try {
            for (; ; ) {
                checkOpen();
                int n = collect(events, 0);
                if (n > 0) {
                    return n;
                }
                if (Thread.currentThread().isInterrupted()) {
                    n = lookAtDescriptors(events);
                    if (n > 0) {
                        return n;
                    }
                    throw new ErrnoException(Errno.EINTR, "epoll_wait");
                }
                long left = timeoutNanos < 0 ? -1 : deadline - System.nanoTime();
                if (timeoutNanos >= 0 && left <= 0) {
                    return 0;
                }
                n = isVirtual ? park(events, left) : harvest(events, 0, left);
                n = collect(events, n);
                if (n > 0) {
                    return n;
                }
                wokenForAnother(interrupter);
            }
        } finally {
            if (!isVirtual && interrupter.leave()) {
                interrupts.getAndDecrement();
            }
            bell.wake();
        }
    }

    private int park(EpollEvents events, long left) {
        virtual.park(left);
        return harvest(events, 0, 0);
    }

    /** Woken with nothing to report: perhaps somebody else was interrupted, and the bell woke the wrong one. */
    private void wokenForAnother(Interrupter interrupter) {
        if (interrupter.isPosted() && !Thread.currentThread().isInterrupted() && interrupter.forgive()) {
            interrupts.getAndDecrement();
        }
        if (interrupts.get() > (interrupter.isPosted() ? 1 : 0)) {
            bell.ringAgain();
        }
    }

    /** Before leaving: wakes another sleeper if there is something for it, as this thread may have taken its event. */
    private void passOn() {
        if (!bell.hasSleepers()) {
            return;
        }
        if (interrupts.get() > 0) {
            bell.ringAgain();
        } else if (!ready.isEmpty()) {
            bell.ring();
        }
    }

    /** A sleeper was interrupted; on the thread that interrupted it, possibly late. */
    void interruptPosted() {
        var guard = Rcu.readLock();
        try {
            interrupts.getAndIncrement();
            if ((inside.get() & CLOSED) == 0) {
                bell.ringAgain();
            }
        } finally {
            guard.close();
        }
    }

    // ---- The end

    /**
     * Closes the instance: threads that wait in it leave with EBADF, sources lose this poller, and after a grace period the
     * descriptors of its own are closed. What it watched stays open. Waits for all of that; does nothing the second time.
     *
     * @throws KernelBug in an RCU read-side section, a poll callback included
     */
    @Override
    public void close() {
        if (Rcu.readLockHeld()) {
            throw new KernelBug("close of an epoll instance inside an RCU read-side section would wait for itself");
        }
        var guard = items.lock();
        try {
            if ((inside.getAndUpdate(now -> now | CLOSED) & CLOSED) != 0) {
                return;
            }
            guard.get().values().forEach(EpollItem::stop);
            guard.get().clear();
        } finally {
            guard.close();
        }
        awaitLeavers();
        Rcu.synchronize();
        virtual.close();
        bell.close();
        fd.close();
    }

    /** Rings until everybody has left: the bell wakes one at a time. */
    private void awaitLeavers() {
        boolean interrupted = false;
        while (inside.get() != CLOSED) {
            bell.ringAgain();
            virtual.unparkAll();
            interrupted |= Thread.interrupted();
            LockSupport.parkNanos(CLOSER_NAPS_NANOS);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Whether it was closed.
     *
     * @return true once {@link #close} has begun
     */
    public boolean isClosed() {
        return (inside.get() & CLOSED) != 0;
    }

    /**
     * How many threads sleep in this instance.
     *
     * @return the count, stale at once
     */
    public int sleepers() {
        return bell.sleepers();
    }

    @Override
    public String toString() {
        return "epoll " + fd + ", " + fds.size() + " descriptors";
    }
}
