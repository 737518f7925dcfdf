package dev.ferrite.runtime.workqueue;

import dev.ferrite.locks.Mutex;
import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.runtime.time.HrTimer;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Something to be done after a while: {@code kernel::workqueue::DelayedWork}, {@code struct delayed_work}.
 *
 * <p>It is pending from the moment it is queued, while its timer runs and after, until it begins to run; what holds for
 * {@link Work} holds for it.
 */
public final class DelayedWork {
    /*
     * `waitsFor` is the queue it goes to when its timer expires, null when the timer does not matter: a timer that
     * expires then does nothing, so nobody has to wait for its handler. The mutex is taken before that of the work item.
     */
    private static final class State {
        private @Nullable WorkQueue waitsFor;
        private int cancelling;
    }

    private final Work work;
    private final HrTimer timer;
    private final Mutex<State> state;

    private DelayedWork(String name, Consumer<DelayedWork> function) {
        this.work = Work.of(name, ignored -> function.accept(this));
        this.timer = HrTimer.of(name, ignored -> expired());
        this.state = Mutex.of(new State(), name);
    }

    /**
     * An item that is not pending.
     *
     * @param name what messages call it
     * @param function what to do; what it throws is a counted WARN
     * @return the item
     */
    public static DelayedWork of(String name, Consumer<DelayedWork> function) {
        return new DelayedWork(name, function);
    }

    /**
     * Whether its timer runs, or it is queued and has not begun to run.
     *
     * @return true between queueing and the beginning of the run
     */
    public boolean isPending() {
        try (var guard = state.lock()) {
            return guard.get().waitsFor != null || work.isPending();
        }
    }

    /**
     * Waits until what was queued before the call has run; does not wait for the time: {@code flush_delayed_work}.
     *
     * @return whether there was anything to wait for
     * @throws KernelBug from inside its own function, which would wait for itself
     */
    public boolean flush() {
        boolean was;
        try (var guard = state.lock()) {
            was = guard.get().waitsFor != null;
            queueNow(guard.get());
        }
        return work.flush() || was;
    }

    /**
     * Takes it off if it has not begun to run: {@code cancel_delayed_work}. Does not wait for a run.
     *
     * @return whether it was pending
     */
    public boolean cancel() {
        try (var guard = state.lock()) {
            return stop(guard.get()) || work.cancel();
        }
    }

    /**
     * Takes it off and waits for a run to end, also one that queues itself again: {@code cancel_delayed_work_sync}.
     *
     * @return whether it was pending
     * @throws KernelBug from inside its own function, which would wait for itself
     */
    public boolean cancelSync() {
        boolean was;
        try (var guard = state.lock()) {
            guard.get().cancelling++;
            was = stop(guard.get());
        }
        try {
            return work.cancelSync() || was;
        } finally {
            try (var guard = state.lock()) {
                guard.get().cancelling--;
            }
        }
    }

    /** Starts the timer, unless it is pending. */
    boolean queueOn(WorkQueue queue, Duration delay) {
        try (var guard = state.lock()) {
            State own = guard.get();
            if (own.cancelling != 0 || own.waitsFor != null || work.isPending()) {
                return false;
            }
            start(own, queue, delay);
            return true;
        }
    }

    /** Starts the timer, or moves it, whether it is pending or not. */
    boolean modifyOn(WorkQueue queue, Duration delay) {
        try (var guard = state.lock()) {
            State own = guard.get();
            if (own.cancelling != 0) {
                return false;
            }
            boolean was = own.waitsFor != null || work.cancel();
            start(own, queue, delay);
            return was;
        }
    }

    private void start(State own, WorkQueue queue, Duration delay) {
        own.waitsFor = queue;
        if (delay.isPositive()) {
            timer.start(delay);
        } else {
            queueNow(own);
        }
    }

    private boolean stop(State own) {
        boolean was = own.waitsFor != null;
        own.waitsFor = null;
        timer.tryToCancel();
        return was;
    }

    private void queueNow(State own) {
        WorkQueue queue = own.waitsFor;
        if (queue != null) {
            stop(own);
            queue.queue(work);
        }
    }

    private HrTimer.Restart expired() {
        try (var guard = state.lock()) {
            WorkQueue queue = guard.get().waitsFor;
            if (queue != null) {
                guard.get().waitsFor = null;
                queue.queue(work);
            }
        }
        return HrTimer.Restart.NO_RESTART;
    }

    @Override
    public String toString() {
        return "Delayed" + work;
    }
}
