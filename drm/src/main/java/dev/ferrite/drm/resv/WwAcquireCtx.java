package dev.ferrite.drm.resv;

import dev.ferrite.locks.lockdep.Lockdep;
import dev.ferrite.locks.lockdep.LockdepMap;
import dev.ferrite.locks.lockdep.WaitType;
import dev.ferrite.offheap.diag.Warn;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to take several locks: the counterpart of {@code struct ww_acquire_ctx}. Its age decides who backs off.
 *
 * <p>Belongs to the thread that made it. After a back-off the same one goes on, so that it gets older than everybody else in
 * the end.
 */
public final class WwAcquireCtx implements AutoCloseable {
    private final WwClass family;
    private final long stamp;
    private final Thread thread = Thread.currentThread();
    private final @Nullable LockdepMap dep;

    /** Locks held; of the thread alone, read by others only as a hint. */
    private int acquired;

    private boolean closed;

    /** Set by an older one that wants what this one holds; cleared when nothing is held any more. */
    private volatile boolean wounded;

    /** Whether the thread sleeps on a lock, and is to be woken when wounded. */
    private volatile boolean waiting;

    /**
     * Begins: {@code ww_acquire_init}.
     *
     * @param family the locks to be taken
     */
    public WwAcquireCtx(WwClass family) {
        this.family = family;
        this.stamp = family.nextStamp();
        this.dep = Lockdep.ON
                ? LockdepMap.of(this, family.name() + "_acquire", WaitType.SLEEP, 0, family.contexts())
                : null;
        Lockdep.acquire(dep, Lockdep.EXCLUSIVE);
    }

    /** Ends: {@code ww_acquire_fini}. Locks that are still held are a WARN. Does nothing the second time. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (acquired != 0) {
            Warn.warn("ww-acquire-fini", family.name() + ": context ends with locks held: acquired=" + acquired);
        }
        Lockdep.release(dep, Lockdep.EXCLUSIVE);
    }

    /**
     * How many locks it holds.
     *
     * @return the count
     */
    public int acquired() {
        return acquired;
    }

    boolean isOlderThan(WwAcquireCtx other) {
        return stamp - other.stamp < 0;
    }

    long stamp() {
        return stamp;
    }

    WwClass family() {
        return family;
    }

    @Nullable
    LockdepMap dep() {
        return dep;
    }

    boolean isClosed() {
        return closed;
    }

    Thread thread() {
        return thread;
    }

    void took() {
        acquired++;
    }

    void released() {
        acquired--;
    }

    /** Before a lock: with nothing held there is nothing to back off from. */
    void begin() {
        if (acquired == 0) {
            wounded = false;
        }
    }

    void wound() {
        wounded = true;
        if (waiting) {
            LockSupport.unpark(thread);
        }
    }

    boolean isWounded() {
        return wounded;
    }

    void waiting(boolean now) {
        waiting = now;
    }
}
