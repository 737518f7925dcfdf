package dev.ferrite.runtime.counters;

import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.runtime.share.SharedRegion;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Counters that other processes can see, until this is closed or the process ends.
 *
 * <p>Costs a descriptor, some 330 KiB of which what is used has pages, and a daemon thread that wakes once a period.
 */
public final class PublishedCounters implements AutoCloseable {
    private static final long JOIN_SECONDS = 5;

    private final Counters counters;
    private final SharedRegion region;
    private final CounterTable table;
    private final long periodNanos;
    private final Thread thread;
    private volatile boolean closing;

    private PublishedCounters(Counters counters, SharedRegion region, CounterTable table, Duration period) {
        this.counters = counters;
        this.region = region;
        this.table = table;
        this.periodNanos = period.toNanos();
        this.thread = Thread.ofPlatform().daemon().name("ferrite-counters").unstarted(this::run);
    }

    static PublishedCounters start(Counters counters, Duration period) throws IOException {
        if (period.compareTo(Duration.ofMillis(1)) < 0 || period.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("a period is 1 ms to 1 h: " + period.toMillis() + " ms");
        }
        SharedRegion region;
        try {
            region = SharedRegion.create(CountersHeader.REGION, CountersHeader.BYTES);
        } catch (ErrnoException e) {
            throw new IOException("counters cannot be published: " + e.getMessage(), e);
        }
        CounterTable table = new CounterTable(region.address());
        CountersHeader.write(region.address(), period.toMillis());
        PublishedCounters published = new PublishedCounters(counters, region, table, period);
        published.copy();
        published.thread.start();
        return published;
    }

    /** Whether it still publishes. */
    boolean isOpen() {
        return !closing;
    }

    private void run() {
        while (!closing) {
            LockSupport.parkNanos(this, periodNanos);
            Thread.interrupted(); // nobody has a reason to, and a pending interrupt would make parking spin
            copy();
        }
    }

    private void copy() {
        table.set(counters.read());
        // Last, and released: who sees this time sees values that are not older.
        Words.setLongRelease(region.address() + CountersHeader.COPIED, System.currentTimeMillis());
    }

    /** Ends it: other processes find the counters no more. Does nothing the second time. */
    @Override
    public void close() {
        synchronized (this) {
            if (closing) {
                return;
            }
            closing = true;
        }
        LockSupport.unpark(thread);
        boolean interrupted = false;
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(JOIN_SECONDS);
        while (thread.isAlive() && System.nanoTime() < deadline) {
            try {
                thread.join(Duration.ofMillis(100));
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (!thread.isAlive()) {
            region.close(); // a supplier that blocks for ever keeps it: better than a thread in unmapped memory
        }
    }
}
