package dev.ferrite.nova.boot.scene;

/**
 * Computes tiles of one scene: one thread's scratch, some tens of kilobytes.
 *
 * <p>Every pixel gets one ray; where it differs from a neighbour, it gets four more. Neighbours outside the tile are
 * computed, too, so that the same pixel comes out whatever the tiles are. A pixel costs about 1 us of one core.
 */
public final class TilePainter {
    private static final double CONTRAST = 0.045;
    // Five points of a pixel, no two on the same row or column: the centre first.
    private static final double[] DX = {0, 0.2, -0.4, 0.4, -0.2};
    private static final double[] DY = {0, 0.4, 0.2, -0.2, -0.4};

    private final int side;
    private final float[] plane;
    private final Scene scene;
    private final Tracer tracer;

    /**
     * Scratch for tiles of up to a size.
     *
     * @param scene the picture
     * @param side the largest width and height of a tile
     */
    public TilePainter(Scene scene, int side) {
        this.scene = scene;
        this.tracer = new Tracer(scene);
        this.side = side;
        this.plane = new float[(side + 2) * (side + 2) * 3];
    }

    /**
     * Computes one tile.
     *
     * @param x0 left edge
     * @param y0 top edge
     * @param width of the tile, at most what the scratch is for
     * @param height of the tile
     * @param pixels gets {@code width * height} words {@code 0xFFrrggbb}, row by row
     */
    public void paint(int x0, int y0, int width, int height, int[] pixels) {
        if (width > side || height > side || pixels.length < width * height) {
            throw new IllegalArgumentException("tile too large for the scratch: width=" + width + " height=" + height
                    + " side=" + side + " pixels=" + pixels.length);
        }
        int stride = (width + 2) * 3;
        for (int row = 0; row < height + 2; row++) {
            int at = row * stride;
            for (int column = 0; column < width + 2; column++, at += 3) {
                look(x0 + column - 1, y0 + row - 1, 0);
                plane[at] = (float) tracer.red;
                plane[at + 1] = (float) tracer.green;
                plane[at + 2] = (float) tracer.blue;
            }
        }
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                int at = (row + 1) * stride + (column + 1) * 3;
                pixels[row * width + column] = pixel(at, stride, x0 + column, y0 + row);
            }
        }
    }

    private int pixel(int at, int stride, int x, int y) {
        double red = plane[at];
        double green = plane[at + 1];
        double blue = plane[at + 2];
        if (differs(at, at - 3) || differs(at, at + 3) || differs(at, at - stride) || differs(at, at + stride)) {
            for (int i = 1; i < DX.length; i++) {
                look(x, y, i);
                red += tracer.red;
                green += tracer.green;
                blue += tracer.blue;
            }
            red /= DX.length;
            green /= DX.length;
            blue /= DX.length;
        }
        // Dithered by half a level, so that dark slopes show no bands.
        double dither = ((Noise.mix((long) x << 32 ^ y) >>> 40) * 0x1p-24);
        return 0xFF000000 | level(red, dither) << 16 | level(green, dither) << 8 | level(blue, dither);
    }

    private static int level(double linear, double dither) {
        return (int) Math.min(255, Curves.encode(linear) + dither);
    }

    private boolean differs(int a, int b) {
        return Math.abs(plane[a] - plane[b]) > CONTRAST * (0.12 + plane[a] + plane[b])
                || Math.abs(plane[a + 1] - plane[b + 1]) > CONTRAST * (0.12 + plane[a + 1] + plane[b + 1])
                || Math.abs(plane[a + 2] - plane[b + 2]) > CONTRAST * (0.12 + plane[a + 2] + plane[b + 2]);
    }

    /** One ray, exposed: light between 0 and 1. */
    private void look(int x, int y, int sample) {
        double half = Math.min(scene.width(), scene.height()) * 0.5;
        double px = (x + 0.5 + DX[sample] - scene.width() * 0.5) / half;
        double py = (scene.height() * 0.5 - y - 0.5 - DY[sample]) / half;
        tracer.look(px, py);
        double edge = 1 / (1 + 0.05 * (px * px + py * py));
        tracer.red = Curves.film(tracer.red * edge);
        tracer.green = Curves.film(tracer.green * edge);
        tracer.blue = Curves.film(tracer.blue * edge);
    }
}
