package dev.ferrite.runtime.panic;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.util.Map;

/** Reads the code on a panic screen by somebody else's decoder. */
final class Screens {
    private Screens() {}

    /** Cuts the white card out, which holds nothing but the code, and has another reader read it. */
    static Result read(BufferedImage image) throws Exception {
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int side = white(image, x, y);
                if (side > SHORTEST) {
                    return look(image.getSubimage(x, y, side, side));
                }
            }
        }
        throw new AssertionError("no card on the screen");
    }

    /** Longer than any stroke of a letter on the largest screen. */
    private static final int SHORTEST = 70;

    private static int white(BufferedImage image, int x, int y) {
        int length = 0;
        while (x + length < image.getWidth() && (image.getRGB(x + length, y) & 0xffffff) == 0xffffff) {
            length++;
        }
        return length;
    }

    private static Result look(BufferedImage image) throws Exception {
        int width = image.getWidth();
        int height = image.getHeight();
        RGBLuminanceSource source =
                new RGBLuminanceSource(width, height, image.getRGB(0, 0, width, height, null, 0, width));
        return new QRCodeReader()
                .decode(
                        new BinaryBitmap(new GlobalHistogramBinarizer(source)),
                        Map.of(DecodeHintType.PURE_BARCODE, true, DecodeHintType.CHARACTER_SET, "UTF-8"));
    }
}
