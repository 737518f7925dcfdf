package dev.ferrite.nova.boot.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SceneTest {
    private static final int WIDTH = 96;
    private static final int HEIGHT = 54;

    private static int[] whole(Scene scene) {
        int[] pixels = new int[WIDTH * HEIGHT];
        new TilePainter(scene, WIDTH).paint(0, 0, WIDTH, HEIGHT, pixels);
        return pixels;
    }

    @Test
    void sameSeedGivesTheSamePixels() {
        assertThat(whole(Scene.of(3, WIDTH, HEIGHT, 0.25))).isEqualTo(whole(Scene.of(3, WIDTH, HEIGHT, 0.25)));
    }

    @Test
    void seedAndTimeChangeThePicture() {
        int[] picture = whole(Scene.of(3, WIDTH, HEIGHT, 0));
        assertThat(whole(Scene.of(4, WIDTH, HEIGHT, 0))).isNotEqualTo(picture);
        assertThat(whole(Scene.of(3, WIDTH, HEIGHT, 0.5))).isNotEqualTo(picture);
    }

    @Test
    void thePictureIsNotFlat() {
        long colours =
                Arrays.stream(whole(Scene.of(1, WIDTH, HEIGHT, 0))).distinct().count();
        assertThat(colours).isGreaterThan(500);
    }

    @Test
    void pixelsDoNotDependOnHowThePictureIsCut() {
        Scene scene = Scene.of(1, WIDTH, HEIGHT, 0);
        int[] whole = whole(scene);
        int[] cut = new int[WIDTH * HEIGHT];
        TilePainter painter = new TilePainter(scene, 16);
        int[] tile = new int[16 * 16];
        for (int top = 0; top < HEIGHT; top += 16) {
            for (int left = 0; left < WIDTH; left += 16) {
                int width = Math.min(16, WIDTH - left);
                int height = Math.min(16, HEIGHT - top);
                painter.paint(left, top, width, height, tile);
                for (int row = 0; row < height; row++) {
                    System.arraycopy(tile, row * width, cut, (top + row) * WIDTH + left, width);
                }
            }
        }
        assertThat(cut).isEqualTo(whole);
    }

    @Test
    void aPictureWithoutPixelsIsRefusedWithItsSize() {
        assertThatThrownBy(() -> Scene.of(1, 0, 5, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("width=0");
    }

    @Test
    void aTileLargerThanTheScratchIsRefused() {
        TilePainter painter = new TilePainter(Scene.of(1, WIDTH, HEIGHT, 0), 8);
        assertThatThrownBy(() -> painter.paint(0, 0, 9, 8, new int[72]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("width=9");
    }
}
