package dev.ferrite.drm.resv;

import dev.ferrite.drm.fence.DmaFence;
import dev.ferrite.drm.fence.DmaFenceArray;
import dev.ferrite.drm.fence.DmaFenceChain;
import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.offheap.errno.Errno;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fences of a buffer, and the lock for changing them: the counterpart of {@code struct dma_resv}.
 *
 * <p>Changing needs the lock; reading needs nothing and never waits. Room for fences is made first, when it may still fail;
 * adding one then cannot, and allocates nothing.
 */
public final class DmaResv {
    /*
     * Algorithm note.
     *
     * list: the slots, replaced when there is no room. Slots below count hold an entry; both are written under the lock and
     * read without it.
     *
     *   writer:  entry filled (plain), slot = entry (release), count + 1 (release)   or   list = copy (release)
     *   reader:  list (acquire), count (acquire), slots (acquire); list again: another one? begin anew
     *
     * The release of a slot publishes the entry, so a reader sees fence and usage together. An entry is never changed or used
     * again once it was in a slot. A slot is only ever overwritten by a fence that covers the old one: later in its context and
     * seen by as many, or the old one is signalled. A reader that gets either is right.
     *
     * The kernel reads under RCU, for its lists and fences are freed. Here the collector keeps what a reader has.
     *
     * Entries are made with the room. reserved counts slots that were asked for and not used; the unlock forgets them, as the
     * kernel does when it checks its drivers.
     */

    /** The class of all reservation locks: {@code reservation_ww_class}. Younger ones back off. */
    public static final WwClass FAMILY = WwClass.waitDie("reservation_ww_class");

    private static final int MIN_SLOTS = 4;
    private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(Entry[].class);

    /** A fence and its use; written before it is published, then never again. */
    private static final class Entry {
        @Nullable
        DmaFence fence;

        Usage usage = Usage.BOOKKEEP;

        DmaFence of() {
            DmaFence own = fence;
            if (own == null) {
                throw new KernelBug("entry without a fence");
            }
            return own;
        }
    }

    private static final class Slots {
        final Entry[] entries;
        final Entry[] spares;
        volatile int count;

        Slots(int room) {
            this.entries = new Entry[room];
            this.spares = new Entry[room];
        }
    }

    private static final Slots NONE = new Slots(0);

    private final WwMutex lock = new WwMutex(FAMILY);
    private volatile Slots list = NONE;
    private int reserved;
    private int spares;

    /** No fences, and free. */
    public DmaResv() {}

    // ---- The lock

    /**
     * Takes the lock: {@code dma_resv_lock}. Sleeps.
     *
     * @param context of {@link #FAMILY}; null for one buffer alone
     * @return 0, {@code -EDEADLK}, {@code -EALREADY}
     */
    public int lock(@Nullable WwAcquireCtx context) {
        return lock.lock(context);
    }

    /**
     * The same, unless the thread is interrupted: {@code dma_resv_lock_interruptible}.
     *
     * @param context of {@link #FAMILY}, or null
     * @return 0, {@code -EDEADLK}, {@code -EALREADY}, {@code -EINTR}
     */
    public int lockInterruptible(@Nullable WwAcquireCtx context) {
        return lock.lockInterruptible(context);
    }

    /**
     * Takes the lock after a refusal, with nothing held: {@code dma_resv_lock_slow}.
     *
     * @param context of {@link #FAMILY}
     */
    public void lockSlow(WwAcquireCtx context) {
        lock.lockSlow(context);
    }

    /**
     * Takes the lock if it is free: {@code dma_resv_trylock}.
     *
     * @return whether it is taken now
     */
    public boolean tryLock() {
        return lock.tryLock(null);
    }

    /** Gives the lock back; room that was not used is forgotten: {@code dma_resv_unlock}. */
    public void unlock() {
        if (isHeld()) {
            reserved = 0;
        }
        lock.unlock();
    }

    /**
     * Whether the calling thread holds the lock.
     *
     * @return true if it does
     */
    public boolean isHeld() {
        return lock.isHeld();
    }

