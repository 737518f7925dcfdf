package dev.ferrite.drm.fence;

import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.offheap.errno.Errno;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A promise that some work will be done: the counterpart of {@code struct dma_fence}.
 *
 * <p>Belongs to a context, a line of work whose fences are signalled in the order of their sequence numbers. Signalled
 * once, for good, with an error or without. Thread-safe; asking whether it is signalled is one load, and so is being asked
 * by any number of threads. Signalling and adding a callback are one CAS each.
 *
 * <p>Drivers extend it; {@link SoftwareFence} is one that somebody signals by hand.
 */
public abstract class DmaFence {
    /*
     * Algorithm note.
     *
     * head is all the state there is:
     *
     *   null        not signalled, no callbacks
     *   a Link      not signalled, the callbacks as an immutable list, the newest first
     *   a Signaled  signalled: when, and with which error. Final.
     *
     *   add:     h = head; if Signaled: ENOENT; CAS(h -> Link(callback, h)), again if it failed
     *   signal:  h = head; if Signaled: lost;   CAS(h -> new Signaled(time, error)), again if it failed; run the list h
     *   remove:  CAS the callback's state PENDING -> REMOVED; the list is tidied later
     *
     * Exactly once. head changes by CAS alone and never from Signaled. The one signaller whose CAS succeeds gets the list h,
     * and whatever was added is in h or found Signaled and was refused: nothing is lost, nothing is added to a list that was
     * taken. Of the signaller and a remover one wins the CAS on the callback's state. A list that was tidied leaves out
     * callbacks whose state is final, nothing else, and replaces head by CAS, so it cannot drop one added meanwhile.
     *
     * Publication. Time and error are final fields of Signaled, written before the CAS that publishes it (release); a reader
     * loads head with acquire. So who sees the fence signalled sees both, and everything the signaller did before. error is
     * plain: it is written by who is going to signal, or before that one was told to.
     *
     * Tidying. Waits with timeouts would leave a callback each on a fence that is never signalled. Whoever removes one counts
     * it, and when more than half of the list may be such, builds the list anew: constant cost per removal. The count is a
     * hint; if it is off, the list is tidied a little sooner or later.
     *
     * enabled: set once by CAS; who sets it calls enableSignaling. Another adder may be done before the hook has run. That is
     * harmless: its callback is on the list, and a hook that says "done already" signals, which runs it.
     *
     * The kernel does all this under a spin lock per fence, taken with interrupts off, for its lists are intrusive.
     */
    private static final AtomicLong CONTEXTS = new AtomicLong(1);
    private static final int ENOENT = Errno.ENOENT.negated();
    private static final int MAX_ERRNO = 4095;
    private static final int TIDY_MIN = 8;

