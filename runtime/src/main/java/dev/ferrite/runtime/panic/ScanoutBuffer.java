package dev.ferrite.runtime.panic;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * A picture in memory: words {@code xxrrggbb} ({@code DRM_FORMAT_XRGB8888}), row by row. The counterpart of {@code struct
 * drm_scanout_buffer}; reused, so that telling of a buffer allocates nothing.
 */
public final class ScanoutBuffer {
    /** Fewer pixels than this in either direction show nothing that could be read. */
    public static final int MIN_SIDE = 64;

    private MemorySegment pixels = MemorySegment.NULL;
    private int width;
    private int height;
    private long stride;

    /** An empty one. */
    public ScanoutBuffer() {}

    /**
     * Says where the picture is.
     *
     * @param pixels memory that any thread may write, until the process ends
     * @param width pixels in a row, at least {@link #MIN_SIDE}
     * @param height rows, at least {@link #MIN_SIDE}
     * @param stride bytes from row to row: a multiple of 4
     * @throws IllegalArgumentException if the memory does not hold such a picture
     */
    public void set(MemorySegment pixels, int width, int height, long stride) {
        if (width < MIN_SIDE
                || height < MIN_SIDE
                || stride % Integer.BYTES != 0
                || stride < 4L * width
                || stride > Integer.MAX_VALUE
                || pixels.address() % Integer.BYTES != 0
                || pixels.byteSize() < stride * (height - 1) + 4L * width) {
            throw new IllegalArgumentException("no such picture: width=" + width + " height=" + height + " stride="
                    + stride + " bytes=" + pixels.byteSize());
        }
        this.pixels = pixels;
        this.width = width;
        this.height = height;
        this.stride = stride;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int pixel(int x, int y) {
        return pixels.get(ValueLayout.JAVA_INT, y * stride + 4L * x);
    }

    void pixel(int x, int y, int rgb) {
        pixels.set(ValueLayout.JAVA_INT, y * stride + 4L * x, rgb);
    }

    /** Fills a rectangle, cut to the picture. */
    void fill(int x, int y, int columns, int rows, int rgb) {
        int left = Math.max(0, x);
        int top = Math.max(0, y);
        int right = Math.min(width, x + columns);
        int bottom = Math.min(height, y + rows);
        if (left >= right || top >= bottom) {
            return;
        }
        for (int i = left; i < right; i++) {
            pixel(i, top, rgb);
        }
        long first = top * stride + 4L * left;
        for (int row = top + 1; row < bottom; row++) {
            MemorySegment.copy(pixels, first, pixels, row * stride + 4L * left, 4L * (right - left));
        }
    }
}
