package dev.ferrite.drm.fence;

/** A fence that somebody signals by hand: what a driver without hardware has. */
public final class SoftwareFence extends DmaFence {
    private final String driver;
    private final String timeline;

    /**
     * A fence that is not signalled.
     *
     * @param context the line of work, of {@link DmaFence#allocContexts}
     * @param seqno its place there
     * @param driver who makes it
     * @param timeline the name of the line of work
     */
    public SoftwareFence(long context, long seqno, String driver, String timeline) {
        super(context, seqno);
        this.driver = driver;
        this.timeline = timeline;
    }

    @Override
    public String driverName() {
        return driver;
    }

    @Override
    public String timelineName() {
        return timeline;
    }
}
