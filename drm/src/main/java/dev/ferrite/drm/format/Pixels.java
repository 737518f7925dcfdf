package dev.ferrite.drm.format;

import java.util.Arrays;

/**
 * How the pixels of a format lie in memory: planes, bytes of a pixel in each, subsampling, components. Immutable.
 *
 * <p>Some formats count bytes by blocks: {@code bytes} for {@code blockWidth * blockHeight} pixels. Some have no linear layout
 * at all ({@link #isLinear()}), and only exist with a modifier.
 */
public final class Pixels {
    private final String components;
    private final int[] bits;
    private final int[] bytes;
    private final int[] blockWidth;
    private final int blockHeight;
    private final int horizontal;
    private final int vertical;
    private final boolean alpha;
    private final boolean yuv;

    private Pixels(Shape shape) {
        this.components = shape.components;
        this.bits = shape.bits;
        this.bytes = shape.bytes;
        this.blockWidth = shape.blockWidth;
        this.blockHeight = shape.blockHeight;
        this.horizontal = shape.horizontal;
        this.vertical = shape.vertical;
        this.alpha = shape.alpha;
        this.yuv = shape.yuv;
    }

    /** What the factories below say. */
    private static final class Shape {
        String components = "";
        int[] bits = {};
        final int[] bytes;
        int[] blockWidth;
        int blockHeight = 1;
        int horizontal = 1;
        int vertical = 1;
        boolean alpha;
        boolean yuv;

        Shape(int... bytes) {
            this.bytes = bytes;
            this.blockWidth = new int[bytes.length];
            Arrays.fill(blockWidth, 1);
        }

        Shape sampled(int across, int down) {
            horizontal = across;
            vertical = down;
            yuv = true;
            return this;
        }
    }

    /** One word a pixel, components from the most significant bit down. */
    static Pixels packed(String components, int... bits) {
        Shape shape = new Shape(Arrays.stream(bits).sum() / 8);
        shape.components = components;
        shape.bits = bits;
        shape.alpha = components.indexOf('A') >= 0;
        return new Pixels(shape);
    }

    /** Four half floats a pixel. */
    static Pixels floats(String components) {
        Shape shape = new Shape(8);
        shape.alpha = components.indexOf('A') >= 0;
        return new Pixels(shape);
    }

    /** Colours in one plane, a byte of alpha a pixel in the next. */
    static Pixels withAlphaPlane(int colourBytes) {
        Shape shape = new Shape(colourBytes, 1);
        shape.alpha = true;
        return new Pixels(shape);
    }

    static Pixels yuv(int horizontal, int vertical, int... bytes) {
        return new Pixels(new Shape(bytes).sampled(horizontal, vertical));
    }

    static Pixels yuvWithAlpha(int bytes) {
        Shape shape = new Shape(bytes).sampled(1, 1);
        shape.alpha = true;
        return new Pixels(shape);
    }

    /** Tiles of two by two pixels in eight bytes. */
    static Pixels tiled(boolean alpha) {
        Shape shape = new Shape(8).sampled(2, 2);
        shape.blockWidth = new int[] {2};
        shape.blockHeight = 2;
        shape.alpha = alpha;
        return new Pixels(shape);
    }

    /** Several pixels in a block of some bytes. */
    static Pixels blocks(int horizontal, int vertical, int[] bytes, int[] pixels) {
        Shape shape = new Shape(bytes).sampled(horizontal, vertical);
        shape.blockWidth = pixels;
        return new Pixels(shape);
    }

    /** Only ever used with a modifier that says how it lies. */
    static Pixels opaqueLayout(int horizontal, int vertical) {
        return new Pixels(new Shape(0).sampled(horizontal, vertical));
    }

    /**
     * How many planes there are.
     *
     * @return 1 to 3
     */
    public int planes() {
        return bytes.length;
    }

