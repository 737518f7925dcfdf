package dev.ferrite.nova.boot;

import dev.ferrite.locks.CondVar;
import dev.ferrite.locks.Mutex;
import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.runtime.panic.Panic;
import org.jspecify.annotations.Nullable;

/**
 * How the threads of a run follow each other through its frames, and how all of them stop when one fails.
 *
 * <p>The job shows frame after frame; clients and verifier wait for the next; the job waits until a frame is verified.
 * The first failure wins and wakes everybody.
 */
final class Stage {
    private final Mutex<State> state = Mutex.of(new State(), "stage");
    private final CondVar changed = CondVar.of("stage changed");

    /** Read between two tiles, without the lock. */
    private volatile @Nullable Throwable failure;

    private static final class State {
        @Nullable
        Frame shown;

        int verified = -1;
        boolean over;
    }

    /** Shows the next frame. */
    void show(Frame frame) {
        try (var guard = state.lock()) {
            guard.get().shown = frame;
            changed.notifyAllWaiters();
        }
    }

    /** No more frames come. */
    void finish() {
        try (var guard = state.lock()) {
            guard.get().over = true;
            changed.notifyAllWaiters();
        }
    }

    /** Waits for a frame of at least this index; null when there is none, or the run has failed. */
    @Nullable
    Frame next(int index) {
        try (var guard = state.lock()) {
            State now = guard.get();
            while (failure == null && !now.over && (now.shown == null || now.shown.index() < index)) {
                changed.wait(guard);
            }
            Frame shown = now.shown;
            return failure != null || shown == null || shown.index() < index ? null : shown;
        }
    }

    /** Every tile of the frame is verified. */
    void verified(int index) {
        try (var guard = state.lock()) {
            guard.get().verified = index;
            changed.notifyAllWaiters();
        }
    }

    /** Waits until a frame is verified. */
    void awaitVerified(int index) throws BootFailure {
        try (var guard = state.lock()) {
            while (failure == null && guard.get().verified < index) {
                changed.wait(guard);
            }
        }
        check();
    }

    /** Stops the run; only the first reason counts. A bug stops more than the run where a panic is prepared. */
    void fail(Throwable problem) {
        KernelBug bug = Panic.bugIn(problem);
        if (bug != null && Panic.installed() != null) {
            throw Panic.panic(bug);
        }
        try (var guard = state.lock()) {
            guard.get().over = true;
            if (failure == null) {
                failure = problem;
            }
            changed.notifyAllWaiters();
        }
    }

    boolean failed() {
        return failure != null;
    }

    /** Throws what stopped the run, if anything did. */
    void check() throws BootFailure {
        Throwable problem = failure;
        if (problem != null) {
            throw BootFailure.of(problem);
        }
    }
}
