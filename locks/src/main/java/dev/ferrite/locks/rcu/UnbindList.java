package dev.ferrite.locks.rcu;

import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What a device undoes when its driver is unbound, the last thing first: the groundwork of {@code devm_add_action()}.
 *
 * <p>Thread-safe. The device model has one for each bound device.
 */
public final class UnbindList {
    private final String name;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Action> actions = new ArrayDeque<>(); // under lock, the newest first
    private boolean bound = true; // under lock

    /**
     * An empty list of a device that is being bound.
     *
     * @param name what messages call the device
     */
    public UnbindList(String name) {
        this.name = Objects.requireNonNull(name, "name");
    }

    /**
     * Adds something to undo.
     *
     * @param undo runs once, on the thread that unbinds, unless it is removed before. What it throws is a WARN ({@code
     *     unbind-action})
     * @return for {@link #remove}
     * @throws ErrnoException ENODEV when unbinding has begun; the caller undoes it itself
     */
    public Action add(Runnable undo) {
        Action action = new Action(Objects.requireNonNull(undo, "undo"));
        lock.lock();
        try {
            if (!bound) {
                throw new ErrnoException(Errno.ENODEV, "device " + name + " is unbound");
            }
            actions.push(action);
        } finally {
            lock.unlock();
        }
        return action;
    }

    /**
     * Takes something off the list.
     *
     * @param action of {@link #add}
     * @return whether it was still there and will not run; false if it runs, has run or was removed
     */
    public boolean remove(Action action) {
        lock.lock();
        try {
            return actions.remove(action);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Undoes everything, in the reverse order of {@link #add}, and takes nothing new. Returns when all has been undone.
     *
     * @return false at once if unbinding has begun before
     */
    public boolean unbind() {
        lock.lock();
        try {
            if (!bound) {
                return false;
            }
            bound = false;
        } finally {
            lock.unlock();
        }
        for (Action action = poll(); action != null; action = poll()) {
            try {
                action.undo.run();
            } catch (RuntimeException e) {
                Warn.warn("unbind-action", "device " + name + ": undoing failed: " + e);
            }
        }
        return true;
    }

    private @Nullable Action poll() {
        lock.lock();
        try {
            return actions.poll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Whether things can be added.
     *
     * @return false for good once {@link #unbind()} has begun
     */
    public boolean isBound() {
        lock.lock();
        try {
            return bound;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public String toString() {
        return "device " + name;
    }

    /** Something on the list. */
    public static final class Action {
        private final Runnable undo;

        private Action(Runnable undo) {
            this.undo = undo;
        }
    }
}