    /**
     * Bytes of a pixel, or of a block of pixels, in a plane: {@code cpp} and {@code char_per_block}.
     *
     * @param plane from 0
     * @return bytes; 0 if the format has no linear layout
     */
    public int bytes(int plane) {
        return bytes[checked(plane)];
    }

    /**
     * How many pixels side by side share the bytes.
     *
     * @param plane from 0
     * @return 1 for all but a few formats
     */
    public int blockWidth(int plane) {
        return blockWidth[checked(plane)];
    }

    /**
     * How many rows share them.
     *
     * @return 1 for all but a few formats
     */
    public int blockHeight() {
        return blockHeight;
    }

    /**
     * Bits of a pixel in the first plane.
     *
     * @return such as 32 for XRGB8888, 16 for RGB565, 8 for NV12; rounded down where blocks are no multiple
     */
    public int bitsPerPixel() {
        return bytes[0] * 8 / (blockWidth[0] * blockHeight);
    }

    /**
     * Pixels of a row for each sample of the later planes: {@code hsub}.
     *
     * @return 1, 2 or 4
     */
    public int horizontalSubsampling() {
        return horizontal;
    }

    /**
     * Rows for each row of the later planes: {@code vsub}.
     *
     * @return 1, 2 or 4
     */
    public int verticalSubsampling() {
        return vertical;
    }

    /**
     * Whether there is an alpha component that means something. It is premultiplied unless somebody says otherwise.
     *
     * @return true for A, false for X
     */
    public boolean hasAlpha() {
        return alpha;
    }

    /**
     * Whether it is luma and chroma.
     *
     * @return false for RGB
     */
    public boolean isYuv() {
        return yuv;
    }

    /**
     * Whether a buffer of it can be laid out row by row.
     *
     * @return false for the formats that exist with a modifier only
     */
    public boolean isLinear() {
        return bytes[0] != 0;
    }

    /**
     * Whether a pixel is one word with a bit field for each component.
     *
     * @return true if {@link #mask} can be asked
     */
    public boolean isPacked() {
        return bits.length > 0;
    }

    /**
     * The bits of a component in the word of a pixel.
     *
     * @param component {@code 'R'}, {@code 'G'}, {@code 'B'}, {@code 'A'} ...
     * @return the mask; 0 if there is no such component
     * @throws IllegalStateException if pixels are no words of bit fields
     */
    public long mask(char component) {
        if (!isPacked()) {
            throw new IllegalStateException("no packed format: planes=" + planes() + " yuv=" + yuv);
        }
        long mask = 0;
        int shift = Arrays.stream(bits).sum();
        for (int i = 0; i < bits.length; i++) {
            shift -= bits[i];
            if (components.charAt(i) == component) {
                mask = (bits[i] == 64 ? -1 : (1L << bits[i]) - 1) << shift;
            }
        }
        return mask;
    }

    /**
     * How wide a plane is.
     *
     * @param plane from 0
     * @param width of the picture, more than 0
     * @return samples in a row, rounded up
     */
    public int planeWidth(int plane, int width) {
        return checked(plane) == 0 ? width : (width - 1) / horizontal + 1;
    }

    /**
     * How high a plane is.
     *
     * @param plane from 0
     * @param height of the picture, more than 0
     * @return rows, rounded up
     */
    public int planeHeight(int plane, int height) {
        return checked(plane) == 0 ? height : (height - 1) / vertical + 1;
    }

    /**
     * The fewest bytes a row of a plane can have: {@code drm_format_info_min_pitch}.
     *
     * @param plane from 0
     * @param width of the picture, more than 0
     * @return bytes
     */
    public long minPitch(int plane, int width) {
        long perBlock = bytes[checked(plane)];
        long pixels = (long) blockWidth[plane] * blockHeight;
        return (planeWidth(plane, width) * perBlock + pixels - 1) / pixels;
    }

    private int checked(int plane) {
        if (plane < 0 || plane >= bytes.length) {
            throw new IndexOutOfBoundsException("no such plane: plane=" + plane + " planes=" + bytes.length);
        }
        return plane;
    }
}
