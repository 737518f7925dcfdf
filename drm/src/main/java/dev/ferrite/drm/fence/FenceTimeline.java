package dev.ferrite.drm.fence;

import java.util.concurrent.atomic.AtomicLong;

/** A line of work: one context, and the numbers of its fences. Thread-safe. */
public final class FenceTimeline {
    private final String driver;
    private final String name;
    private final long context = DmaFence.allocContexts(1);
    private final AtomicLong last = new AtomicLong();

    /**
     * A new line of work without fences.
     *
     * @param driver who works
     * @param name its name
     */
    public FenceTimeline(String driver, String name) {
        this.driver = driver;
        this.name = name;
    }

    /**
     * The context of all its fences.
     *
     * @return the number
     */
    public long context() {
        return context;
    }

    /**
     * The next fence; the first has the number 1.
     *
     * @return a fence that is not signalled
     */
    public SoftwareFence next() {
        return new SoftwareFence(context, last.incrementAndGet(), driver, name);
    }
}
