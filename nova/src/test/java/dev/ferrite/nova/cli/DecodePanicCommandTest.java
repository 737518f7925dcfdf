package dev.ferrite.nova.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.nova.cli.code.CodeReader;
import dev.ferrite.runtime.panic.qr.QrEncoder;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code decode-panic} makes of pictures, texts, and of what is neither. */
class DecodePanicCommandTest {
    private static final String URL = "ferrite:panic?a=amd64&v=25&z=";
    private static final String LOG = "[    0.000000] nova: hello\n[    1.000000] panic: why é\n";

    @TempDir
    Path folder;

    private final MemorySegment data = Arena.ofAuto().allocate(QrEncoder.DATA_SIZE);
    private int modules;

    @BeforeEach
    void encode() {
        Deflater deflater = new Deflater();
        deflater.setInput(LOG.getBytes(StandardCharsets.UTF_8));
        deflater.finish();
        byte[] compressed = new byte[200];
        int length = deflater.deflate(compressed);
        MemorySegment.copy(compressed, 0, data, ValueLayout.JAVA_BYTE, 0, length);
        byte[] url = URL.getBytes(StandardCharsets.US_ASCII);
        MemorySegment prefix = Arena.ofAuto().allocate(url.length).copyFrom(MemorySegment.ofArray(url));
        modules = QrEncoder.generate(prefix, data, length, Arena.ofAuto().allocate(QrEncoder.TMP_SIZE));
        assertThat(modules).isPositive();
    }

    private BufferedImage picture(int scale) {
        int side = (modules + 8) * scale;
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                image.setRGB(x, y, isLight(x / scale - 4, y / scale - 4) ? 0xffffff : 0);
            }
        }
        return image;
    }

    private boolean isLight(int x, int y) {
        return x < 0
                || y < 0
                || x >= modules
                || y >= modules
                || (data.get(ValueLayout.JAVA_BYTE, (long) y * ((modules + 7) / 8) + x / 8) & 0x80 >> x % 8) != 0;
    }

    /** As a camera has it: turned, grey, unsharp, on a dark desk. */
    private BufferedImage photograph() {
        BufferedImage code = picture(8);
        BufferedImage photo = new BufferedImage(1200, 900, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = photo.createGraphics();
        graphics.setColor(new Color(60, 50, 45));
        graphics.fillRect(0, 0, photo.getWidth(), photo.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        AffineTransform place = AffineTransform.getTranslateInstance(400, 150);
        place.rotate(0.2);
        place.scale(0.83, 0.8);
        graphics.drawImage(code, place, null);
        graphics.setColor(new Color(120, 120, 100, 60));
        graphics.fillRect(0, 0, photo.getWidth(), photo.getHeight());
        graphics.dispose();
        return photo;
    }

    private Path write(BufferedImage image, String format) throws IOException {
        Path file = folder.resolve("screen." + format);
        assertThat(ImageIO.write(image, format, file.toFile())).isTrue();
        return file;
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "bmp", "gif"})
    void aPictureGivesTheLog(String format) throws IOException {
        Captured ran = Captured.run("decode-panic", write(picture(5), format).toString());
        assertThat(ran.code()).as(ran.err()).isEqualTo(Main.OK);
        assertThat(ran.out()).isEqualTo(LOG);
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void aPhotographGivesTheLog() throws IOException {
        Captured ran = Captured.run("decode-panic", write(photograph(), "jpg").toString());
        assertThat(ran.out()).as(ran.err()).isEqualTo(LOG);
    }

    @Test
    void aTextGivesTheLogInAFileAndAsItIs() throws IOException {
        String text = textOfTheCode();
        Path file = Files.writeString(folder.resolve("code.txt"), text + "\n");
        assertThat(Captured.run("decode-panic", file.toString()).out()).isEqualTo(LOG);
        assertThat(Captured.run("decode-panic", text).out()).isEqualTo(LOG);
    }

    private String textOfTheCode() throws IOException {
        byte[] bytes = Files.readAllBytes(write(picture(4), "png"));
        return Objects.requireNonNull(CodeReader.read(bytes, "screen"));
    }

    private void fails(Captured ran, String... sentence) {
        assertThat(ran.code()).isEqualTo(Main.FAILED);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err().lines()).hasSize(1);
        assertThat(ran.err()).startsWith("ferrite: ").contains(sentence);
        assertThat(ran.showsAStack()).isFalse();
    }

    @Test
    void whatIsNoPanicScreenIsOneSentence() throws IOException {
        Path missing = folder.resolve("missing.png");
        fails(Captured.run("decode-panic", missing.toString()), missing.toString(), "does not exist");
        Path empty = Files.createFile(folder.resolve("empty"));
        fails(Captured.run("decode-panic", empty.toString()), "no 'z='");
        fails(Captured.run("decode-panic", folder.toString()), folder.toString());
        Path blank = write(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), "png");
        fails(Captured.run("decode-panic", blank.toString()), blank.toString(), "no code was found", "300x200");
        byte[] cut = Arrays.copyOf(Files.readAllBytes(write(picture(5), "png")), 300);
        Path damaged = Files.write(folder.resolve("damaged.png"), cut);
        fails(Captured.run("decode-panic", damaged.toString()), damaged.toString(), "damaged");
        fails(Captured.run("decode-panic", "x?z=12345678901234567"), "panic code");
    }

    @Test
    void aPictureThatClaimsToBeHugeIsRefusedUnread() throws IOException {
        byte[] png = Files.readAllBytes(write(picture(2), "png"));
        ByteBuffer header = ByteBuffer.wrap(png);
        header.putInt(16, 60_000).putInt(20, 60_000);
        CRC32 crc = new CRC32();
        crc.update(png, 12, 17);
        header.putInt(29, (int) crc.getValue());
        Path huge = Files.write(folder.resolve("huge.png"), png);
        fails(Captured.run("decode-panic", huge.toString()), "too large: 60000x60000");
    }
}
