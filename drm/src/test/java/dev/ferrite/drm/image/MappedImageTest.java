package dev.ferrite.drm.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.drm.format.BufferLayout;
import dev.ferrite.drm.format.Fourcc;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MappedImageTest {
    @TempDir
    Path folder;

    /** One pixel of each format, written by hand as the header describes it, and what it looks like. */
    @ParameterizedTest
    @CsvSource({
        "XRGB8888, 0x00123456, ff123456",
        "ARGB8888, 0xff123456, ff123456",
        "XBGR8888, 0x00563412, ff123456",
        "ABGR8888, 0xff563412, ff123456",
        "RGBX8888, 0x12345600, ff123456",
        "BGRX8888, 0x56341200, ff123456",
        "RGBA8888, 0x123456ff, ff123456",
        "RGB888, 0x123456, ff123456",
        "BGR888, 0x563412, ff123456",
        "RGB565, 0xf800, ffff0000",
        "RGB565, 0x07e0, ff00ff00",
        "RGB565, 0x001f, ff0000ff",
        "BGR565, 0x001f, ffff0000",
        "XRGB1555, 0x7c00, ffff0000",
        "ARGB1555, 0x83e0, ff00ff00",
        "RGBA5551, 0xf801, ffff0000",
        "XRGB4444, 0x0f00, ffff0000",
        "ABGR4444, 0xf00f, ffff0000",
        "RGB332, 0xe0, ffff0000",
        "XRGB2101010, 0x3ff00000, ffff0000",
        "XBGR2101010, 0x000003ff, ffff0000",
        "XRGB16161616, 0x0000ffff00000000, ffff0000",
        "ABGR16161616, 0xffff00000000ffff, ffff0000",
        "R8, 0xff, ffffffff",
        "R16, 0x0000, ff000000"
    })
    void pixelsHaveTheColoursOfTheirFormat(Fourcc format, String word, String argb) {
        try (Arena arena = Arena.ofConfined()) {
            BufferLayout layout = BufferLayout.of(format, 3, 2, 32);
            MemorySegment pixels = arena.allocate(layout.size());
            long value = Long.parseUnsignedLong(word.substring(2), 16);
            long at = layout.pitch() + 2L * format.pixels().bytes(0);
            for (int i = 0; i < format.pixels().bytes(0); i++) {
                pixels.set(ValueLayout.JAVA_BYTE, at + i, (byte) (value >>> (8 * i)));
            }
            BufferedImage image = MappedImage.over(pixels, layout);
            assertThat(Integer.toHexString(image.getRGB(2, 1))).isEqualTo(argb);
        }
    }

    /** Whatever has an image draws, too: what is drawn is in the mapping, and comes out again. */
    @ParameterizedTest
    @EnumSource(
            names = {"XRGB8888", "ARGB8888", "XBGR8888", "RGB565", "BGR888", "RGBX8888", "ARGB16161616", "ABGR2101010"})
    void whatIsDrawnIsInTheFileThatIsWritten(Fourcc format) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            BufferLayout layout = BufferLayout.of(format, 21, 11, 64);
            MemorySegment pixels = arena.allocate(layout.size());
            BufferedImage image = MappedImage.over(pixels, layout);
            int[] colours = {0xFFFF0000, 0xFF00FF00, 0xFF0000FF, 0xFFFFFFFF, 0xFF000000};
            for (int y = 0; y < 11; y++) {
                for (int x = 0; x < 21; x++) {
                    image.setRGB(x, y, colours[(x + y) % colours.length]);
                }
            }
            assertThat(pixels.asSlice(0, layout.pitch()).mismatch(arena.allocate(layout.pitch())))
                    .as("something was drawn")
                    .isNotNegative();
            Path file = folder.resolve("picture.png");
            PngFile.write(image, file);
            BufferedImage decoded = ImageIO.read(file.toFile());
            for (int y = 0; y < 11; y++) {
                for (int x = 0; x < 21; x++) {
                    assertThat(Integer.toHexString(decoded.getRGB(x, y)))
                            .isEqualTo(Integer.toHexString(colours[(x + y) % colours.length]));
                }
            }
        }
    }

    @Test
    void halfTransparentPixelsArePremultiplied() throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            BufferLayout layout = BufferLayout.of(Fourcc.ARGB8888, 1, 1);
            MemorySegment pixels = arena.allocate(4, 4);
            pixels.set(ValueLayout.JAVA_INT, 0, 0x80800000);
            BufferedImage image = MappedImage.over(pixels, layout);
            assertThat(Integer.toHexString(image.getRGB(0, 0))).isEqualTo("80ff0000");
            Path file = folder.resolve("glass.png");
            PngFile.write(image, file);
            assertThat(Integer.toHexString(ImageIO.read(file.toFile()).getRGB(0, 0)))
                    .isEqualTo("80ff0000");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"NV12", "YUYV", "ARGB16161616F", "C8", "RGB565_A8", "AYUV"})
    void formatsWithoutAnImageAreNamed(Fourcc format) {
        try (Arena arena = Arena.ofConfined()) {
            BufferLayout layout = BufferLayout.of(format, 4, 4);
            assertThatThrownBy(() -> MappedImage.over(arena.allocate(layout.size()), layout))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(format.name());
        }
    }

    @Test
    void rowsThatSplitAPixelAreRefused() {
        try (Arena arena = Arena.ofConfined()) {
            BufferLayout odd = new BufferLayout(Fourcc.XRGB8888, 1, 1, List.of(new BufferLayout.Plane(0, 6, 1)), 6);
            assertThatThrownBy(() -> MappedImage.over(arena.allocate(8), odd)).hasMessageContaining("pitch=6");
        }
    }
}
