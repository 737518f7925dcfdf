package dev.ferrite.drm.fence;

import dev.ferrite.offheap.errno.Errno;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * One point of a timeline: the counterpart of {@code struct dma_fence_chain}. Signalled when its own fence and all points
 * before it are.
 *
 * <p>A timeline is its newest point, which leads to the older ones. Points whose own fence is signalled drop out when
 * somebody walks past them.
 */
public final class DmaFenceChain extends DmaFence {
    /*
     * previous: set at creation, then only ever replaced by CAS with what lies behind a point that is done, and in the end by
     * null. So a walk sees each unsignalled point once, in falling order, whoever tidies meanwhile.
     *
     * Signalling walks: the point waits for the first fence on its way back that is not signalled, and when that is, for the
     * next, until none is left. One callback at a time, no recursion over the length of the chain.
     */
    private static final VarHandle PREVIOUS;

    static {
        try {
            PREVIOUS = MethodHandles.lookup().findVarHandle(DmaFenceChain.class, "previous", DmaFence.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final DmaFence fence;
    private final long previousSeqno;

    private volatile @Nullable DmaFence previous;

    private DmaFenceChain(long context, long seqno, @Nullable DmaFence previous, DmaFence fence, long previousSeqno) {
        super(context, seqno);
        this.previous = previous;
        this.fence = fence;
        this.previousSeqno = previousSeqno;
    }

    /**
     * The next point of a timeline: {@code dma_fence_chain_init}. A number that is not later than the one before begins a new
     * context, with the larger of both.
     *
     * @param previous the newest point so far, any other fence, or null
     * @param fence what the point stands for
     * @param seqno its number, unsigned 64 bits
     * @return the point
     */
    public static DmaFenceChain after(@Nullable DmaFence previous, DmaFence fence, long seqno) {
        if (previous instanceof DmaFenceChain chain) {
            if (chain.isLater(seqno, chain.seqno())) {
                return new DmaFenceChain(chain.context(), seqno, previous, fence, chain.seqno());
            }
            return new DmaFenceChain(DmaFence.allocContexts(1), chain.seqno(), previous, fence, 0);
        }
        return new DmaFenceChain(DmaFence.allocContexts(1), seqno, previous, fence, 0);
    }

    /**
     * What the point itself stands for.
     *
     * @return the fence given at creation
     */
    public DmaFence fence() {
        return fence;
    }

    /**
     * The number of the point before it.
     *
     * @return the number at creation; 0 if it begins a context
     */
    public long previousSeqno() {
        return previousSeqno;
    }

    /**
     * The fence a timeline has to reach for a number: {@code dma_fence_chain_find_seqno}.
     *
     * @param newest the newest point, or any other fence
     * @param seqno the number; 0 is the timeline's newest point
     * @param found its element 0 becomes the earliest point whose number is not below; null if that is done already
     * @return 0, or {@code -EINVAL} if there is no such point yet, or {@code newest} is no point
     */
    public static int find(DmaFence newest, long seqno, @Nullable DmaFence[] found) {
        found[0] = newest;
        if (seqno == 0) {
            return 0;
        }
        if (!(newest instanceof DmaFenceChain head) || Long.compareUnsigned(head.seqno(), seqno) < 0) {
            return Errno.EINVAL.negated();
        }
        DmaFence at = head;
        while (at != null) {
            if (at.context() != head.context()
                    || !(at instanceof DmaFenceChain point)
                    || Long.compareUnsigned(point.previousSeqno, seqno) < 0) {
                break;
            }
            at = point.walk();
        }
        found[0] = at;
        return 0;
    }

    /**
     * The point before that is not done: {@code dma_fence_chain_walk}. Drops those that are.
     *
     * @return the point, or whatever the timeline began with; null if nothing is left
     */
    public @Nullable DmaFence walk() {
        for (; ; ) {
            DmaFence before = previous;
            if (before == null) {
                return null;
            }
            DmaFence replacement;
            if (before instanceof DmaFenceChain point) {
                if (!point.fence.isSignaled()) {
                    return before;
                }
                replacement = point.previous;
            } else {
                if (!before.isSignaled()) {
                    return before;
                }
                replacement = null;
            }
            PREVIOUS.compareAndSet(this, before, replacement);
        }
    }

    /** The fence a point of a timeline, or anything else on it, waits for by itself. */
    static DmaFence own(DmaFence at) {
        return at instanceof DmaFenceChain point ? point.fence : at;
    }

    private @Nullable DmaFence firstUnsignaled() {
        for (DmaFence at = this; at != null; at = at instanceof DmaFenceChain point ? point.walk() : null) {
            DmaFence wanted = own(at);
            if (!wanted.isSignaled()) {
                return wanted;
            }
        }
        return null;
    }

    private final class Step extends FenceCallback {
        @Override
        protected void run(DmaFence done) {
            if (!enableSignaling()) {
                signal();
            }
        }
    }

    @Override
    protected boolean enableSignaling() {
        for (DmaFence wanted = firstUnsignaled(); wanted != null; wanted = firstUnsignaled()) {
            if (wanted.addCallback(new Step()) == 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    protected boolean signaled() {
        return firstUnsignaled() == null;
    }

    @Override
    public void setDeadline(long nanos) {
        for (DmaFence at = this; at != null; at = at instanceof DmaFenceChain point ? point.walk() : null) {
            own(at).setDeadline(nanos);
        }
    }

    @Override
    protected boolean hasSeqno64() {
        return true;
    }

    @Override
    public String driverName() {
        return "dma_fence_chain";
    }

    @Override
    public String timelineName() {
        return "unbound";
    }
}
