package dev.ferrite.drm.syncobj;

import dev.ferrite.drm.count.Live;
import dev.ferrite.drm.fence.DmaFence;
import dev.ferrite.drm.fence.DmaFenceChain;
import dev.ferrite.offheap.diag.KernelBug;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A place for a fence, or for a timeline of them: the counterpart of {@code struct drm_syncobj}.
 *
 * <p>Empty, or holds one fence that others replace. A timeline is a fence that is a chain. Counted: each handle, each
 * descriptor and each call in progress own one reference. Thread-safe, without a lock.
 */
public final class Syncobj {
    /*
     * Algorithm note.
     *
     *   change:  fence = new one (volatile)         watch:  watchers.add (volatile)
     *            for each watcher: look at fence            look at fence
     *
     * Both write, then read what the other wrote, all volatile: either the change meets the watcher, or the watcher sees the
     * new fence. Both may; a watcher takes what it sees once, by CAS.
     *
     * A point of a timeline names the fence before it, so it is made anew if another change came between: CAS. Watchers of one
     * object are few, so a list copied on write is enough.
     */
    private static final VarHandle FENCE;

    static {
        try {
            FENCE = MethodHandles.lookup().findVarHandle(Syncobj.class, "fence", DmaFence.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Somebody who wants to see what is put into the object. */
    interface Watcher {
        /**
         * The content may have changed. Must not block.
         *
         * @param object where
         * @return true if it has seen enough, and is to be forgotten
         */
        boolean look(Syncobj object);

        /** The object is gone, and nothing will be put into it any more. */
        void gone();
    }

    private final AtomicInteger references = new AtomicInteger(1);
    private final CopyOnWriteArrayList<Watcher> watchers = new CopyOnWriteArrayList<>();

    private volatile @Nullable DmaFence fence;

    /**
     * An object with one reference, the caller's: {@code drm_syncobj_create}.
     *
     * @param first what it holds, or null for nothing
     */
    public Syncobj(@Nullable DmaFence first) {
        this.fence = first;
        Live.SYNCOBJS.add(1);
    }

    /** Adds a reference; the caller has one: {@code drm_syncobj_get}. */
    public void get() {
        if (references.getAndIncrement() <= 0) {
            throw new KernelBug("reference on a sync object that is gone");
        }
    }

    /**
     * Adds a reference if there is one left.
     *
     * @return false if the object is gone
     */
    boolean tryGet() {
        return references.getAndUpdate(now -> now == 0 ? 0 : now + 1) != 0;
    }

    /** Drops a reference: {@code drm_syncobj_put}. After the last one nobody can put anything into it. */
    public void put() {
        int left = references.decrementAndGet();
        if (left < 0) {
            throw new KernelBug("reference of a sync object dropped twice: references=" + left);
        }
        if (left == 0) {
            Live.SYNCOBJS.add(-1);
            watchers.forEach(Watcher::gone);
            watchers.clear();
        }
    }

    /**
     * What it holds: {@code drm_syncobj_fence_get}. One load.
     *
     * @return the fence, or the newest point of the timeline; null if nothing
     */
    public @Nullable DmaFence fence() {
        return fence;
    }

    /**
     * Replaces what it holds: {@code drm_syncobj_replace_fence}.
     *
     * @param next the fence, or null for nothing
     */
    @SuppressWarnings("ReferenceEquality") // a fence is what it is
    public void replace(@Nullable DmaFence next) {
        DmaFence before = (DmaFence) FENCE.getAndSet(this, next);
        if (before != next) {
            tell();
        }
    }

    /**
     * Adds a point to the timeline: {@code drm_syncobj_add_point}. One that is not later than the last is added all the same,
     * in a context of its own.
     *
     * @param added what the point stands for
     * @param point its number
     */
    public void addPoint(DmaFence added, long point) {
        DmaFence before;
        DmaFenceChain next;
        do {
            before = fence;
            next = DmaFenceChain.after(before, added, point);
        } while (!FENCE.compareAndSet(this, before, next));
        tell();
        next.walk(); // forgets what is done
    }

    /**
     * The fence to wait for, for a number: {@code drm_syncobj_find_fence} without waiting.
     *
     * @param point the number; 0 for all it holds
     * @return the fence, a signalled one if that number is done; null if nothing of that kind was put into it yet
     */
    public @Nullable DmaFence find(long point) {
        DmaFence now = fence;
        @Nullable DmaFence[] found = new DmaFence[1];
        if (now == null || DmaFenceChain.find(now, point, found) < 0) {
            return null;
        }
        return found[0] == null ? DmaFence.stub() : found[0];
    }

    private void tell() {
        for (Watcher watcher : watchers) {
            if (watcher.look(this)) {
                watchers.remove(watcher);
            }
        }
    }

    /** Shows the watcher what is there, and what comes. */
    void watch(Watcher watcher) {
        watchers.add(watcher);
        if (watcher.look(this)) {
            watchers.remove(watcher);
        }
    }

    void unwatch(Watcher watcher) {
        watchers.remove(watcher);
    }

    /** How many watch. For tests. */
    int watched() {
        return watchers.size();
    }

    /**
     * The number a timeline has reached: the value of SYNCOBJ_QUERY.
     *
     * @param lastSubmitted whether the newest point is asked for, done or not
     * @return the number; 0 if it holds no timeline
     */
    public long query(boolean lastSubmitted) {
        if (!(fence instanceof DmaFenceChain newest)) {
            return 0;
        }
        if (lastSubmitted) {
            return newest.seqno();
        }
        DmaFenceChain oldest = newest; // the oldest point of the newest context that is not known to be done
        for (DmaFence at = newest; at instanceof DmaFenceChain point; at = point.walk()) {
            if (point.context() != newest.context()) {
                break;
            }
            oldest = point;
        }
        return oldest.isSignaled() ? oldest.seqno() : oldest.previousSeqno();
    }
}
