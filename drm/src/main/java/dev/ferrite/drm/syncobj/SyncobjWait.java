package dev.ferrite.drm.syncobj;

import dev.ferrite.drm.fence.DmaFence;
import dev.ferrite.drm.fence.FenceCallback;
import dev.ferrite.drm.uapi.DrmH;
import dev.ferrite.drm.util.Looks;
import dev.ferrite.locks.lockdep.Lockdep;
import dev.ferrite.offheap.errno.Errno;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A wait for several sync objects: the counterpart of {@code drm_syncobj_array_wait_timeout}. */
public final class SyncobjWait {
    private static final int ALL = DrmH.DRM_SYNCOBJ_WAIT_FLAGS_WAIT_ALL;
    private static final int FOR_SUBMIT = DrmH.DRM_SYNCOBJ_WAIT_FLAGS_WAIT_FOR_SUBMIT;
    private static final int AVAILABLE = DrmH.DRM_SYNCOBJ_WAIT_FLAGS_WAIT_AVAILABLE;
    private static final int DEADLINE = DrmH.DRM_SYNCOBJ_WAIT_FLAGS_WAIT_DEADLINE;

    private final Entry[] entries;
    private final int flags;
    private final Thread thread = Thread.currentThread();
    private int first = -1;

    /** One object of the wait: first for something to be put into it, then for that to be signalled. */
    private final class Entry extends FenceCallback implements Syncobj.Watcher {
        final Syncobj object;
        final long point;
        final AtomicReference<@Nullable DmaFence> fence;
        boolean added;

        Entry(Syncobj object, long point) {
            this.object = object;
            this.point = point;
            this.fence = new AtomicReference<>(object.find(point));
        }

        @Override
        public boolean look(Syncobj where) {
            DmaFence found = where.find(point);
            if (found == null) {
                return false;
            }
            if (fence.compareAndSet(null, found)) {
                LockSupport.unpark(thread);
            }
            return true;
        }

        @Override
        public void gone() {}

        @Override
        protected void run(DmaFence signaled) {
            LockSupport.unpark(thread);
        }

        /** Looks for a fence, before anything is watched, and has its driver signal it. */
        void find() {
            DmaFence now = fence.get();
            if (now == null) {
                now = object.find(point);
                fence.set(now);
            }
            if (now != null && (flags & AVAILABLE) == 0) {
                now.enable();
            }
        }

        /** Whether it is done; from the first time on, the thread is woken when it will be. */
        boolean isDone(boolean sleeps) {
            DmaFence now = fence.get();
            if (now == null) {
                return false;
            }
            if ((flags & AVAILABLE) != 0 || now.isSignaled()) {
                return true;
            }
            if (sleeps && !added) {
                added = true;
                return now.addCallback(this) < 0;
            }
            return false;
        }

        void end() {
            object.unwatch(this);
            DmaFence now = fence.get();
            if (now != null && added) {
                now.removeCallback(this);
            }
        }
    }

    private SyncobjWait(Syncobj[] objects, long[] points, int flags) {
        this.flags = flags;
        this.entries = new Entry[objects.length];
        for (int i = 0; i < objects.length; i++) {
            entries[i] = new Entry(objects[i], points[i]);
        }
    }

    /**
     * Waits. Interrupts end it, and stay pending.
     *
     * @param objects at least one; the caller keeps a reference on each
     * @param points a number for each; 0 for all it holds
     * @param flags {@code DRM_SYNCOBJ_WAIT_FLAGS_*}
     * @param until the time it ends, on the clock of {@link System#nanoTime}, which is CLOCK_MONOTONIC; 0 and anything past
     *     only asks, {@link Long#MAX_VALUE} is for ever
     * @param deadline when somebody would like it, with WAIT_DEADLINE
     * @param index its element 0 becomes the first object that is done, if one is
     * @return 0, or {@code -errno}: EINVAL if there is nothing to wait for and the flags do not say to wait for that, ETIME,
     *     ERESTARTSYS
     */
    public static int await(Syncobj[] objects, long[] points, int flags, long until, long deadline, int[] index) {
        SyncobjWait wait = new SyncobjWait(objects, points, flags);
        int result = wait.run(until, deadline);
        if (result == 0) {
            index[0] = wait.first;
        }
        return result;
    }

    private int run(long until, long deadline) {
        boolean patient = (flags & (FOR_SUBMIT | AVAILABLE)) != 0;
        for (Entry entry : entries) {
            if (entry.fence.get() == null && !patient) {
                return Errno.EINVAL.negated();
            }
        }
        if (isDone(false)) {
            return 0;
        }
        if (mayLook(until) && Looks.until(key(), until == Long.MAX_VALUE, until, this::isThere)) {
            return 0;
        }
        try {
            if (patient) {
                for (Entry entry : entries) {
                    entry.object.watch(entry);
                }
            }
            if ((flags & DEADLINE) != 0) {
                hint(deadline);
            }
            return sleepSlow(until);
        } finally {
            for (Entry entry : entries) {
                entry.end();
            }
        }
    }

    private static boolean mayLook(long until) {
        return until > 0
                && until - System.nanoTime() > 0
                && !Thread.currentThread().isInterrupted();
    }

    /** Waits on the same object learn from each other how long it pays to look. */
    private long key() {
        return System.identityHashCode(entries[0].object);
    }

    private boolean isThere() {
        for (Entry entry : entries) {
            entry.find();
        }
        return isDone(false);
    }

    private int sleepSlow(long until) {
        Lockdep.mightSleep("SyncobjWait.await");
        while (!isDone(true)) {
            long left = until <= 0 ? 0 : until - System.nanoTime();
            if (left <= 0) {
                return Errno.ETIME.negated();
            }
            if (Thread.currentThread().isInterrupted()) {
                return Errno.ERESTARTSYS.negated();
            }
            if (until == Long.MAX_VALUE) {
                LockSupport.park(this);
            } else {
                LockSupport.parkNanos(this, left);
            }
        }
        return 0;
    }

    /** Whether one is done, or all if all are wanted. Looks at each, so that each wakes the thread. */
    private boolean isDone(boolean sleeps) {
        int done = 0;
        for (int i = 0; i < entries.length; i++) {
            if (entries[i].isDone(sleeps)) {
                if (done++ == 0) {
                    first = i;
                }
            }
        }
        return done == entries.length || (done > 0 && (flags & ALL) == 0);
    }

    private void hint(long deadline) {
        for (Entry entry : entries) {
            DmaFence now = entry.fence.get();
            if (now != null) {
                now.setDeadline(deadline);
            }
        }
    }
}
