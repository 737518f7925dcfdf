package dev.ferrite.locks.rcu;

import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.alloc.Gfp;
import dev.ferrite.offheap.alloc.KVmalloc;
import dev.ferrite.offheap.alloc.Kmalloc;
import dev.ferrite.offheap.alloc.KmemCache;
import dev.ferrite.offheap.alloc.PoolConfig;
import dev.ferrite.offheap.alloc.Vmalloc;
import dev.ferrite.offheap.errno.Errno;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The array of a table: buckets of a cache line each, and the way to the array that replaces it.
 *
 * <pre>
 * bucket, 64 bytes                          node of a chain, 32 bytes
 *   +0   long  meta                           +0   long  key
 *   +8   long  chain: first node, 0 if none   +8   long  value
 *   +16  key 0, value 0                       +16  long  next, 0 if none
 *   +32  key 1, value 1
 *   +48  key 2, value 2
 *
 * meta
 *   bits 0..23   TAGS    one byte a slot: 0 if no key of the table is in it, else a few bits of the key's hash
 *   bits 24..26  DEAD    the slot held a key that was removed; readers may still look at it
 *   bit  27      MOVED   look in the next array
 *   bit  28      CHAINED the chain is not empty
 *   bits 32..63  the low half of the grace period's number after which the dead slots are free
 * </pre>
 *
 * <p>Methods that write want the lock of the bucket's stripe; {@link #find} wants that or a read-side section.
 */
final class Buckets {
    /*
     * Why a reader needs no second look. It loads meta (acquire) and then the key and value of a slot with a tag, which were
     * written before the release that set the tag. A slot is written again only when it is free: a grace period after meta
     * lost the tag. A section that loaded meta with the tag began before that grace period, or it would have seen it gone, so
     * it is waited for. The same holds for the nodes of the chain, which are freed after a grace period.
     *
     * Why tags. Comparing the keys one after the other costs a wrong guess of the processor for most look-ups; all of them
     * without a branch costs more loads. The tags say in a few instructions which slot it is, if any. What a branch costs
     * here is not its own time: look-ups that follow one another share the wait for memory until one is guessed wrong.
     * So get() has no branch on whether a key is there, but for chains and for a second slot with the same tag.
     *
     * The half of a number: the whole is taken to be the newest possible with that half, so what is said to be over is.
     */
    static final long MOVED = 1 << 27;

    /** Keys a bucket holds on the average before the table grows, in halves. */
    static final int HALVES_A_BUCKET = 3;

    /** Huge pages, where there are: a look-up misses the cache, and should not miss the translation of addresses, too. */
    private static final KVmalloc PAGES = KVmalloc.of(
            Kmalloc.system(), Vmalloc.create(PoolConfig.of("rcu_table").withHugePages()));

    private static final int SLOTS = 3;
    private static final long TAGS = 0xFF_FFFF;
    private static final long EACH_TAG = 0x01_0101;
    private static final long HIGH_BITS = 0x80_8080;
    private static final int TAG_SHIFT = 24; // the high bits of a hash choose the bucket, the lowest are the worst
    private static final long DEAD = 7 << 24;
    private static final int DEAD_SHIFT = 24;
    private static final long CHAINED = 1 << 28;
    private static final int PERIOD_SHIFT = 32;
    private static final long LOW_HALF = 0xFFFF_FFFFL;

    private static final int BUCKET_SHIFT = 6;
    private static final long ALIGN = 1 << BUCKET_SHIFT;
    private static final long CHAIN = 8;
    private static final long FIRST_SLOT = 16;
    private static final long SLOT_BYTES = 16;
    private static final long VALUE = 8;
    private static final long NEXT = 16;
    private static final KmemCache NODES = KmemCache.create("rcu_table_node", 32, 32);

    /** How many high bits of a hash choose a bucket. */
    final int bits;

    private final int shift;
    private final long base;

    /** Twice as large; set once, when there are too many keys for this one. */
    volatile @Nullable Buckets next;

    /** The next bucket that somebody with nothing better to do moves. */
    final AtomicInteger cursor = new AtomicInteger();

    /** Buckets that have moved. */
    final AtomicInteger moved = new AtomicInteger();

    Buckets(int bits) {
        this.bits = bits;
        this.shift = Long.SIZE - bits;
        this.base = Errno.check(
                PAGES.alloc(bytes(), ALIGN, Gfp.GFP_KERNEL | Gfp.__GFP_ZERO), "table buckets bytes=" + bytes());
    }

