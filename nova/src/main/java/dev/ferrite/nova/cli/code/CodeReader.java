package dev.ferrite.nova.cli.code;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/** Finds a QR code in a picture: on the whole of it, or on one of its parts, where less else disturbs. */
public final class CodeReader {
    private static final long MAX_PIXELS = 100_000_000;
    private static final Map<DecodeHintType, Object> HINTS =
            Map.of(DecodeHintType.TRY_HARDER, true, DecodeHintType.CHARACTER_SET, "UTF-8");

    private static final Map<DecodeHintType, Object> EXACT =
            Map.of(DecodeHintType.PURE_BARCODE, true, DecodeHintType.CHARACTER_SET, "UTF-8");

    private static final int WHITE = 0xffffff;

    /** Longer than any stroke of a letter on the largest screen. */
    private static final int SMALLEST_CARD = 70;

    /** Parts of the picture: left, top, width, height in percent; ours has its code at the right. */
    private static final List<int[]> PARTS = List.of(
            new int[] {0, 0, 100, 100},
            new int[] {50, 0, 50, 100},
            new int[] {40, 0, 60, 100},
            new int[] {0, 0, 60, 100},
            new int[] {0, 40, 100, 60},
            new int[] {0, 0, 100, 60});

    private CodeReader() {}

    /**
     * The text of the code in a picture.
     *
     * @param bytes a PNG, JPEG, BMP or GIF
     * @param name what messages call it
     * @return the text; null if the bytes are no picture at all
     * @throws IllegalArgumentException with one sentence if it is a picture that is damaged, too large or without a code
     */
    public static @Nullable String read(byte[] bytes, String name) {
        BufferedImage image;
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return null;
            }
            image = load(readers.next(), in, name);
        } catch (IOException | RuntimeException e) {
            if (e instanceof IllegalArgumentException refused) {
                throw refused;
            }
            throw new IllegalArgumentException(name + ": the picture is damaged: " + e.getMessage(), e);
        }
        return find(image, name);
    }

    private static BufferedImage load(ImageReader reader, ImageInputStream in, String name) throws IOException {
        try {
            reader.setInput(in);
            long width = reader.getWidth(0);
            long height = reader.getHeight(0);
            if (width * height > MAX_PIXELS) {
                throw new IllegalArgumentException(
                        name + ": the picture is too large: " + width + "x" + height + " pixels");
            }
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    /** Our own screen, pixel by pixel: a white square that holds nothing but the code. Null if there is none. */
    private static @Nullable String onCard(BufferedImage image, LuminanceSource whole) {
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int side = white(image, x, y);
                if (side >= SMALLEST_CARD && y + side <= image.getHeight()) {
                    try {
                        LuminanceSource card = whole.crop(x, y, side, side);
                        return new QRCodeReader()
                                .decode(new BinaryBitmap(new GlobalHistogramBinarizer(card)), EXACT)
                                .getText();
                    } catch (ReaderException e) {
                        return null;
                    }
                }
                x += side;
            }
        }
        return null;
    }

    private static int white(BufferedImage image, int x, int y) {
        int length = 0;
        while (x + length < image.getWidth() && (image.getRGB(x + length, y) & WHITE) == WHITE) {
            length++;
        }
        return length;
    }

    private static String find(BufferedImage image, String name) {
        int width = image.getWidth();
        int height = image.getHeight();
        LuminanceSource whole =
                new RGBLuminanceSource(width, height, image.getRGB(0, 0, width, height, null, 0, width));
        String ours = onCard(image, whole);
        if (ours != null) {
            return ours;
        }
        for (int[] part : PARTS) {
            int left = width * part[0] / 100;
            int top = height * part[1] / 100;
            int columns = Math.max(1, Math.min(width - left, width * part[2] / 100));
            int rows = Math.max(1, Math.min(height - top, height * part[3] / 100));
            LuminanceSource source = whole.crop(left, top, columns, rows);
            for (BinaryBitmap bitmap : List.of(
                    new BinaryBitmap(new HybridBinarizer(source)),
                    new BinaryBitmap(new GlobalHistogramBinarizer(source)))) {
                try {
                    return new QRCodeReader().decode(bitmap, HINTS).getText();
                } catch (ReaderException e) {
                    // The next part, or the other way to tell light from dark.
                }
            }
        }
        throw new IllegalArgumentException(name + ": no code was found in the picture, " + width + "x" + height);
    }
}
