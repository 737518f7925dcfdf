package dev.ferrite.nova.boot;

import dev.ferrite.locks.Mutex;
import dev.ferrite.locks.SpinLock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What all threads of a run share. */
final class Workload {
    private final Gpu gpu;
    private final TileGrid grid;
    private final Stage stage;
    private final RunMemory memory;
    private final Mutex<RenderStats> stats;
    private final int warmUpRounds;
    private @Nullable Thread verifier;
    private long pitch;

    Workload(Gpu gpu, TileGrid grid, Stage stage, RunMemory memory, int clients, int warmUpRounds) {
        this.gpu = gpu;
        this.grid = grid;
        this.stage = stage;
        this.memory = memory;
        this.stats = Mutex.of(new RenderStats(clients), "render statistics");
        this.warmUpRounds = warmUpRounds;
    }

    Gpu gpu() {
        return gpu;
    }

    /** Says how many bytes the rows of a picture are apart; before the clients start. */
    void pitch(long bytes) {
        pitch = bytes;
    }

    long pitch() {
        return pitch;
    }

    TileGrid grid() {
        return grid;
    }

    Stage stage() {
        return stage;
    }

    SpinLock<TileQueue> queue() {
        return memory.queue();
    }

    TileLedger ledger() {
        return memory.ledger();
    }

    Mutex<RenderStats> stats() {
        return stats;
    }

    /** How many rounds of samples each client forgets. */
    int warmUpRounds() {
        return warmUpRounds;
    }

    /** Says which thread to wake when a tile is published; before the clients start. */
    void verifier(Thread thread) {
        verifier = thread;
    }

    Thread verifier() {
        return Objects.requireNonNull(verifier);
    }
}
