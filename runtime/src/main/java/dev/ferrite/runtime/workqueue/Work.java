package dev.ferrite.runtime.workqueue;

import dev.ferrite.locks.CondVar;
import dev.ferrite.locks.Mutex;
import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.diag.Warn;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Something to be done later: {@code kernel::workqueue::Work}, {@code struct work_struct}.
 *
 * <p>An item is pending at most once: queueing it while it is pending does nothing and says so. It never runs beside
 * itself, on whatever queue: queued while it runs, by itself or by others, it runs again afterwards. What was done before
 * queueing, also when that answered false, happens before the run that follows.
 */
public final class Work {
    /*
     * State, all under the mutex: where it is pending, who runs it and for which queue, and tickets: how often it was
     * queued, for which of these times the run that goes on answers, and for which all is done.
     *
     * A queue holds entries for pending items; an entry whose item is no longer pending there (cancelled, or begun by
     * another entry) is skipped. The mutex of the item is taken before that of a queue.
     */
    private static final class State {
        private @Nullable WorkQueue pendingOn;
        private @Nullable WorkQueue runningOn;
        private @Nullable Thread runner;
        private long queued;
        private long running;
        private long done;
        private int cancelling;
    }

    private final String name;
    private final Consumer<Work> function;
    private final Mutex<State> state;
    private final CondVar changed;

    private Work(String name, Consumer<Work> function) {
        this.name = name;
        this.function = function;
        this.state = Mutex.of(new State(), name);
        this.changed = CondVar.of(name);
    }

    /**
     * An item that is not pending.
     *
     * @param name what messages call it
     * @param function what to do; what it throws is a counted WARN
     * @return the item
     */
    public static Work of(String name, Consumer<Work> function) {
        return new Work(Objects.requireNonNull(name, "name"), Objects.requireNonNull(function, "function"));
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
     * Whether it is queued and has not begun to run: {@code work_pending}.
     *
     * @return true between queueing and the beginning of the run
     */
    public boolean isPending() {
        try (var guard = state.lock()) {
            return guard.get().pendingOn != null;
        }
    }

    /**
     * Whether it is pending or runs: {@code work_busy}.
     *
     * @return false when nothing is left to be done
     */
    public boolean isBusy() {
        try (var guard = state.lock()) {
            return guard.get().pendingOn != null || guard.get().runner != null;
        }
    }

    /**
     * Waits until everything queued before the call has run or was cancelled: {@code flush_work}. Not ended by interrupts.
     *
     * @return whether there was anything to wait for
     * @throws KernelBug from inside its own function, which would wait for itself
     */
    public boolean flush() {
        try (var guard = state.lock()) {
            State own = guard.get();
            checkNotInside(own, "flush");
            long target = own.queued;
            boolean waits = own.done < target;
            while (own.done < target) {
                changed.wait(guard);
            }
            return waits;
        }
    }

    /**
     * Takes it off its queue if it has not begun to run: {@code cancel_work}. Does not wait for a run.
     *
     * @return whether it was pending
     */
    public boolean cancel() {
        try (var guard = state.lock()) {
            return cancel(guard.get());
        }
    }

    /**
     * Takes it off its queue and waits for a run to end, also one that queues itself again: {@code cancel_work_sync}.
     * Queueing it meanwhile answers false. Not ended by interrupts.
     *
     * @return whether it was pending
     * @throws KernelBug from inside its own function, which would wait for itself
     */
    public boolean cancelSync() {
        try (var guard = state.lock()) {
            State own = guard.get();
            checkNotInside(own, "cancelSync");
            boolean was = cancel(own);
            own.cancelling++;
            try {
                while (own.runner != null) {
                    changed.wait(guard);
                }
            } finally {
                own.cancelling--;
            }
            return was;
        }
    }

    /** Marks it pending. An item that runs is entered by its runner, later. */
    boolean queueOn(WorkQueue queue) {
        try (var guard = state.lock()) {
            State own = guard.get();
            if (own.pendingOn != null || own.cancelling != 0 || !queue.accept(this, own.runner == null)) {
                return false;
            }
            own.pendingOn = queue;
            own.queued++;
            return true;
        }
    }

    /** Runs it, if it is still pending on the queue that has the entry. */
    void run(WorkQueue queue) {
        try (var guard = state.lock()) {
            State own = guard.get();
            if (own.pendingOn != queue || own.runner != null) {
                return;
            }
            own.pendingOn = null;
            own.runningOn = queue;
            own.runner = Thread.currentThread();
            own.running = own.queued;
        }
        WorkStats.RUNS.increment();
        try {
            function.accept(this);
        } catch (Throwable failure) {
            Warn.warn("workqueue", "work " + name + " on queue " + queue.name() + " threw " + failure);
        }
        try (var guard = state.lock()) {
            State own = guard.get();
            own.runner = null;
            own.runningOn = null;
            own.done = own.running;
            if (own.pendingOn != queue) {
                queue.forget(this);
            }
            if (own.pendingOn != null) {
                own.pendingOn.enter(this);
            }
            changed.notifyAllWaiters();
        }
    }

    private boolean cancel(State own) {
        WorkQueue queue = own.pendingOn;
        if (queue == null) {
            return false;
        }
        own.pendingOn = null;
        if (own.runner == null) {
            own.done = own.queued;
        } else {
            own.running = own.queued; // the run that goes on answers for the one that will not be
        }
        if (own.runningOn != queue) {
            queue.forget(this);
        }
        changed.notifyAllWaiters();
        return true;
    }

    private void checkNotInside(State own, String operation) {
        if (Thread.currentThread().equals(own.runner)) {
            throw new KernelBug(operation + " of work " + name + " from inside its own function waits for ever");
        }
    }

    @Override
    public String toString() {
        return "Work " + name;
    }
}
