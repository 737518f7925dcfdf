package dev.ferrite.drm.image;

import dev.ferrite.drm.format.BufferLayout;
import dev.ferrite.drm.format.Fourcc;
import dev.ferrite.drm.format.Pixels;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DirectColorModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.awt.image.SinglePixelPackedSampleModel;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;

/**
 * A picture whose pixels stay where they are, in a mapping, row by row.
 *
 * <p>Every pixel somebody asks for is loaded from the mapping at that moment; nothing is copied or cached. The mapping must
 * stay open while the image is used: afterwards every access is {@link IllegalStateException}. All RGB formats with one plane
 * and whole numbers are there: 8, 15, 16, 24, 32 and 64 bits a pixel, with alpha (premultiplied, as in DRM) or without, and
 * {@link Fourcc#R8} and {@link Fourcc#R16} as grey.
 */
public final class MappedImage {
    private MappedImage() {}

    /**
     * An image over 32-bit words {@code xxrrggbb}, rows without a gap.
     *
     * @param pixels {@code width * height} words
     * @param width pixels in a row
     * @param height rows
     * @return the view
     * @throws IllegalArgumentException if the segment is too short
     */
    public static BufferedImage over(MemorySegment pixels, int width, int height) {
        return over(pixels, BufferLayout.of(Fourcc.XRGB8888, width, height));
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
        BufferLayout.Plane plane = new BufferLayout.Plane(0, pitch, height);
        return over(pixels, new BufferLayout(Fourcc.XRGB8888, width, height, List.of(plane), plane.size()));
    }

    /**
     * An image over pixels of some format.
     *
     * @param pixels the buffer
     * @param layout how they lie in it
     * @return the view
     * @throws IllegalArgumentException if the segment is too short, or Java has no image of the format
     */
    public static BufferedImage over(MemorySegment pixels, BufferLayout layout) {
        int pitch = (int) layout.pitch();
        long needed = layout.pitch() * (layout.height() - 1)
                + layout.format().pixels().minPitch(0, layout.width());
        if (pixels.byteSize() < needed) {
            throw new IllegalArgumentException(
                    "segment too short for the picture: bytes=" + pixels.byteSize() + " needed=" + needed + " width="
                            + layout.width() + " height=" + layout.height() + " pitch=" + pitch);
        }
        Model model = model(layout, pitch);
        DataBuffer data = data(model.samples.getDataType(), pixels, needed);
        return new BufferedImage(
                model.colors,
                Raster.createWritableRaster(model.samples, data, null),
                model.colors.isAlphaPremultiplied(),
                null);
    }

    private record Model(ColorModel colors, SampleModel samples) {}

    private static Model model(BufferLayout layout, int pitch) {
        Pixels pixels = layout.format().pixels();
        if (!pixels.isPacked() || pixels.mask('C') != 0 || layout.pitch() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("no image of this format: format=" + layout.format());
        }
        int bytes = pixels.bytes(0);
        boolean components = bytes == 3 || bytes == 8 || pixels.mask('G') == 0;
        return components ? interleaved(layout, pitch, bytes == 8 ? 2 : 1) : words(layout, pitch, bytes);
    }

    /** Components that are whole bytes or shorts, each by itself. */
    private static Model interleaved(BufferLayout layout, int pitch, int sampleBytes) {
        Pixels pixels = layout.format().pixels();
        boolean grey = pixels.mask('G') == 0;
        int bytes = grey ? pixels.bytes(0) : sampleBytes;
        int type = bytes == 2 ? DataBuffer.TYPE_USHORT : DataBuffer.TYPE_BYTE;
        String order = grey ? "R" : pixels.hasAlpha() ? "RGBA" : "RGB";
        int[] offsets = new int[order.length()];
        int[] bits = new int[order.length()];
        for (int i = 0; i < offsets.length; i++) {
            long mask = pixels.mask(order.charAt(i));
            if (Long.bitCount(mask) != 8 * bytes) {
                throw new IllegalArgumentException("no image of this format: format=" + layout.format());
            }
            offsets[i] = Long.numberOfTrailingZeros(mask) / (8 * bytes);
            bits[i] = 8 * bytes;
        }
        int stride = stride(layout, pitch, bytes);
        SampleModel samples = new PixelInterleavedSampleModel(
                type, layout.width(), layout.height(), pixels.bytes(0) / bytes, stride, offsets);
        boolean alpha = pixels.hasAlpha();
        ColorModel colors = new ComponentColorModel(
                ColorSpace.getInstance(grey ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB),
                bits,
                alpha,
                alpha,
                alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
                type);
        return new Model(colors, samples);
    }

