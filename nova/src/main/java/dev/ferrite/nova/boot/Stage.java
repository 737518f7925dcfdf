package dev.ferrite.nova.boot;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * How the threads of a run follow each other through its frames, and how all of them stop when one fails.
 *
 * <p>The job shows frame after frame; clients and verifier wait for the next; the job waits until a frame is verified.
 * The first failure wins and wakes everybody.
 */
final class Stage {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private @Nullable Frame shown;
    private int verified = -1;
    private boolean over;
    private volatile @Nullable Throwable failure;

    /** Shows the next frame. */
    void show(Frame frame) {
        lock.lock();
        try {
            shown = frame;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** No more frames come. */
    void finish() {
        lock.lock();
        try {
            over = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a frame of at least this index; null when there is none, or the run has failed. */
    @Nullable Frame next(int index) {
        lock.lock();
        try {
            while (failure == null && !over && (shown == null || shown.index() < index)) {
                changed.awaitUninterruptibly();
            }
            return failure != null || shown == null || shown.index() < index ? null : shown;
        } finally {
            lock.unlock();
        }
    }

    /** Every tile of the frame is verified. */
    void verified(int index) {
        lock.lock();
        try {
            verified = index;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until a frame is verified. */
    void awaitVerified(int index) throws BootFailure {
        lock.lock();
        try {
            while (failure == null && verified < index) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
        check();
    }

    /** Stops the run; only the first reason counts. */
    void fail(Throwable problem) {
        lock.lock();
        try {
            if (failure == null) {
                failure = problem;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
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
