package dev.ferrite.nova.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.drm.stats.DrmLive;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program of docs/drm-client.md is the one that is compiled and run here. */
class DocsTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern SHOWN =
            Pattern.compile("<!-- (\\S+\\.java) -->\\s*```java\\n(.*?)```", Pattern.DOTALL);

    @Test
    void thePageShowsTheExampleAsItIsAndNoOtherProgram() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/drm-client.md"));
        List<String> shown = new ArrayList<>();
        Matcher block = SHOWN.matcher(page);
        while (block.find()) {
            shown.add(String.valueOf(Path.of(block.group(1)).getFileName()));
            String source = Files.readString(ROOT.resolve(block.group(1)));
            assertThat(block.group(2))
                    .as(block.group(1))
                    .isEqualTo(source.substring(source.indexOf(";\n\n") + 3)); // all but the package
        }
        assertThat(shown).containsExactly("Picture.java");
        assertThat(page).containsOnlyOnce("```java");
    }

    @Test
    void theExampleDrawsItsPixelAndLeavesNothing(@TempDir Path folder) throws IOException {
        DrmLive before = DrmLive.now();
        Path file = folder.resolve("picture.png");
        Picture.draw(file);
        BufferedImage picture = ImageIO.read(file.toFile());
        assertThat(picture.getWidth()).isEqualTo(640);
        assertThat(picture.getHeight()).isEqualTo(360);
        assertThat(picture.getRGB(10, 20)).isEqualTo(0xFFFF8000);
        assertThat(picture.getRGB(11, 20)).isEqualTo(0xFF000000);
        assertThat(DrmLive.now()).isEqualTo(before);
    }
}
