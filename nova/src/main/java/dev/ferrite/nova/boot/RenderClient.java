package dev.ferrite.nova.boot;

import dev.ferrite.drm.client.DrmNode;
import dev.ferrite.drm.client.GemBuffer;
import dev.ferrite.drm.client.GemMapping;
import dev.ferrite.locks.ref.ARef;
import dev.ferrite.nova.boot.report.Latencies;
import dev.ferrite.nova.boot.scene.TilePainter;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A client that renders: its own open node, its own tile buffer, and the shared scan-out buffers, imported by PRIME.
 *
 * <p>Of each tile it computes the pixels on the heap and their checksum there, writes them to its tile buffer through
 * the mapping, blits mapping to mapping into the scan-out buffer, and publishes the checksum.
 */
final class RenderClient implements Runnable {
    private static final int TILE_PIXELS = TileGrid.SIDE * TileGrid.SIDE;

    private final Workload work;
    private final int index;
    private final List<ARef<SharedScanout>> scanouts;
    private final int[] pixels = new int[TILE_PIXELS];
    private final ByteBuffer bytes = ByteBuffer.allocate(TILE_PIXELS * 4).order(ByteOrder.LITTLE_ENDIAN);
    private final IntBuffer words = bytes.asIntBuffer();
    private final CRC32C checksum = new CRC32C();
    private @Nullable Latencies latencies;

    /**
     * A client that has not begun.
     *
     * @param work the run
     * @param index which client
     * @param scanouts its own references to the shared buffers; given back when it ends
     */
    RenderClient(Workload work, int index, List<ARef<SharedScanout>> scanouts) {
        this.work = work;
        this.index = index;
        this.scanouts = scanouts;
    }

    /** Its samples, once it has ended; null if it never began. */
    @Nullable
    Latencies latencies() {
        return latencies;
    }

    @Override
    public void run() {
        try {
            work();
        } catch (Throwable t) {
            work.stage().fail(work.gpu().explain(t));
        } finally {
            scanouts.forEach(ARef::close);
        }
    }

    private void work() throws BootFailure {
        try (DrmNode node = work.gpu().open();
                Closers closers = new Closers()) {
            GpuClient client = work.gpu().client(node);
            GemBuffer tile = closers.add(client.createBuffer(TILE_PIXELS * 4L));
            MemorySegment tileMemory = closers.add(tile.mapConfined()).segment();
            List<MemorySegment> targets = new ArrayList<>();
            for (ARef<SharedScanout> scanout : scanouts) {
                GemBuffer imported =
                        closers.add(GemBuffer.importPrime(node, scanout.get().prime()));
                GemMapping mapping = closers.add(imported.mapConfined());
                targets.add(mapping.segment());
            }
            Sampler sampler = closers.add(new Sampler(client, work.queue(), work.stats(), work.warmUpRounds()));
            latencies = sampler.latencies();
            Frame frame = work.stage().next(0);
            while (frame != null) {
                TilePainter painter = new TilePainter(frame.scene(), TileGrid.SIDE);
                render(frame, painter, client, tileMemory, targets.get(frame.scanout()), sampler);
                frame = work.stage().next(frame.index() + 1);
            }
        }
    }

    private void render(
            Frame frame,
            TilePainter painter,
            GpuClient client,
            MemorySegment tileMemory,
            MemorySegment target,
            Sampler sampler)
            throws BootFailure {
        TileGrid grid = work.grid();
        for (int tile = take(frame); tile != TileQueue.EMPTY; tile = take(frame)) {
            work.gpu().checkAlive(client);
            long start = System.nanoTime();
            int width = grid.widthOf(tile);
            int height = grid.heightOf(tile);
            painter.paint(grid.left(tile), grid.top(tile), width, height, pixels);
            int sum = checksumOnHeap(width * height);
            MemorySegment.copy(pixels, 0, tileMemory, ValueLayout.JAVA_INT, 0, width * height);
            blit(tileMemory, target, tile);
            work.ledger().publish(tile, frame.index(), sum);
            LockSupport.unpark(work.verifier());
            long nanos = System.nanoTime() - start;
            try (var guard = work.stats().lock()) {
                guard.get().add(index, nanos, 4L * width * height);
            }
            sampler.round();
        }
    }

    private int take(Frame frame) {
        if (work.stage().failed()) {
            return TileQueue.EMPTY;
        }
        try (var guard = work.queue().lock()) {
            return guard.get().take(frame.index());
        }
    }

    private int checksumOnHeap(int count) {
        words.clear().put(pixels, 0, count);
        checksum.reset();
        checksum.update(bytes.array(), 0, 4 * count);
        return (int) checksum.getValue();
    }

    private void blit(MemorySegment from, MemorySegment to, int tile) {
        TileGrid grid = work.grid();
        long row = 4L * grid.widthOf(tile);
        long at = grid.top(tile) * work.pitch() + 4L * grid.left(tile);
        for (int y = 0; y < grid.heightOf(tile); y++) {
            MemorySegment.copy(from, y * row, to, at + y * work.pitch(), row);
        }
    }
}
