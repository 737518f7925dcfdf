package dev.ferrite.nova.boot;

import dev.ferrite.drm.client.DrmNode;
import dev.ferrite.drm.client.GemBuffer;
import dev.ferrite.drm.client.GemMapping;
import dev.ferrite.locks.ref.ARef;
import dev.ferrite.nova.boot.image.MappedImage;
import dev.ferrite.nova.boot.image.PngFile;
import dev.ferrite.nova.boot.report.Latencies;
import dev.ferrite.nova.boot.report.Tables;
import dev.ferrite.nova.boot.scene.Scene;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.runtime.log.KernelLog;
import dev.ferrite.runtime.log.LogLevel;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32C;

/**
 * The work between loading the module and unloading it: clients, verifier, pictures.
 *
 * <p>The calling thread is a client, too: it makes and shares the scan-out buffers and reads the finished pictures back
 * through its own mappings. With several frames there are two buffers, so that one is written to a file while the
 * other is drawn.
 */
final class RenderRun {
    private static final String LOG = "boot";

    /** Of a client's share of the tiles one in this many is warm-up, and its samples are forgotten. */
    private static final int WARM_UP_SHARE = 4;

    private final BootOptions options;
    private final TileGrid grid;
    private final Stage stage;
    private final Progress progress;
    private final List<RenderClient> clients = new ArrayList<>();
    private final List<Path> pictures = new ArrayList<>();
    private List<Long> tilesByClient = List.of();
    private long tiles;
    private long bytesVerified;
    private int checksum;
    private long nanos;

    RenderRun(BootOptions options, Stage stage, Progress progress) {
        this.options = options;
        this.grid = new TileGrid(options.width(), options.height());
        this.stage = stage;
        this.progress = progress;
    }

    /** Does all frames on a device, which {@code unplug} takes away if that is asked for; everything it opened is closed when it returns or throws. */
    void run(Gpu gpu, Runnable unplug) throws BootFailure {
        stage.check();
        try (RunMemory memory = new RunMemory(grid.tiles())) {
            Workload work = new Workload(gpu, grid, stage, memory, options.threads(), warmUpRounds());
            try (DrmNode node = gpu.open();
                    Closers closers = new Closers()) {
                closers.add(Unplugger.start(unplug, options.unplugAt()));
                GpuClient client = gpu.client(node);
                log("opened " + gpu.name() + ": " + client.describe());
                share(work, memory, client);
            } catch (ErrnoException e) {
                throw BootFailure.of(gpu.explain(e));
            }
        }
    }

    private void share(Workload work, RunMemory memory, GpuClient client) throws BootFailure {
        try (Closers closers = new Closers()) {
            List<ARef<SharedScanout>> scanouts = new ArrayList<>();
            List<GemMapping> maps = new ArrayList<>();
            for (int i = 0; i < Math.min(options.frames(), RunMemory.SCANOUTS); i++) {
                GpuClient.Canvas canvas = createScanout(client);
                GemBuffer buffer = canvas.buffer();
                work.pitch(canvas.pitch());
                scanouts.add(closers.add(SharedScanout.share(memory.countWord(i), buffer)));
                maps.add(closers.add(buffer.mapConfined()));
                log("scan-out buffer " + i + ": handle " + buffer.handle() + ", " + Tables.size(buffer.size())
                        + ", shared as fd " + scanouts.get(i).get().prime().fd());
            }
            Verifier verifier = new Verifier(work, dup(scanouts, closers), progress);
            List<Thread> threads = new ArrayList<>();
            Thread verifying = new Thread(verifier, "boot-verifier");
            work.verifier(verifying);
            threads.add(verifying);
            for (int i = 0; i < options.threads(); i++) {
                RenderClient renderer = new RenderClient(work, i, dup(scanouts, closers));
                clients.add(renderer);
                threads.add(new Thread(renderer, "boot-client-" + i));
            }
            log(options.threads() + " clients render " + grid.tiles() + " tiles a frame, one verifies");
            frames(work, client, threads, maps);
            tiles = verifier.tiles();
            bytesVerified = verifier.bytes();
            try (var guard = work.stats().lock()) {
                tilesByClient = Arrays.stream(guard.get().tiles()).boxed().toList();
            }
        }
    }

