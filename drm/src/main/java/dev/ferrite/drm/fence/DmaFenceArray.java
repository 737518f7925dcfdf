package dev.ferrite.drm.fence;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Several fences as one: the counterpart of {@code struct dma_fence_array}. Signalled when all of them are, or when one of
 * them is. Its error is the first that one of those it waited for had.
 */
public final class DmaFenceArray extends DmaFence {
    /*
     * pending counts what is missing: all, or 1. Every fence that is signalled takes one off, as its callback, or in
     * enableSignaling when it was signalled before. Who takes the last one off signals, or says so by returning false. More
     * may come after that (an array that waits for any), and find less than 1.
     *
     * firstError is set by CAS before the count is taken down, so whoever takes the last one off sees the errors of all.
     */
    private final List<DmaFence> fences;
    private final AtomicInteger pending;
    private final AtomicInteger firstError = new AtomicInteger();

    /**
     * An array.
     *
     * @param fences at least one
     * @param context the line of work it belongs to
     * @param seqno its place there
     * @param any whether one is enough
     */
    public DmaFenceArray(List<? extends DmaFence> fences, long context, long seqno, boolean any) {
        super(context, seqno);
        if (fences.isEmpty()) {
            throw new IllegalArgumentException("an array needs fences: context=" + context + " seqno=" + seqno);
        }
        this.fences = List.copyOf(fences);
        this.pending = new AtomicInteger(any ? 1 : fences.size());
    }

    /**
     * What it waits for.
     *
     * @return the fences, unmodifiable
     */
    public List<DmaFence> fences() {
        return fences;
    }

    private final class Part extends FenceCallback {
        @Override
        protected void run(DmaFence fence) {
            if (countDown(fence)) {
                signalWith(firstError.get());
            }
        }
    }

    private boolean countDown(DmaFence fence) {
        int status = fence.status();
        if (status < 0) {
            firstError.compareAndSet(0, status);
        }
        return pending.decrementAndGet() == 0;
    }

    @Override
    protected boolean enableSignaling() {
        for (DmaFence fence : fences) {
            if (fence.addCallback(new Part()) < 0 && countDown(fence)) {
                signalWith(firstError.get());
                return false;
            }
        }
        return true;
    }

    @Override
    protected boolean signaled() {
        if (isEnabled()) {
            return false; // its callbacks signal
        }
        int missing = pending.get();
        int negated = 0;
        for (DmaFence fence : fences) {
            if (fence.isSignaled()) {
                negated = negated == 0 ? Math.min(0, fence.status()) : negated;
                if (--missing == 0) {
                    signalWith(negated);
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public void setDeadline(long nanos) {
        fences.forEach(fence -> fence.setDeadline(nanos));
    }

    @Override
    public String driverName() {
        return "dma_fence_array";
    }

    @Override
    public String timelineName() {
        return "unbound";
    }
}
