package dev.ferrite.runtime.workqueue;

import dev.ferrite.locks.CondVar;
import dev.ferrite.locks.Mutex;
import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs work items in the order in which they were queued, some at a time: {@code kernel::workqueue::Queue},
 * {@code alloc_workqueue}.
 *
 * <p>Items begin in order; with {@code maxActive} 1 each begins when the one before it has ended
 * ({@code alloc_ordered_workqueue}). Threads are taken when there is work and go when there is none. Queueing never
 * blocks; it costs two uncontended locks, and a thread's wake-up when one has to be woken.
 */
public final class WorkQueue implements AutoCloseable {
    /** The most items that can run at a time: {@code WQ_MAX_ACTIVE}. */
    public static final int MAX_ACTIVE = 2_048;

    private static final int SYSTEM_ACTIVE = 1_024;
    private static final ThreadLocal<WorkQueue> CURRENT = new ThreadLocal<>();

    private enum Phase {
        OPEN,
        DRAINING,
        CLOSED
    }

    private static final class State {
        private final ArrayDeque<Work> entries = new ArrayDeque<>();

        /** Items that are pending here or run here. */
        private final Set<Work> busy = new LinkedHashSet<>();

        private int active;
        private Phase phase = Phase.OPEN;
    }

    private static final class Shared {
        private static final WorkQueue BOUND = new WorkQueue("events", SYSTEM_ACTIVE, platform("events"));
        private static final WorkQueue UNBOUND = new WorkQueue("events_unbound", SYSTEM_ACTIVE, virtual("events"));
    }

    private final String name;
    private final int maxActive;
    private final Executor threads;
    private final Mutex<State> state;
    private final CondVar idle;

    WorkQueue(String name, int maxActive, Executor threads) {
        this.name = name;
        this.maxActive = maxActive;
        this.threads = threads;
        this.state = Mutex.of(new State(), name);
        this.idle = CondVar.of(name);
    }

    /**
     * A queue on platform threads.
     *
     * @param name what messages and threads are called
     * @param maxActive how many items run at a time, 1 to {@value #MAX_ACTIVE}
     * @return the queue
     * @throws ErrnoException {@code EINVAL} for another {@code maxActive}
     */
    public static WorkQueue create(String name, int maxActive) {
        return new WorkQueue(Objects.requireNonNull(name, "name"), checkActive(maxActive), platform(name));
    }

    /**
     * A queue on virtual threads, for items that mostly wait.
     *
     * @param name what messages and threads are called
     * @param maxActive how many items run at a time, 1 to {@value #MAX_ACTIVE}
     * @return the queue
     * @throws ErrnoException {@code EINVAL} for another {@code maxActive}
     */
    public static WorkQueue createVirtual(String name, int maxActive) {
        return new WorkQueue(Objects.requireNonNull(name, "name"), checkActive(maxActive), virtual(name));
    }

    /**
     * The queue of all who need none of their own, on platform threads: {@code system_wq}. Never closes.
     *
     * @return the queue
     */
    public static WorkQueue system() {
        return Shared.BOUND;
    }

    /**
     * The queue of all who need none of their own, on virtual threads: {@code system_unbound_wq}. Never closes.
     *
     * @return the queue
     */
    public static WorkQueue systemUnbound() {
        return Shared.UNBOUND;
    }

    /**
     * What messages call it.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * Queues an item: {@code queue_work}. Any thread, also from inside an item.
     *
     * @param work the item
     * @return false if it is pending already, here or elsewhere, or is being cancelled; also, with a WARN, if the queue is
     *     closed, or drains and the caller is not one of its items
     * @throws OutOfMemoryError if there is no thread for it to run on, and none runs that could take it over; it is not
     *     queued then
     */
    public boolean queue(Work work) {
        return work.queueOn(this);
    }

    /**
     * Queues an item after a while: {@code queue_delayed_work}.
     *
     * @param work the item
     * @param delay how long from now; 0 or less is at once
     * @return false if it is pending already, or is being cancelled
     */
    public boolean queueDelayed(DelayedWork work, Duration delay) {
        return work.queueOn(this, delay);
    }

    /**
     * Queues an item after a while, counted from now also if it is pending already: {@code mod_delayed_work}.
     *
     * @param work the item
     * @param delay how long from now; 0 or less is at once
     * @return whether it was pending
     */
    public boolean modifyDelayed(DelayedWork work, Duration delay) {
        return work.modifyOn(this, delay);
    }

