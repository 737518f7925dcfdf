package dev.ferrite.nova.boot;

/** Is told how far the job is. Called by the thread that verifies; must be quick. */
public interface Progress {
    /** Shows nothing. */
    Progress NONE = new Progress() {};

    /**
     * The work begins.
     *
     * @param total how many tiles there are
     */
    default void begin(long total) {}

    /**
     * Tiles are done.
     *
     * @param done how many so far
     */
    default void reached(long done) {}

    /** The work is over, well or badly. Called once after {@link #begin}. */
    default void end() {}
}
