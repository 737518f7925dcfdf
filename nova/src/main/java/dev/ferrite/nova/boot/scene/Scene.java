package dev.ferrite.nova.boot.scene;

/**
 * One picture, ready to be computed tile by tile: the surface, the camera and the size. Immutable.
 *
 * <p>Making one costs about 100 ms of one core (the height table of the surface).
 */
public final class Scene {
    private final int width;
    private final int height;
    private final int seed;
    private final Ferrofluid fluid;

    private Scene(long seed, int width, int height, double time) {
        this.width = width;
        this.height = height;
        this.seed = (int) Noise.mix(seed);
        this.fluid = new Ferrofluid(seed, time);
    }

    /**
     * A picture of a moment.
     *
     * @param seed which drop
     * @param width pixels in a row, more than 0
     * @param height rows, more than 0
     * @param time in [0, 1); the movement is closed: 1 would look like 0
     * @return the scene
     */
    public static Scene of(long seed, int width, int height, double time) {
        if (width <= 0 || height <= 0) {
            throw new IllegalArgumentException("size must be > 0: width=" + width + " height=" + height);
        }
        return new Scene(seed, width, height, time);
    }

    /**
     * Pixels in a row.
     *
     * @return the width
     */
    public int width() {
        return width;
    }

    /**
     * Rows.
     *
     * @return the height
     */
    public int height() {
        return height;
    }

    int seed() {
        return seed;
    }

    Ferrofluid fluid() {
        return fluid;
    }
}