    /** Components that are bit fields of a word. */
    private static Model words(BufferLayout layout, int pitch, int bytes) {
        Pixels pixels = layout.format().pixels();
        boolean alpha = pixels.hasAlpha();
        int[] masks = {(int) pixels.mask('R'), (int) pixels.mask('G'), (int) pixels.mask('B'), (int) pixels.mask('A')};
        int type = bytes == 1 ? DataBuffer.TYPE_BYTE : bytes == 2 ? DataBuffer.TYPE_USHORT : DataBuffer.TYPE_INT;
        // Counts the bits that mean something: where the top ones do not, fewer than the word has.
        int depth = 32
                - Integer.numberOfLeadingZeros(
                        Arrays.stream(masks).reduce((one, other) -> one | other).orElseThrow());
        ColorModel colors = new DirectColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB), depth, masks[0], masks[1], masks[2], masks[3], alpha, type);
        SampleModel samples = new SinglePixelPackedSampleModel(
                type,
                layout.width(),
                layout.height(),
                stride(layout, pitch, bytes),
                alpha ? masks : Arrays.copyOf(masks, 3));
        return new Model(colors, samples);
    }

    private static int stride(BufferLayout layout, int pitch, int bytes) {
        if (pitch % bytes != 0) {
            throw new IllegalArgumentException(
                    "pitch is no multiple of the sample: pitch=" + pitch + " bytes=" + bytes + " " + layout.format());
        }
        return pitch / bytes;
    }

    private static DataBuffer data(int type, MemorySegment pixels, long bytes) {
        return switch (type) {
            case DataBuffer.TYPE_INT -> new MappedWords(pixels, elements(bytes, 4));
            case DataBuffer.TYPE_USHORT -> new MappedShorts(pixels, elements(bytes, 2));
            default -> new MappedBytes(pixels, elements(bytes, 1));
        };
    }

    private static int elements(long bytes, int each) {
        return Math.toIntExact(bytes / each);
    }

    private static final class MappedWords extends DataBuffer {
        private final MemorySegment pixels;

        MappedWords(MemorySegment pixels, int size) {
            super(TYPE_INT, size);
            this.pixels = pixels;
        }

        @Override
        public int getElem(int bank, int i) {
            return pixels.get(ValueLayout.JAVA_INT_UNALIGNED, 4L * i);
        }

        @Override
        public void setElem(int bank, int i, int value) {
            pixels.set(ValueLayout.JAVA_INT_UNALIGNED, 4L * i, value);
        }
    }

    private static final class MappedShorts extends DataBuffer {
        private final MemorySegment pixels;

        MappedShorts(MemorySegment pixels, int size) {
            super(TYPE_USHORT, size);
            this.pixels = pixels;
        }

        @Override
        public int getElem(int bank, int i) {
            return Short.toUnsignedInt(pixels.get(ValueLayout.JAVA_SHORT_UNALIGNED, 2L * i));
        }

        @Override
        public void setElem(int bank, int i, int value) {
            pixels.set(ValueLayout.JAVA_SHORT_UNALIGNED, 2L * i, (short) value);
        }
    }

    private static final class MappedBytes extends DataBuffer {
        private final MemorySegment pixels;

        MappedBytes(MemorySegment pixels, int size) {
            super(TYPE_BYTE, size);
            this.pixels = pixels;
        }

        @Override
        public int getElem(int bank, int i) {
            return Byte.toUnsignedInt(pixels.get(ValueLayout.JAVA_BYTE, i));
        }

        @Override
        public void setElem(int bank, int i, int value) {
            pixels.set(ValueLayout.JAVA_BYTE, i, (byte) value);
        }
    }
}