    private long bytes() {
        return ALIGN << bits;
    }

    /** Gives the memory back. */
    void free() {
        PAGES.free(base, bytes(), ALIGN);
    }

    int size() {
        return 1 << bits;
    }

    int indexOf(long hash) {
        return (int) (hash >>> shift);
    }

    /** A hash that belongs to a bucket. */
    long hashOf(int index) {
        return (long) index << shift;
    }

    /** The address of the bucket for a hash. */
    long of(long hash) {
        return base + ((hash >>> shift) << BUCKET_SHIFT);
    }

    private long at(int index) {
        return base + ((long) index << BUCKET_SHIFT);
    }

    private static long tag(long hash) {
        return ((hash >>> TAG_SHIFT) & 0xFF) | 1; // not 0
    }

    /**
     * The value of a key.
     *
     * @param meta of the bucket, loaded with acquire; not moved
     */
    static long get(long bucket, long meta, long hash, long key, long missing) {
        long same = slotsWithTag(meta, hash);
        // A slot's bit is 7, 15 or 23; none is 64, and reads as slot 0.
        long slot = bucket + FIRST_SLOT + ((Long.numberOfTrailingZeros(same) & 0x18) << 1);
        long differ = Words.getLongPlain(slot) ^ key;
        long value = Words.getLongAcquire(slot + VALUE);
        long absent = ((differ | -differ) | (same - 1)) >> 63; // all ones: another key, or no tag; else 0
        if ((absent & ((meta & CHAINED) | (same & (same - 1)))) != 0) {
            long there = findSlow(bucket, meta, key);
            return there == 0 ? missing : Words.getLongAcquire(there);
        }
        return (value & ~absent) | (missing & absent);
    }

    /** One bit a slot that may have the key; the lowest is right about the tag. */
    private static long slotsWithTag(long meta, long hash) {
        long differ = (meta & TAGS) ^ tag(hash) * EACH_TAG;
        return (differ - EACH_TAG) & ~differ & HIGH_BITS; // a byte that is 0
    }

    /**
     * Where the value of a key is, or 0.
     *
     * @param meta of the bucket, loaded with acquire
     */
    static long find(long bucket, long meta, long hash, long key) {
        long same = slotsWithTag(meta, hash);
        if (same != 0) {
            long slot = slot(bucket, Long.numberOfTrailingZeros(same) >>> 3);
            return Words.getLongPlain(slot) == key ? slot + VALUE : findSlow(bucket, meta, key);
        }
        return (meta & CHAINED) == 0 ? 0 : findInChain(Words.getLongAcquire(bucket + CHAIN), key);
    }

    /** The first slot with the right tag has another key. */
    private static long findSlow(long bucket, long meta, long key) {
        for (int i = 0; i < SLOTS; i++) {
            if (tagAt(meta, i) != 0 && Words.getLongPlain(slot(bucket, i)) == key) {
                return slot(bucket, i) + VALUE;
            }
        }
        return findInChain(Words.getLongAcquire(bucket + CHAIN), key);
    }

    private static long tagAt(long meta, int slot) {
        return (meta >>> (8 * slot)) & 0xFF;
    }

    private static long dead(int slot) {
        return 1L << (DEAD_SHIFT + slot);
    }

    private static long slot(long bucket, int index) {
        return bucket + FIRST_SLOT + index * SLOT_BYTES;
    }

    private static long findInChain(long chain, long key) {
        long node = chain;
        while (node != 0 && Words.getLongPlain(node) != key) {
            node = Words.getLongAcquire(node + NEXT);
        }
        return node == 0 ? 0 : node + VALUE;
    }

    /** Adds a key that is not there: into a free slot, or else to the chain. */
    static void insert(long bucket, long hash, long key, long value) {
        long meta = Words.getLongPlain(bucket);
        if ((meta & DEAD) != 0 && isOver(meta >>> PERIOD_SHIFT)) {
            meta &= TAGS | CHAINED;
        }
        for (int i = 0; i < SLOTS; i++) {
            if (tagAt(meta, i) == 0 && (meta & dead(i)) == 0) {
                Words.setLongPlain(slot(bucket, i), key);
                Words.setLongPlain(slot(bucket, i) + VALUE, value);
                Words.setLongRelease(bucket, meta | (tag(hash) << (8 * i)));
                return;
            }
        }
        long node = NODES.alloc();
        Words.setLongPlain(node, key);
        Words.setLongPlain(node + VALUE, value);
        Words.setLongPlain(node + NEXT, Words.getLongPlain(bucket + CHAIN));
        Words.setLongRelease(bucket + CHAIN, node);
        Words.setLongRelease(bucket, meta | CHAINED);
    }

