package dev.ferrite.nova.boot;

import dev.ferrite.locks.SpinLock;
import dev.ferrite.locks.SpinLockBackend;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.linux.Mapping;
import dev.ferrite.offheap.linux.Pages;

/**
 * The off-heap words that the clients of one run share.
 *
 * <pre>
 *   offset  what
 *        0  lock word of the tile queue
 *       64  tile queue: frame, next, total                  guarded by the lock
 *      128  reference count of the first scan-out buffer
 *      192  reference count of the second
 *      256  ledger: per tile 8 bytes, checksum and state     see {@link TileLedger}
 * </pre>
 *
 * Must be closed after all threads of the run have ended: words are reached by address, unchecked.
 */
final class RunMemory implements AutoCloseable {
    /** Most scan-out buffers of a run. */
    static final int SCANOUTS = 2;

    private static final long LINE = 64;
    private static final long LEDGER = 4 * LINE;

    private final Mapping mapping;
    private final SpinLock<TileQueue> queue;
    private final TileLedger ledger;

    RunMemory(int tiles) {
        long bytes = Pages.align(LEDGER + TileLedger.BYTES * tiles);
        this.mapping = Mapping.shared(
                -1, 0, bytes, Linux.PROT_READ | Linux.PROT_WRITE, Linux.MAP_PRIVATE | Linux.MAP_ANONYMOUS);
        long base = mapping.segment().address();
        SpinLockBackend.instance().init(base);
        this.queue = SpinLock.fromRaw(base, new TileQueue(base + LINE), "tile queue");
        this.ledger = new TileLedger(base + LEDGER);
    }

    SpinLock<TileQueue> queue() {
        return queue;
    }

    TileLedger ledger() {
        return ledger;
    }

    /** The count word of a scan-out buffer. */
    long countWord(int scanout) {
        return mapping.segment().address() + LINE * (2 + scanout);
    }

    @Override
    public void close() {
        mapping.close();
    }
}