    /**
     * Waits until every item queued before the call has run or was cancelled: {@code flush_workqueue}. Not ended by
     * interrupts.
     *
     * @throws KernelBug from inside one of its items, which would wait for itself
     */
    public void flush() {
        List<Work> before;
        try (var guard = state.lock()) {
            before = List.copyOf(guard.get().busy);
        }
        before.forEach(Work::flush);
    }

    /**
     * Waits until it is empty: {@code drain_workqueue}. Meanwhile only its own items can queue on it. Not ended by
     * interrupts.
     *
     * @throws KernelBug from inside one of its items, which would wait for itself
     */
    public void drain() {
        finish(Phase.OPEN);
    }

    /** Drains it and accepts nothing more: {@code destroy_workqueue}. A second call does nothing. */
    @Override
    public void close() {
        if (this == Shared.BOUND || this == Shared.UNBOUND) {
            throw new KernelBug("the system queue " + name + " cannot be closed");
        }
        finish(Phase.CLOSED);
    }

    private void finish(Phase after) {
        if (CURRENT.get() == this) {
            throw new KernelBug("drain of queue " + name + " from inside one of its items waits for ever");
        }
        try (var guard = state.lock()) {
            State own = guard.get();
            if (own.phase == Phase.CLOSED) {
                return;
            }
            own.phase = Phase.DRAINING;
            while (!own.busy.isEmpty()) {
                idle.wait(guard);
            }
            if (own.phase == Phase.DRAINING) {
                own.phase = after;
            }
        }
    }

    /** Takes an item on, under the item's mutex; {@code enter} is false when its runner will enter it. */
    boolean accept(Work work, boolean enter) {
        try (var guard = state.lock()) {
            State own = guard.get();
            if (own.phase == Phase.OPEN || (own.phase == Phase.DRAINING && CURRENT.get() == this)) {
                if (enter) {
                    enter(own, work); // first: without a thread nothing is accepted
                }
                if (own.busy.add(work)) {
                    WorkStats.BUSY.increment();
                }
                return true;
            }
        }
        Warn.warn("workqueue", "work " + work.name() + " queued on " + this);
        return false;
    }

    /** Enters an item that was accepted while it ran. */
    void enter(Work work) {
        try (var guard = state.lock()) {
            enter(guard.get(), work);
        }
    }

    /** An item is neither pending here nor runs here any more. */
    void forget(Work work) {
        try (var guard = state.lock()) {
            State own = guard.get();
            if (own.busy.remove(work)) {
                WorkStats.BUSY.decrement();
            }
            if (own.busy.isEmpty()) {
                idle.notifyAllWaiters();
            }
        }
    }

    private void enter(State own, Work work) {
        own.entries.add(work);
        if (own.active == maxActive) {
            return;
        }
        own.active++;
        boolean started = false;
        try {
            threads.execute(this::runEntries);
            started = true;
        } catch (OutOfMemoryError noThread) {
            if (own.active == 1) {
                throw noThread;
            }
            // Somebody runs, and comes to it: later than it could have begun, which is all.
        } finally {
            if (!started && --own.active == 0) {
                own.entries.removeLast();
            }
        }
    }

    private void runEntries() {
        CURRENT.set(this);
        try {
            for (; ; ) {
                Work next;
                try (var guard = state.lock()) {
                    State own = guard.get();
                    next = own.entries.poll();
                    if (next == null) {
                        own.active--;
                        return;
                    }
                }
                next.run(this);
            }
        } finally {
            CURRENT.remove();
        }
    }

    private static int checkActive(int maxActive) {
        if (maxActive < 1 || maxActive > MAX_ACTIVE) {
            throw new ErrnoException(Errno.EINVAL, "alloc_workqueue(max_active " + maxActive + ")");
        }
        return maxActive;
    }

    private static Executor platform(String name) {
        var factory =
                Thread.ofPlatform().daemon().name("kworker/" + name + "-", 0).factory();
        return new ThreadPoolExecutor(0, Integer.MAX_VALUE, 5, TimeUnit.SECONDS, new SynchronousQueue<>(), factory);
    }

    private static Executor virtual(String name) {
        return Thread.ofVirtual().name("kworker/" + name + "-", 0)::start;
    }

    @Override
    public String toString() {
        try (var guard = state.lock()) {
            State own = guard.get();
            return "WorkQueue " + name + ", " + own.phase + ", " + own.busy.size() + " busy";
        }
    }
}