    /** Whether the grace period with this low half of its number is over, and with it all older ones. */
    private static boolean isOver(long half) {
        long newest = Rcu.getState();
        return Rcu.pollState(newest - ((newest - half) & LOW_HALF));
    }

    /** Removes a key; says whether it was there. */
    static boolean remove(long bucket, long hash, long key) {
        long meta = Words.getLongPlain(bucket);
        long value = find(bucket, meta, hash, key);
        if (value == 0) {
            return false;
        }
        long entry = value - VALUE;
        for (int i = 0; i < SLOTS; i++) {
            if (slot(bucket, i) == entry) {
                bury(bucket, meta, i);
                return true;
            }
        }
        long link = bucket + CHAIN;
        while (Words.getLongPlain(link) != entry) {
            link = Words.getLongPlain(link) + NEXT;
        }
        Words.setLongRelease(link, Words.getLongPlain(entry + NEXT));
        if (Words.getLongPlain(bucket + CHAIN) == 0) {
            Words.setLongRelease(bucket, meta & ~CHAINED);
        }
        Rcu.free(NODES, entry);
        return true;
    }

    /** Takes the tag away, and notes the grace period that begins after that. */
    private static void bury(long bucket, long meta, int index) {
        long rest = ((meta & ~(0xFFL << (8 * index))) | dead(index)) & LOW_HALF;
        Words.setLongRelease(
                bucket, rest | (Rcu.getState() << PERIOD_SHIFT)); // one too old, for whoever holds the lock: us
        Words.setLongRelease(bucket, rest | (Rcu.getState() << PERIOD_SHIFT));
    }

    /**
     * Moves a bucket to the next array, unless it has moved.
     *
     * @throws dev.ferrite.offheap.errno.ErrnoException ENOMEM; nothing has changed then
     */
    boolean move(int index, Buckets to) {
        long bucket = at(index);
        long meta = Words.getLongPlain(bucket);
        if ((meta & MOVED) != 0) {
            return false;
        }
        boolean done = false;
        try {
            for (int slot = 0; slot < SLOTS; slot++) {
                if (tagAt(meta, slot) != 0) {
                    copy(slot(bucket, slot), to);
                }
            }
            for (long node = Words.getLongPlain(bucket + CHAIN); node != 0; node = Words.getLongPlain(node + NEXT)) {
                copy(node, to);
            }
            done = true;
        } finally {
            if (!done) {
                to.emptyUnseen(2 * index);
                to.emptyUnseen(2 * index + 1);
            }
        }
        Words.setLongRelease(bucket, MOVED);
        freeChain(bucket, true);
        return true;
    }

    private static void copy(long entry, Buckets to) {
        long key = Words.getLongPlain(entry);
        long hash = RcuHashTable.hash(key);
        insert(to.of(hash), hash, key, Words.getLongPlain(entry + VALUE));
    }

    /** Drops what is in a bucket that no reader can find yet. */
    private void emptyUnseen(int index) {
        long bucket = at(index);
        freeChain(bucket, false);
        Words.setLongPlain(bucket + CHAIN, 0);
        Words.setLongRelease(bucket, 0);
    }

    /** Drops what hangs on a bucket that readers may still look at. */
    void emptySeen(int index) {
        if ((Words.getLongPlain(at(index)) & MOVED) == 0) { // else it was given away when it moved
            freeChain(at(index), true);
        }
    }

    /** The chain stays where it is, for readers that are in it. */
    private static void freeChain(long bucket, boolean seen) {
        for (long node = Words.getLongPlain(bucket + CHAIN); node != 0; ) {
            long after = Words.getLongPlain(node + NEXT);
            if (seen) {
                Rcu.free(NODES, node);
            } else {
                NODES.free(node);
            }
            node = after;
        }
    }

    /** Nodes of all tables that are not free, those that wait for a grace period included. */
    static long liveNodes() {
        return NODES.live();
    }
}
