package dev.ferrite.drm.image;

import java.awt.image.RenderedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;

/** Writes a PNG under its name only when it is whole: a failure leaves nothing behind. */
public final class PngFile {
    private PngFile() {}

    /**
     * Writes a picture.
     *
     * @param image the picture
     * @param file the file; replaced if it is there
     * @return how long the file is, in bytes
     * @throws IOException if the file cannot be written, for instance because the disk is full
     */
    public static long write(RenderedImage image, Path file) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            encode(image, part);
            long bytes = Files.size(part);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            return bytes;
        } catch (IIOException e) {
            // The encoder wraps what the file said, and hides it.
            throw e.getCause() instanceof IOException cause ? cause : e;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void encode(RenderedImage image, Path part) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        Files.deleteIfExists(part);
        try (FileImageOutputStream out = new FileImageOutputStream(part.toFile())) {
            writer.setOutput(out);
            writer.write(image);
        } finally {
            writer.dispose();
        }
    }
}