    /**
     * Takes the locks of several buffers, each once: {@code drm_gem_lock_reservations}. Backs off and begins anew as often as
     * it takes. A buffer that is named twice is locked once.
     *
     * @param context of {@link #FAMILY}, with nothing held
     * @param all the buffers' reservations
     * @return 0, or {@code -EINTR}: then nothing is held
     */
    public static int lockAll(WwAcquireCtx context, List<DmaResv> all) {
        DmaResv contended = null;
        for (; ; ) {
            if (contended != null) {
                contended.lockSlow(context);
            }
            int result = 0;
            for (int i = 0; i < all.size() && result == 0; i++) {
                result = all.get(i).lockInterruptible(context);
                if (result == Errno.EALREADY.negated()) {
                    result = 0;
                } else if (result < 0) {
                    contended = all.get(i);
                }
            }
            if (result == 0) {
                return 0;
            }
            unlockAll(all);
            if (result != Errno.EDEADLK.negated()) {
                return result;
            }
        }
    }

    /**
     * Gives back the locks of those the calling thread holds.
     *
     * @param all the buffers' reservations
     */
    public static void unlockAll(List<DmaResv> all) {
        for (DmaResv resv : all) {
            if (resv.isHeld()) {
                resv.unlock();
            }
        }
    }

    private void checkHeld(String what) {
        if (!isHeld()) {
            throw new KernelBug(what + " without the reservation's lock: thread=" + Thread.currentThread());
        }
    }

    // ---- Changing

    /**
     * Makes room: {@code dma_resv_reserve_fences}. Leaves out what is signalled if it has to build the list anew.
     *
     * @param count how many fences will be added before the unlock, more than 0
     * @throws KernelBug without the lock
     */
    public void reserve(int count) {
        checkHeld("reserve");
        if (count <= 0) {
            throw new IllegalArgumentException("fences must be > 0: count=" + count);
        }
        Slots now = list;
        if (now.count + count > now.entries.length) {
            now = grow(now, count);
        }
        while (spares < Math.min(count, now.spares.length)) {
            now.spares[spares++] = new Entry();
        }
        reserved = Math.max(reserved, count);
    }

    private Slots grow(Slots now, int count) {
        int room = Math.max(MIN_SLOTS, Math.max(now.count + count, now.entries.length * 2));
        Slots next = new Slots(room);
        int live = 0;
        for (int i = 0; i < now.count; i++) {
            if (!now.entries[i].of().isSignaled()) {
                next.entries[live++] = now.entries[i];
            }
        }
        next.count = live;
        System.arraycopy(now.spares, 0, next.spares, 0, spares);
        list = next;
        return next;
    }

    /**
     * Adds a fence: {@code dma_resv_add_fence}. Takes the place of an earlier one of its context, or of one that is signalled,
     * if there is one. Cannot fail, allocates nothing.
     *
     * @param fence a plain one; a container is a WARN
     * @param usage what it means
     * @throws KernelBug without the lock, or without room that was made since
     */
    public void add(DmaFence fence, Usage usage) {
        checkHeld("add");
        if (fence instanceof DmaFenceArray || fence instanceof DmaFenceChain) {
            Warn.warn("dma-resv-container", "a container among the fences of a buffer: " + fence);
        }
        Slots now = list;
        int count = now.count;
        int at = 0;
        while (at < count && !isCovered(now.entries[at], fence, usage)) {
            at++;
        }
        if (reserved == 0 || spares == 0) {
            throw new KernelBug("add without room: fences=" + count + " slots=" + now.entries.length);
        }
        Entry entry = now.spares[--spares];
        entry.fence = fence;
        entry.usage = usage;
        SLOT.setRelease(now.entries, at, entry);
        if (at == count) {
            now.count = count + 1;
        }
        reserved--;
    }

