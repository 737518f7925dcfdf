package dev.ferrite.nova.boot;

import java.util.Arrays;

/** What the clients have done so far; guarded by a mutex. */
final class RenderStats {
    private final long[] tiles;
    private final long[] paintNanos;
    private long bytesBlitted;

    RenderStats(int clients) {
        this.tiles = new long[clients];
        this.paintNanos = new long[clients];
    }

    /** Counts one tile. */
    void add(int client, long nanos, long bytes) {
        tiles[client]++;
        paintNanos[client] += nanos;
        bytesBlitted += bytes;
    }

    long[] tiles() {
        return tiles.clone();
    }

    long paintNanos() {
        return Arrays.stream(paintNanos).sum();
    }

    long bytesBlitted() {
        return bytesBlitted;
    }
}
