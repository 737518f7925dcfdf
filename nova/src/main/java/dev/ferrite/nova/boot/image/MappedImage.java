package dev.ferrite.nova.boot.image;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.awt.image.SinglePixelPackedSampleModel;
import java.awt.image.WritableRaster;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * A picture whose pixels stay where they are: 32-bit words {@code xxrrggbb} in a mapping, row by row.
 *
 * <p>Every pixel an encoder asks for is loaded from the mapping at that moment; nothing is copied or cached. The mapping
 * must stay open while the image is used.
 */
public final class MappedImage {
    private static final int RED = 0xFF0000;
    private static final int GREEN = 0xFF00;
    private static final int BLUE = 0xFF;
    private static final int DEPTH = 24;

    private MappedImage() {}

    /**
     * An image over mapped pixels.
     *
     * @param pixels rows of words
     * @param width pixels in a row
     * @param height rows
     * @return the view
     * @throws IllegalArgumentException if the segment is too short
     */
    public static BufferedImage over(MemorySegment pixels, int width, int height) {
        return over(pixels, width, height, 4L * width);
    }

    /**
     * The same with room between the rows.
     *
     * @param pixels rows of words
     * @param width pixels in a row
     * @param height rows
     * @param pitch how many bytes a row is from the next, a multiple of 4
     * @return the view
     * @throws IllegalArgumentException if the segment is too short
     */
    public static BufferedImage over(MemorySegment pixels, int width, int height, long pitch) {
        int stride = Math.toIntExact(pitch / 4);
        int words = Math.toIntExact((long) stride * (height - 1) + width);
        if (pitch % 4 != 0 || pixels.byteSize() < 4L * words) {
            throw new IllegalArgumentException("segment too short for the picture: bytes=" + pixels.byteSize()
                    + " width=" + width + " height=" + height + " pitch=" + pitch);
        }
        ColorModel colors = new DirectColorModel(DEPTH, RED, GREEN, BLUE);
        SampleModel samples = new SinglePixelPackedSampleModel(
                DataBuffer.TYPE_INT, width, height, stride, new int[] {RED, GREEN, BLUE});
        WritableRaster raster = Raster.createWritableRaster(samples, new MappedWords(pixels, words), null);
        return new BufferedImage(colors, raster, false, null);
    }

    private static final class MappedWords extends DataBuffer {
        private final MemorySegment pixels;

        MappedWords(MemorySegment pixels, int size) {
            super(TYPE_INT, size);
            this.pixels = pixels;
        }

        @Override
        public int getElem(int bank, int i) {
            return pixels.get(ValueLayout.JAVA_INT, 4L * i);
        }

        @Override
        public void setElem(int bank, int i, int value) {
            pixels.set(ValueLayout.JAVA_INT, 4L * i, value);
        }
    }
}
