package dev.ferrite.nova.boot;

/**
 * How a picture is cut: squares row by row, cut off at the right and lower edge.
 *
 * @param width of the picture
 * @param height of the picture
 */
record TileGrid(int width, int height) {
    /** Side of a tile in pixels. */
    static final int SIDE = 64;

    int columns() {
        return (width + SIDE - 1) / SIDE;
    }

    int tiles() {
        return columns() * ((height + SIDE - 1) / SIDE);
    }

    int left(int tile) {
        return tile % columns() * SIDE;
    }

    int top(int tile) {
        return tile / columns() * SIDE;
    }

    int widthOf(int tile) {
        return Math.min(SIDE, width - left(tile));
    }

    int heightOf(int tile) {
        return Math.min(SIDE, height - top(tile));
    }
}