    /** Whether a new fence says all that an old entry does. */
    @SuppressWarnings("ReferenceEquality") // a fence is what it is
    private static boolean isCovered(Entry entry, DmaFence fence, Usage usage) {
        DmaFence old = entry.of();
        boolean later = old.context() == fence.context()
                && entry.usage.compareTo(usage) >= 0
                && (fence == old || !old.isLater(old.seqno(), fence.seqno()));
        return later || old.isSignaled();
    }

    /**
     * Puts one fence in place of all of a context: {@code dma_resv_replace_fences}, for work that cannot be done any more.
     *
     * @param context whose fences
     * @param replacement instead of each
     * @param usage what it means
     * @throws KernelBug without the lock
     */
    public void replace(long context, DmaFence replacement, Usage usage) {
        checkHeld("replace");
        Slots now = list;
        for (int i = 0; i < now.count; i++) {
            if (now.entries[i].of().context() == context) {
                Entry entry = new Entry();
                entry.fence = replacement;
                entry.usage = usage;
                SLOT.setRelease(now.entries, i, entry);
            }
        }
    }

    // ---- Reading

    /**
     * The fences that are not signalled: {@code dma_resv_get_fences}. Takes no lock.
     *
     * @param usage those of this and of the ones before it
     * @return a snapshot
     */
    public List<DmaFence> fences(Usage usage) {
        for (; ; ) {
            List<DmaFence> found = new ArrayList<>();
            Slots now = list;
            int count = now.count;
            for (int i = 0; i < count; i++) {
                Entry entry = (Entry) SLOT.getAcquire(now.entries, i);
                if (entry.usage.compareTo(usage) <= 0 && !entry.of().isSignaled()) {
                    found.add(entry.of());
                }
            }
            if (list == now) {
                return found;
            }
        }
    }

    /**
     * All of them as one: {@code dma_resv_get_singleton}.
     *
     * @param usage those of this and of the ones before it
     * @return the fence; null if all are signalled
     */
    public @Nullable DmaFence singleton(Usage usage) {
        List<DmaFence> found = fences(usage);
        return switch (found.size()) {
            case 0 -> null;
            case 1 -> found.getFirst();
            default -> new DmaFenceArray(found, DmaFence.allocContexts(1), 1, false);
        };
    }

    /**
     * Whether all are signalled: {@code dma_resv_test_signaled}.
     *
     * @param usage those of this and of the ones before it
     * @return true if they are
     */
    public boolean isSignaled(Usage usage) {
        return fences(usage).isEmpty();
    }

    /**
     * Waits for all: {@code dma_resv_wait_timeout}.
     *
     * @param usage those of this and of the ones before it
     * @param interruptible whether an interrupt ends it
     * @param timeoutNanos how long at most; 0 only asks, {@link Long#MAX_VALUE} is for ever
     * @return what is left of the time, at least 1; 0 if the time is over; {@code -ERESTARTSYS}
     */
    public long await(Usage usage, boolean interruptible, long timeoutNanos) {
        long left = timeoutNanos;
        for (DmaFence fence : fences(usage)) {
            long result = fence.await(interruptible, left);
            if (result <= 0) {
                return result;
            }
            left = left == 0 ? 0 : result;
        }
        return Math.max(1, left);
    }

    /**
     * Waits for one: any fence of a usage.
     *
     * @param usage those of this and of the ones before it
     * @param interruptible whether an interrupt ends it
     * @param timeoutNanos how long at most
     * @return what is left of the time, at least 1, also if all are signalled; 0; {@code -ERESTARTSYS}
     */
    public long awaitAny(Usage usage, boolean interruptible, long timeoutNanos) {
        List<DmaFence> found = fences(usage);
        return found.isEmpty()
                ? Math.max(1, timeoutNanos)
                : DmaFence.awaitAny(found, interruptible, timeoutNanos, null);
    }

    /**
     * Tells all fences when somebody would like them: {@code dma_resv_set_deadline}.
     *
     * @param usage those of this and of the ones before it
     * @param nanos on the clock of {@link System#nanoTime}
     */
    public void setDeadline(Usage usage, long nanos) {
        fences(usage).forEach(fence -> fence.setDeadline(nanos));
    }
}