    private static final VarHandle HEAD;
    private static final VarHandle ENABLED;
    private static final VarHandle REMOVED;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            HEAD = lookup.findVarHandle(DmaFence.class, "head", Object.class);
            ENABLED = lookup.findVarHandle(DmaFence.class, "enabled", boolean.class);
            REMOVED = lookup.findVarHandle(DmaFence.class, "removed", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** One callback of the list, the newest first. */
    private record Link(FenceCallback callback, @Nullable Link older, int length) {}

    /** The end. */
    private record Signaled(long timestamp, int error) {}

    private final long context;
    private final long seqno;

    private volatile @Nullable Object head;

    @SuppressWarnings("UnusedVariable") // through ENABLED
    private volatile boolean enabled;

    @SuppressWarnings("UnusedVariable") // through REMOVED
    private volatile int removed;

    private int error;

    /**
     * A fence that is not signalled.
     *
     * @param context the line of work, of {@link #allocContexts}
     * @param seqno its place there, unsigned
     */
    protected DmaFence(long context, long seqno) {
        this.context = context;
        this.seqno = seqno;
    }

    /**
     * Takes numbers for contexts: {@code dma_fence_context_alloc}. They are never used again.
     *
     * @param count how many, more than 0
     * @return the first of them
     */
    public static long allocContexts(int count) {
        if (count <= 0) {
            throw new IllegalArgumentException("contexts must be > 0: count=" + count);
        }
        return CONTEXTS.getAndAdd(count);
    }

    /**
     * A fence that is signalled: {@code dma_fence_get_stub}. Its time is that of the first use.
     *
     * @return always the same one
     */
    public static DmaFence stub() {
        return StubFence.SHARED;
    }

    /**
     * A signalled fence of its own: {@code dma_fence_allocate_private_stub}.
     *
     * @return a new one, signalled now
     */
    public static DmaFence newStub() {
        return StubFence.signaled(new StubFence());
    }

    // ---- What a driver says

    /**
     * Who made it: {@code get_driver_name}.
     *
     * @return such as {@code vgem}
     */
    public abstract String driverName();

    /**
     * Its line of work: {@code get_timeline_name}.
     *
     * @return a name for people
     */
    public abstract String timelineName();

    /**
     * Somebody waits now: make sure that it will be signalled: {@code enable_signaling}. Called once at most. The first
     * callback may be on the list before this returns.
     *
     * @return false if the work is done already: then the caller signals
     */
    protected boolean enableSignaling() {
        return true;
    }

    /**
     * Whether the work is done though nobody has signalled yet: the {@code signaled} hook. Must be cheap.
     *
     * @return true if it is; then whoever asked signals
     */
    protected boolean signaled() {
        return false;
    }

    /**
     * Somebody would like it by then: {@code set_deadline}. A hint; does nothing by itself.
     *
     * @param nanos on the clock of {@link System#nanoTime}, which is CLOCK_MONOTONIC
     */
    public void setDeadline(long nanos) {}

    /**
     * Whether the sequence numbers are of 64 bits. Others wrap at 32.
     *
     * @return false unless overridden
     */
    protected boolean hasSeqno64() {
        return false;
    }

    // ---- Order

    /**
     * The line of work.
     *
     * @return the number given at creation; 0 only for stubs
     */
    public final long context() {
        return context;
    }

    /**
     * The place in it.
     *
     * @return the number given at creation, unsigned
     */
    public final long seqno() {
        return seqno;
    }

    /**
     * Whether one number comes after another, by this fence's rule: {@code __dma_fence_is_later}. Of 64 bits: unsigned
     * order. Of 32: less than half the circle ahead, so it holds across the wrap.
     *
     * @param first a number
     * @param second a number
     * @return true if {@code first} is later
     */
    public final boolean isLater(long first, long second) {
        return hasSeqno64() ? Long.compareUnsigned(first, second) > 0 : (int) first - (int) second > 0;
    }

    /**
     * Whether this one comes after another of the same context: {@code dma_fence_is_later}.
     *
     * @param other another; of another context is a WARN, and false
     * @return true if it does
     */
    public final boolean isLaterThan(DmaFence other) {
        if (context != other.context) {
            Warn.warn("dma-fence-context", "order of different contexts asked: " + this + " and " + other);
            return false;
        }
        return isLater(seqno, other.seqno);
    }

    // ---- Signalling

    /**
     * Sets the error it will be signalled with: {@code dma_fence_set_error}. Before {@link #signal}, by who will signal.
     *
     * @param negated {@code -errno}; anything else, and a fence that is signalled already, is a WARN and changes nothing
     */
    public final void setError(int negated) {
        if (negated >= 0 || negated < -MAX_ERRNO || head instanceof Signaled) {
            Warn.warn("dma-fence-error", "error=" + negated + " of " + this);
            return;
        }
        error = negated;
    }

    /**
     * Signals: {@code dma_fence_signal}. Runs the callbacks before it returns, on this thread. Never blocks.
     *
     * @return false if it was signalled before: then nothing happens (the kernel's EINVAL)
     */
    public final boolean signal() {
        return signalAt(System.nanoTime());
    }

    /**
     * The same with the time the work was done at: {@code dma_fence_signal_timestamp}.
     *
     * @param timestamp on the clock of {@link System#nanoTime}
     * @return false if it was signalled before
     */
    public final boolean signalAt(long timestamp) {
        return end(new Signaled(timestamp, error));
    }

    /** Signals with an error that several may have found at once; 0 is none. */
    final boolean signalWith(int negated) {
        return end(new Signaled(System.nanoTime(), negated));
    }

    private boolean end(Signaled end) {
        Object now;
        do {
            now = head;
            if (now instanceof Signaled) {
                return false;
            }
        } while (!HEAD.compareAndSet(this, now, end));
        if (now instanceof Link list) {
            runAll(list);
        }
        return true;
    }

    private void runAll(Link newest) {
        FenceCallback[] oldestFirst = new FenceCallback[newest.length];
        for (Link link = newest; link != null; link = link.older) {
            oldestFirst[link.length - 1] = link.callback;
        }
        for (FenceCallback callback : oldestFirst) {
            if (callback.takeToRun()) {
                try {
                    callback.run(this);
                } catch (RuntimeException e) {
                    Warn.warn("dma-fence-callback", "callback of " + this + " threw: " + e);
                }
            }
        }
    }

    // ---- Asking

    /**
     * Whether it is signalled: {@code dma_fence_is_signaled}. One acquire load if it is; else the driver is asked, too.
     *
     * @return true for good; false may be stale at once. Who sees true sees all that was done before the signal
     */
    public final boolean isSignaled() {
        return hasEnded() || isDoneSlow();
    }

    /** Whether somebody has signalled; the driver is not asked. Who sees true sees all that was done before. */
    final boolean hasEnded() {
        return HEAD.getAcquire(this) instanceof Signaled;
    }

    private boolean isDoneSlow() {
        if (!signaled()) {
            return false;
        }
        signal();
        return true;
    }

    /**
     * How it ended: {@code dma_fence_get_status}.
     *
     * @return 0 not signalled, 1 signalled without an error, {@code -errno}
     */
    public final int status() {
        if (!isSignaled()) {
            return 0;
        }
        int negated = end().error;
        return negated == 0 ? 1 : negated;
    }

    /**
     * When it was signalled.
     *
     * @return on the clock of {@link System#nanoTime}; 0 if it is not
     */
    public final long timestamp() {
        return HEAD.getAcquire(this) instanceof Signaled end ? end.timestamp : 0;
    }

    private Signaled end() {
        return (Signaled) HEAD.getAcquire(this);
    }

    // ---- Callbacks

    /**
     * Has something run when it is signalled: {@code dma_fence_add_callback}.
     *
     * @param callback one that is on no fence and never was
     * @return 0, or {@code -ENOENT} if it is signalled already: then the callback does not run, and is as new
     * @throws KernelBug if the callback was used before
     */
    public final int addCallback(FenceCallback callback) {
        if (hasEnded()) {
            return ENOENT;
        }
        enable();
        if (!callback.claim()) {
            throw new KernelBug("callback was used before: " + callback + " on " + this);
        }
        Object now;
        do {
            now = head;
            if (now instanceof Signaled) {
                callback.unclaim();
                return ENOENT;
            }
        } while (!HEAD.compareAndSet(this, now, linkBefore(callback, (Link) now)));
        return 0;
    }

    private static Link linkBefore(FenceCallback callback, @Nullable Link older) {
        return new Link(callback, older, older == null ? 1 : older.length + 1);
    }

    /** Has the driver see to it that the fence is signalled: {@code dma_fence_enable_sw_signaling}. */
    public final void enable() {
        if (!(boolean) ENABLED.getAcquire(this) && ENABLED.compareAndSet(this, false, true) && !enableSignaling()) {
            signal();
        }
    }

    /**
     * Whether the driver was asked to signal.
     *
     * @return true once {@link #enable} was called
     */
    protected final boolean isEnabled() {
        return (boolean) ENABLED.getAcquire(this);
    }

    /**
     * Keeps a callback from running: {@code dma_fence_remove_callback}.
     *
     * @param callback one that was added to this fence
     * @return true if it will not run; false if it has run or is running, which, other than in the kernel, need not be over
     */
    public final boolean removeCallback(FenceCallback callback) {
        if (!callback.takeAway()) {
            return false;
        }
        int count = (int) REMOVED.getAndAdd(this, 1) + 1;
        if (count >= TIDY_MIN && head instanceof Link list && count > list.length / 2) {
            tidySlow();
        }
        return true;
    }

    /** Builds the list without callbacks that will not run. Gives up when somebody changes it: the next one tidies. */
    private void tidySlow() {
        if (!(head instanceof Link list)) {
            return;
        }
        removed = 0;
        FenceCallback[] left = new FenceCallback[list.length];
        int count = 0;
        for (Link link = list; link != null; link = link.older) {
            if (link.callback.isPending()) {
                left[count++] = link.callback;
            }
        }
        Link made = null;
        for (int i = count - 1; i >= 0; i--) {
            made = linkBefore(left[i], made);
        }
        if (!HEAD.compareAndSet(this, list, made)) {
            REMOVED.getAndAdd(this, list.length - count);
        }
    }

    /** How many callbacks the list names, those that were removed included. For tests. */
    final int listed() {
        return head instanceof Link list ? list.length : 0;
    }

    // ---- Waiting

    /**
     * Waits without a limit: {@code dma_fence_wait}.
     *
     * @param interruptible whether an interrupt ends it
     * @return 0, or {@code -ERESTARTSYS} if the thread is interrupted, which it stays; a client is told EINTR
     */
    public final int await(boolean interruptible) {
        return (int) Math.min(0, await(interruptible, Long.MAX_VALUE));
    }

    /**
     * Waits: {@code dma_fence_wait_timeout}. Looks for a while, as long as that has paid lately for fences of the same
     * context, some ten microseconds at most, and sleeps then, for which it allocates some 70 bytes.
     *
     * @param interruptible whether an interrupt ends it
     * @param timeoutNanos how long at most; 0 only asks, {@link Long#MAX_VALUE} is for ever; negative is EINVAL
     * @return what is left of the time, at least 1, if it is signalled; 0 if the time is over; {@code -ERESTARTSYS} if the
     *     thread is interrupted, which it stays
     */
    public final long await(boolean interruptible, long timeoutNanos) {
        return FenceWait.any(List.of(this), interruptible, timeoutNanos, null);
    }

    /**
     * Waits until one of several is signalled: {@code dma_fence_wait_any_timeout}.
     *
     * @param fences at least one
     * @param interruptible whether an interrupt ends it
     * @param timeoutNanos how long at most; 0 only asks, {@link Long#MAX_VALUE} is for ever; negative is EINVAL
     * @param index its element 0 becomes the place of one that is signalled; null if nobody wants to know
     * @return what is left of the time, at least 1; 0 if the time is over; {@code -ERESTARTSYS}
     */
    public static long awaitAny(
            List<? extends DmaFence> fences, boolean interruptible, long timeoutNanos, int @Nullable [] index) {
        return FenceWait.any(fences, interruptible, timeoutNanos, index);
    }

    @Override
    public String toString() {
        return driverName() + " " + timelineName() + " fence " + Long.toUnsignedString(context) + ":"
                + Long.toUnsignedString(seqno) + (head instanceof Signaled end ? " signalled error=" + end.error : "");
    }
}
