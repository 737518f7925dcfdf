package dev.ferrite.drm.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PngFileTest {
    private static final int WIDTH = 67;
    private static final int HEIGHT = 31;

    @TempDir
    Path folder;

    private static MemorySegment pixels(Arena arena) {
        MemorySegment pixels = arena.allocate(4L * WIDTH * HEIGHT, 4);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            pixels.setAtIndex(ValueLayout.JAVA_INT, i, 0xFF000000 | i * 0x01234F);
        }
        return pixels;
    }

    @Test
    void theFileDecodesToTheMappedPixels() throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment pixels = pixels(arena);
            Path file = folder.resolve("picture.png");
            long bytes = PngFile.write(MappedImage.over(pixels, WIDTH, HEIGHT), file);
            assertThat(bytes).isEqualTo(Files.size(file));
            BufferedImage decoded = ImageIO.read(file.toFile());
            assertThat(decoded.getWidth()).isEqualTo(WIDTH);
            assertThat(decoded.getHeight()).isEqualTo(HEIGHT);
            for (int i = 0; i < WIDTH * HEIGHT; i++) {
                assertThat(decoded.getRGB(i % WIDTH, i / WIDTH))
                        .isEqualTo(0xFF000000 | pixels.getAtIndex(ValueLayout.JAVA_INT, i));
            }
        }
    }

    @Test
    void theImageIsAViewOfTheMapping() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment pixels = pixels(arena);
            BufferedImage image = MappedImage.over(pixels, WIDTH, HEIGHT);
            pixels.setAtIndex(ValueLayout.JAVA_INT, WIDTH + 2, 0xABCDEF);
            assertThat(image.getRGB(2, 1)).isEqualTo(0xFFABCDEF);
        }
    }

    @Test
    void readingAfterTheMappingIsGoneThrowsAndTouchesNothing() {
        BufferedImage image;
        try (Arena arena = Arena.ofConfined()) {
            image = MappedImage.over(pixels(arena), WIDTH, HEIGHT);
        }
        assertThatThrownBy(() -> image.getRGB(0, 0)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aSegmentThatIsTooShortIsRefused() {
        try (Arena arena = Arena.ofConfined()) {
            assertThatThrownBy(() -> MappedImage.over(pixels(arena), WIDTH, HEIGHT + 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("height=" + (HEIGHT + 1));
        }
    }

    @Test
    void aFailedWriteLeavesNothingBehind() throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            BufferedImage image = MappedImage.over(pixels(arena), WIDTH, HEIGHT);
            Path inTheWay = Files.createDirectories(folder.resolve("picture.png/child"));
            assertThatThrownBy(() -> PngFile.write(image, folder.resolve("picture.png")))
                    .isInstanceOf(IOException.class);
            assertThat(folder.resolve("picture.png.part")).doesNotExist();
            assertThat(inTheWay).exists();
        }
    }

    @Test
    void roomBetweenTheRowsIsNotSeen() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment pixels = arena.allocate(16 + 12, 4);
            int[] words = {0x010203, 0x040506, 0x070809, -1, 0x0A0B0C, 0x0D0E0F, 0x101112};
            MemorySegment.copy(words, 0, pixels, ValueLayout.JAVA_INT, 0, words.length);
            BufferedImage image = MappedImage.over(pixels, 3, 2, 16);
            assertThat(image.getRGB(2, 0) & 0xFFFFFF).isEqualTo(0x070809);
            assertThat(image.getRGB(0, 1) & 0xFFFFFF).isEqualTo(0x0A0B0C);
            assertThat(image.getRGB(2, 1) & 0xFFFFFF).isEqualTo(0x101112);
            assertThatThrownBy(() -> MappedImage.over(pixels, 3, 2, 20)).hasMessageContaining("pitch=20");
        }
    }
}