    private GpuClient.Canvas createScanout(GpuClient client) throws BootFailure {
        try {
            return client.createPicture(options.width(), options.height());
        } catch (ErrnoException e) {
            long vram = client.vramBytes();
            if (vram == 0 || (e.errno() != Errno.ENOMEM && e.errno() != Errno.ENOSPC)) {
                throw e;
            }
            throw new BootFailure(
                    String.format(
                            "VRAM is too small for %s %dx%d: it needs %s, VRAM has %s (--vram-size)",
                            options.frames() == 1 ? "a picture of" : "two pictures of",
                            options.width(),
                            options.height(),
                            Tables.size(options.pictureBytes()),
                            Tables.size(vram)),
                    e);
        }
    }

    /** References for a thread of its own, which closes them; the closers do so for a thread that never started. */
    private static List<ARef<SharedScanout>> dup(List<ARef<SharedScanout>> scanouts, Closers closers) {
        return scanouts.stream().map(scanout -> closers.add(scanout.dup())).toList();
    }

    private void frames(Workload work, GpuClient client, List<Thread> threads, List<GemMapping> maps)
            throws BootFailure {
        long start = System.nanoTime();
        progress.begin((long) grid.tiles() * options.frames());
        threads.forEach(Thread::start);
        try {
            for (int frame = 0; frame < options.frames(); frame++) {
                show(work, frame);
                if (frame > 0) {
                    write(work, client, maps, frame - 1);
                }
                stage.awaitVerified(frame);
            }
            write(work, client, maps, options.frames() - 1);
        } catch (Throwable t) {
            stage.fail(t);
            throw t;
        } finally {
            stage.finish();
            threads.forEach(RenderRun::join);
            progress.end();
            nanos = System.nanoTime() - start;
        }
        stage.check();
    }

    private void show(Workload work, int frame) {
        Scene scene = Scene.of(options.seed(), options.width(), options.height(), (double) frame / options.frames());
        try (var guard = work.queue().lock()) {
            guard.get().fill(frame, grid.tiles());
        }
        stage.show(new Frame(frame, scene, frame % RunMemory.SCANOUTS));
    }

    /** Reads a finished picture back through this client's own mapping, into a PNG. */
    private void write(Workload work, GpuClient client, List<GemMapping> maps, int frame) throws BootFailure {
        String name = options.frames() == 1 ? "ferrite.png" : String.format("ferrite-%04d.png", frame + 1);
        Path file = options.out().resolve(name);
        GemMapping map = maps.get(frame % RunMemory.SCANOUTS);
        try {
            int sum = checksum(map.asByteBuffer(), Math.toIntExact(work.pitch()));
            BufferedImage image = MappedImage.over(map.segment(), options.width(), options.height(), work.pitch());
            long bytes = PngFile.write(image, file);
            checkRead(work, client, file);
            pictures.add(file);
            checksum = sum;
            log(String.format("wrote %s, %s, checksum %08x", file, Tables.size(bytes), checksum));
        } catch (IOException e) {
            throw new BootFailure("picture cannot be written: " + file + ": " + BootFailure.reason(e), e);
        }
    }

    /** Over the pixels of all rows, whatever lies between them. */
    private int checksum(ByteBuffer picture, int pitch) {
        CRC32C sum = new CRC32C();
        for (int y = 0; y < options.height(); y++) {
            int row = y * pitch;
            sum.update(picture.limit(row + 4 * options.width()).position(row));
        }
        return (int) sum.getValue();
    }

    /** What was read after an unplug is not the picture: such a file goes again. */
    private static void checkRead(Workload work, GpuClient client, Path file) throws BootFailure, IOException {
        try {
            work.gpu().checkAlive(client);
        } catch (BootFailure e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private int warmUpRounds() {
        long share = (long) grid.tiles() * options.frames() / options.threads();
        return (int) Math.min(share / WARM_UP_SHARE, 1000);
    }

    private static void log(String message) {
        KernelLog.system().log(LogLevel.INFO, LOG, message);
    }

    List<Latencies> latencies() {
        return clients.stream()
                .map(RenderClient::latencies)
                .filter(Objects::nonNull)
                .toList();
    }

    List<Path> pictures() {
        return List.copyOf(pictures);
    }

    List<Long> tilesByClient() {
        return tilesByClient;
    }

    long tiles() {
        return tiles;
    }

    long bytesVerified() {
        return bytesVerified;
    }

    int checksum() {
        return checksum;
    }

    long nanos() {
        return nanos;
    }
}
