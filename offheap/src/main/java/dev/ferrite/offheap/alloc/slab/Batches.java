package dev.ferrite.offheap.alloc.slab;

import dev.ferrite.offheap.Words;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The nodes that carry free blocks between threads: type-stable memory, numbered, never unmapped.
 *
 * <pre>
 * batch
 *   +0   int   link    of the stack it is in: the depot of a class, or the empty ones
 *   +4   int   count   blocks in it
 *   +8   int   from    the heap that filled it
 *   +64  long  block[] their addresses
 * </pre>
 */
final class Batches {
    /** Most blocks in one batch. */
    static final int MOST = 64;

    private static final long COUNT = 4;
    private static final long FROM = 8;
    private static final long BLOCKS = 64;
    private static final long STRIDE = BLOCKS + MOST * 8L;

    private final long base;
    private final int limit;
    private final AtomicInteger fresh = new AtomicInteger();
    private final IndexStack empty;

    /** Room for {@code limit} batches; {@code head} is the stack head of the empty ones. */
    Batches(int limit, long head) {
        this.limit = limit;
        this.base = SlabMap.map(limit * STRIDE, "kmalloc batches");
        this.empty = stack(head);
    }

    IndexStack stack(long head) {
        return new IndexStack(head, base, STRIDE);
    }

    /** An empty batch, or -1 when all are in use. */
    int take() {
        int batch = empty.pop();
        if (batch >= 0) {
            return batch;
        }
        int next = fresh.get();
        while (next < limit) {
            if (fresh.compareAndSet(next, next + 1)) {
                return next;
            }
            next = fresh.get();
        }
        return empty.pop();
    }

    void give(int batch) {
        empty.push(batch);
    }

    long blocks(int batch) {
        return base + batch * STRIDE + BLOCKS;
    }

    int count(int batch) {
        return Words.getIntPlain(base + batch * STRIDE + COUNT);
    }

    int from(int batch) {
        return Words.getIntPlain(base + batch * STRIDE + FROM);
    }

    void filled(int batch, int count, int from) {
        Words.setIntPlain(base + batch * STRIDE + COUNT, count);
        Words.setIntPlain(base + batch * STRIDE + FROM, from);
    }
}
