package dev.ferrite.nova.boot;

import dev.ferrite.drm.client.GemBuffer;
import dev.ferrite.drm.client.PrimeFd;
import dev.ferrite.locks.ref.ARef;
import dev.ferrite.locks.ref.AlwaysRefCounted;
import dev.ferrite.locks.ref.RefCount;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The buffer all clients draw into, and the PRIME descriptor by which they import it.
 *
 * <p>The count is off-heap; every client owns one, and the last to go closes descriptor and handle. Any thread may be
 * the last.
 */
final class SharedScanout implements AlwaysRefCounted {
    private static final AtomicLong REFERENCES = new AtomicLong();

    private final long count;
    private final GemBuffer buffer;
    private final PrimeFd prime;

    private SharedScanout(long count, GemBuffer buffer, PrimeFd prime) {
        this.count = count;
        this.buffer = buffer;
        this.prime = prime;
    }

    /**
     * Shares a buffer.
     *
     * @param count the address of its reference count
     * @param buffer taken over, also when this fails
     * @return the first owner
     */
    static ARef<SharedScanout> share(long count, GemBuffer buffer) {
        PrimeFd prime;
        try {
            prime = buffer.exportPrime();
        } catch (RuntimeException e) {
            buffer.close();
            throw e;
        }
        RefCount.set(count, 1);
        REFERENCES.getAndIncrement();
        return ARef.fromRaw(new SharedScanout(count, buffer, prime));
    }

    /** How many references to scan-out buffers this process has. */
    static long references() {
        return REFERENCES.get();
    }

    PrimeFd prime() {
        return prime;
    }

    GemBuffer buffer() {
        return buffer;
    }

    @Override
    public void incRef() {
        REFERENCES.getAndIncrement();
        RefCount.inc(count);
    }

    @Override
    public void decRef() {
        REFERENCES.getAndDecrement();
        if (RefCount.decAndTest(count)) {
            prime.close();
            buffer.close();
        }
    }
}
