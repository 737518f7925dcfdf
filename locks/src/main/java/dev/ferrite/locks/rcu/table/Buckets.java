package dev.ferrite.locks.rcu.table;

import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.alloc.Gfp;
import dev.ferrite.offheap.alloc.KVmalloc;
import dev.ferrite.offheap.errno.Errno;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The array of a table: a head of a chain for each bucket, and the way to the array that replaces it. */
final class Buckets {
    private static final long ALIGN = 64;

    /** How many high bits of a hash choose a bucket. */
    final int bits;

    private final int shift;
    private final long base;

    /** Twice as large; set once, when there are too many nodes for this one. */
    volatile @Nullable Buckets next;

    /** The next bucket that somebody with nothing better to do moves. */
    final AtomicInteger cursor = new AtomicInteger();

    /** Buckets that have moved. */
    final AtomicInteger moved = new AtomicInteger();

    Buckets(int bits) {
        this.bits = bits;
        this.shift = Long.SIZE - bits;
        this.base = Errno.check(
                KVmalloc.system().alloc(bytes(), ALIGN, Gfp.GFP_KERNEL | Gfp.__GFP_ZERO),
                "table buckets bytes=" + bytes());
    }

    private long bytes() {
        return (long) Long.BYTES << bits;
    }

    int size() {
        return 1 << bits;
    }

    /** The address of the head for a hash. */
    long of(long hash) {
        return base + ((hash >>> shift) << 3);
    }

    /** The address of a head. */
    long at(int index) {
        return base + ((long) index << 3);
    }

    /** A hash that belongs to a bucket. */
    long hashOf(int index) {
        return (long) index << shift;
    }

    /** Gives the memory back. */
    void free() {
        KVmalloc.system().free(base, bytes(), ALIGN);
    }

    /** The head of the chain for a hash; when it has moved, that of the next array. */
    static long headOf(Buckets buckets, long hash) {
        long head = Words.getLongAcquire(buckets.of(hash));
        while (head == RcuHashTable.MOVED) {
            buckets = Objects.requireNonNull(buckets.next);
            head = Words.getLongAcquire(buckets.of(hash));
        }
        return head;
    }
}
