package dev.ferrite.nova.boot;

import dev.ferrite.drm.client.DrmNode;
import dev.ferrite.drm.client.GemBuffer;
import dev.ferrite.locks.ref.ARef;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.CRC32C;

/**
 * The second client: maps the scan-out buffers on its own and reads every byte of every tile.
 *
 * <p>It sees the picture as a direct {@link ByteBuffer}; the renderers wrote it through a memory segment of another
 * mapping. A tile is right if its bytes have the checksum the renderer computed from the pixels on the heap.
 */
final class Verifier implements Runnable {
    /** Renderers wake it; this bounds how late it sees that the run has failed. */
    private static final long PARK_NANOS = 50_000_000;

    private final Workload work;
    private final List<ARef<SharedScanout>> scanouts;
    private final Progress progress;
    private final CRC32C checksum = new CRC32C();
    private long tiles;
    private long bytes;

    Verifier(Workload work, List<ARef<SharedScanout>> scanouts, Progress progress) {
        this.work = work;
        this.scanouts = scanouts;
        this.progress = progress;
    }

    /** Tiles found right, once it has ended. */
    long tiles() {
        return tiles;
    }

    /** Bytes compared, once it has ended. */
    long bytes() {
        return bytes;
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
            List<ByteBuffer> pictures = new ArrayList<>();
            for (ARef<SharedScanout> scanout : scanouts) {
                GemBuffer imported =
                        closers.add(GemBuffer.importPrime(node, scanout.get().prime()));
                pictures.add(closers.add(imported.mapConfined()).asByteBuffer());
            }
            Frame frame = work.stage().next(0);
            while (frame != null) {
                verify(frame, pictures.get(frame.scanout()), client);
                frame = work.stage().next(frame.index() + 1);
            }
        }
    }

    private void verify(Frame frame, ByteBuffer picture, GpuClient client) throws BootFailure {
        int total = work.grid().tiles();
        boolean[] seen = new boolean[total];
        int left = total;
        while (left > 0 && !work.stage().failed()) {
            int before = left;
            for (int tile = 0; tile < total; tile++) {
                if (!seen[tile] && work.ledger().isPublished(tile, frame.index())) {
                    verify(frame, tile, picture, client);
                    seen[tile] = true;
                    left--;
                    progress.reached(tiles);
                }
            }
            if (left == before) {
                LockSupport.parkNanos(this, PARK_NANOS);
            }
        }
        if (left == 0) {
            work.gpu().checkAlive(client);
            work.stage().verified(frame.index());
        }
    }

    private void verify(Frame frame, int tile, ByteBuffer picture, GpuClient client) throws BootFailure {
        TileGrid grid = work.grid();
        int row = 4 * grid.widthOf(tile);
        int pitch = (int) work.pitch();
        int at = grid.top(tile) * pitch + 4 * grid.left(tile);
        checksum.reset();
        for (int y = 0; y < grid.heightOf(tile); y++) {
            int from = at + y * pitch;
            picture.limit(from + row).position(from);
            checksum.update(picture);
        }
        int expected = work.ledger().checksum(tile);
        if ((int) checksum.getValue() != expected) {
            work.gpu().checkAlive(client); // the pages of a device that is gone hold nothing
            throw new BootFailure(String.format(
                    "tile %d of frame %d differs: checksum %08x in the buffer, %08x computed",
                    tile, frame.index(), (int) checksum.getValue(), expected));
        }
        tiles++;
        bytes += (long) row * grid.heightOf(tile);
    }
}
