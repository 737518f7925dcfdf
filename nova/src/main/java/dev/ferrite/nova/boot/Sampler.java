package dev.ferrite.nova.boot;

import dev.ferrite.drm.client.GemBuffer;
import dev.ferrite.drm.client.GemMapping;
import dev.ferrite.locks.Guard;
import dev.ferrite.locks.Mutex;
import dev.ferrite.locks.SpinLock;
import dev.ferrite.nova.boot.report.Latencies;
import dev.ferrite.nova.boot.report.Operation;

/**
 * Times the operations of one client between two tiles, while the others work: the same locks, the same device.
 *
 * <p>Allocates nothing but what {@code map} itself does. The first rounds are a warm-up and are forgotten.
 */
final class Sampler implements AutoCloseable {
    private static final int IOCTLS = 48;
    private static final int LOCK_BATCHES = 24;
    private static final int MAPS = 4;
    private static final long PAGE = 4096;

    private final GpuClient client;
    private final SpinLock<TileQueue> spin;
    private final Mutex<RenderStats> mutex;
    private final GemBuffer page;
    private final Latencies latencies = new Latencies();
    private int warmUpRounds;

    /** Samples through this client; {@code warmUpRounds} rounds are forgotten. */
    Sampler(GpuClient client, SpinLock<TileQueue> spin, Mutex<RenderStats> mutex, int warmUpRounds) {
        this.client = client;
        this.spin = spin;
        this.mutex = mutex;
        this.warmUpRounds = warmUpRounds;
        this.page = client.createBuffer(PAGE);
    }

    Latencies latencies() {
        return latencies;
    }

    /** One round: a few dozen microseconds. */
    void round() {
        for (int i = 0; i < IOCTLS; i++) {
            long start = System.nanoTime();
            latencies.record(Operation.CLOCK, System.nanoTime() - start);
        }
        ask();
        lookUp();
        for (int i = 0; i < LOCK_BATCHES; i++) {
            spinLock();
            mutex();
        }
        for (int i = 0; i < MAPS; i++) {
            map();
        }
        if (warmUpRounds > 0 && --warmUpRounds == 0) {
            latencies.reset();
        }
    }

    private void ask() {
        for (int i = 0; i < IOCTLS; i++) {
            long start = System.nanoTime();
            long value = client.ask();
            long nanos = System.nanoTime() - start;
            if (value >= 0) {
                latencies.record(client.askedFor(), nanos);
            }
        }
    }

    private void lookUp() {
        for (int i = 0; i < IOCTLS; i++) {
            long start = System.nanoTime();
            long answer = client.lookUp(page.handle());
            long nanos = System.nanoTime() - start;
            if (answer >= 0) {
                latencies.record(client.lookedUpBy(), nanos);
            }
        }
    }

    private void spinLock() {
        long start = System.nanoTime();
        for (int i = 0; i < Operation.SPIN_LOCK.batch(); i++) {
            Guard<TileQueue> guard = spin.lock();
            guard.close();
        }
        latencies.record(Operation.SPIN_LOCK, System.nanoTime() - start);
    }

    private void mutex() {
        long start = System.nanoTime();
        for (int i = 0; i < Operation.MUTEX.batch(); i++) {
            Guard<RenderStats> guard = mutex.lock();
            guard.close();
        }
        latencies.record(Operation.MUTEX, System.nanoTime() - start);
    }

    private void map() {
        long start = System.nanoTime();
        GemMapping mapping = page.mapConfined();
        mapping.close();
        latencies.record(Operation.MAP, System.nanoTime() - start);
    }

    @Override
    public void close() {
        page.close();
    }
}
