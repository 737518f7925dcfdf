package dev.ferrite.nova.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.nova.boot.report.LatencyRow;
import dev.ferrite.nova.boot.report.LeakProof;
import dev.ferrite.nova.boot.report.Operation;
import dev.ferrite.nova.boot.scene.Scene;
import dev.ferrite.nova.boot.scene.TilePainter;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BootJobTest {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 180;
    private static final long SEED = 5;

    @TempDir
    Path folder;

    private BootOptions options(@Nullable Path vram, int frames) {
        return new BootOptions(vram, 0, WIDTH, HEIGHT, frames, 2, folder, false, SEED, null);
    }

    private static void isWhole(BootReport report) {
        assertThat(report.verdict()).startsWith("boot: ok ");
        assertThat(report.isOk()).isTrue();
        int frames = report.options().frames();
        assertThat(report.tiles()).isEqualTo(15L * frames);
        assertThat(report.tilesByClient().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(15L * frames);
        assertThat(report.bytesVerified()).isEqualTo(4L * WIDTH * HEIGHT * frames);
        assertThat(report.leaks()).hasSizeGreaterThan(10).allMatch(row -> row.left() == 0);
        assertThat(report.leaks().stream().map(LeakProof.Row::name))
                .contains("references", "handles", "GEM objects", "GEM mappings", "dma-bufs", "files", "devices")
                .contains("VRAM extents", "fds owned", "fds of the process");
        assertThat(report.latencies().stream().map(LatencyRow::operation))
                .containsExactlyInAnyOrder(
                        Operation.CLOCK,
                        Operation.GETPARAM,
                        Operation.GEM_INFO,
                        Operation.SPIN_LOCK,
                        Operation.MUTEX,
                        Operation.MAP);
        assertThat(report.latencies()).allMatch(row -> row.p50() > 0 && row.p50() <= row.p999());
    }

    /** The same picture, computed here as one tile, on the heap. */
    private static int[] expected(double time) {
        int[] pixels = new int[WIDTH * HEIGHT];
        new TilePainter(Scene.of(SEED, WIDTH, HEIGHT, time), WIDTH).paint(0, 0, WIDTH, HEIGHT, pixels);
        return pixels;
    }

    private static int checksum(int[] pixels) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * pixels.length).order(ByteOrder.nativeOrder());
        bytes.asIntBuffer().put(pixels);
        CRC32C sum = new CRC32C();
        sum.update(bytes);
        return (int) sum.getValue();
    }

    private static int[] decoded(Path png) throws IOException {
        BufferedImage image = ImageIO.read(png.toFile());
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    @Test
    void aPictureInMemoryIsTheOneComputedOnTheHeap() throws IOException {
        BootReport report = new BootJob(options(null, 1), Progress.NONE).run();
        isWhole(report);
        assertThat(report.pictures()).containsExactly(folder.resolve("ferrite.png"));
        assertThat(decoded(folder.resolve("ferrite.png"))).isEqualTo(expected(0));
        assertThat(report.checksum()).isEqualTo(checksum(expected(0)));
        assertThat(folder.resolve("latency.png")).isNotEmptyFile();
    }

    @Test
    void aVramFileIsMadeAndRemovedAgain() throws IOException {
        Path vram = folder.resolve("vram");
        BootReport report = new BootJob(options(vram, 1), Progress.NONE).run();
        isWhole(report);
        assertThat(report.checksum()).isEqualTo(checksum(expected(0)));
        assertThat(vram).doesNotExist();
    }

    @Test
    void aVramFileThatIsThereIsUsedAndKept() throws IOException {
        Path vram = folder.resolve("vram");
        byte[] dirt = new byte[32 << 20];
        java.util.Arrays.fill(dirt, (byte) 0x5A);
        Files.write(vram, dirt);
        BootReport report = new BootJob(options(vram, 1), Progress.NONE).run();
        isWhole(report);
        assertThat(report.checksum()).isEqualTo(checksum(expected(0)));
        assertThat(Files.size(vram)).isEqualTo(32 << 20);
    }

    @Test
    void everyFrameIsAnotherMoment() throws IOException {
        BootReport report = new BootJob(options(null, 3), Progress.NONE).run();
        isWhole(report);
        assertThat(report.pictures()).hasSize(3);
        for (int frame = 0; frame < 3; frame++) {
            assertThat(decoded(report.pictures().get(frame))).isEqualTo(expected(frame / 3.0));
        }
        assertThat(expected(0)).isNotEqualTo(expected(1 / 3.0));
    }

    @Test
    void twoRunsInARowAreAlike() {
        BootReport first = new BootJob(options(null, 1), Progress.NONE).run();
        BootReport second = new BootJob(options(null, 1), Progress.NONE).run();
        isWhole(first);
        isWhole(second);
        assertThat(first.checksum()).isEqualTo(second.checksum());
    }

    @Test
    void aStoppedRunReportsTheReasonAndLeavesNothing() throws IOException {
        BootOptions large = new BootOptions(null, 0, 7680, 4320, 1, 2, folder, false, SEED, null);
        BootJob[] job = new BootJob[1];
        job[0] = new BootJob(large, new Progress() {
            @Override
            public void reached(long done) {
                job[0].stop("interrupted");
            }
        });
        BootReport report = job[0].run();
        assertThat(report.verdict()).isEqualTo("boot: FAILED interrupted");
        assertThat(report.leaked()).isEmpty();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }
}
