package dev.ferrite.locks.rcu;

import dev.ferrite.locks.MutexBackend;
import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.alloc.KmemCache;
import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.errno.ErrnoException;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A hash table from {@code long} to {@code long}, off-heap, for many readers and few writers.
 *
 * <p>Readers are wait-free: they take no lock, write nothing shared and see no resizing. Writers lock one of a few stripes.
 * Places of removed keys are used again a grace period later. It grows while it is used, a few buckets with each write, and never
 * shrinks. No garbage on either side.
 *
 * <p>A value is replaced in place: a reader sees the old one or the new one. Everything written before a {@link #put} is
 * visible to who reads its value, so that values may be addresses; who frees what they point to must wait for a grace
 * period, and who reads it must be in a section around {@link #get} and the use.
 */
public final class RcuHashTable implements AutoCloseable {
    /*
     * Algorithm note. Buckets says how a bucket is read and written.
     *
     * buckets    the newest array of which all is usable; the one before it is gone. null once closed.
     * stripe     a mutex and a count of keys. A stripe covers whole buckets of every array: stripes and buckets are chosen
     *            by the high bits of the same hash, and there are never fewer buckets than stripes.
     *
     * Growing. Buckets.next is made, twice as large. To move bucket i, under its stripe's lock: its keys are copied into
     * the buckets 2i and 2i+1 of the next array, then the old one says MOVED. Every write moves its own bucket first, and
     * then a few others. When all have moved, the next array becomes buckets, and the old one is given to RCU. Writers are
     * no readers, for a lock may block: they look at buckets under their stripe's lock only, so the old array is freed after
     * a grace period and after every stripe has been free once.
     *
     * A reader that loaded the old meta goes on in the old bucket, of which nothing changes until its section ends. What it
     * finds was true at some moment of its call: when it loaded meta, or when a value was replaced after that, and before
     * the move. A reader that finds MOVED goes on to the next array, where the copies were before (release, acquire). It
     * follows one MOVED for each growing that began during its call.
     */
    private static final Cleaner CLEANER = Cleaner.create();
    private static final MutexBackend MUTEX = MutexBackend.instance();
    private static final int STRIPE_BITS = stripeBits();
    private static final long STRIPE_BYTES = 64;
    private static final long KEYS = 8;
    private static final KmemCache STRIPES =
            KmemCache.create("rcu_table_stripes", (int) STRIPE_BYTES << STRIPE_BITS, (int) STRIPE_BYTES);

    private static final int MOST_BITS = 28;
    private static final int MOVES_A_WRITE = 8;

    private final String name;
    private final long stripes;
    private final AtomicBoolean growing = new AtomicBoolean();
    private final AtomicBoolean nudged = new AtomicBoolean();
    private final RcuHead nudge = new RcuHead() {
        @Override
        protected void reclaim() {
            nudged.set(false);
        }
    };

    private volatile @Nullable Buckets buckets;

    private RcuHashTable(String name, int bits) {
        this.name = name;
        this.buckets = new Buckets(bits);
        this.stripes = STRIPES.alloc();
        for (int i = 0; i < 1 << STRIPE_BITS; i++) {
            MUTEX.init(stripes + i * STRIPE_BYTES);
            Words.setLongRelease(stripes + i * STRIPE_BYTES + KEYS, 0);
        }
        long own = stripes;
        CLEANER.register(this, () -> STRIPES.free(own));
    }

    private static int stripeBits() {
        int wanted = Math.clamp(4L * Runtime.getRuntime().availableProcessors(), 8, 256);
        return Integer.SIZE - Integer.numberOfLeadingZeros(wanted - 1);
    }

    /**
     * An empty table.
     *
     * @param name what messages call it
     * @param expected keys it has room for before it grows, 0 or more
     * @return the table
     * @throws ErrnoException ENOMEM
     */
    public static RcuHashTable create(String name, int expected) {
        if (expected < 0) {
            throw new IllegalArgumentException("expected must be >= 0: expected=" + expected);
        }
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(expected / 3 * 2);
        return new RcuHashTable(Objects.requireNonNull(name, "name"), Math.clamp(bits, STRIPE_BITS, MOST_BITS));
    }

    /** Spreads a key over all bits; the high ones choose. */
    static long hash(long key) {
        return (key ^ (key >>> 32)) * 0x9E37_79B9_7F4A_7C15L;
    }

    /**
     * Looks a key up. Wait-free; about a section of {@link Rcu} and one cache miss.
     *
     * @param key any
     * @param missing what to return if it is not there
     * @return its value
     * @throws KernelBug if the table is closed
     */
    public long get(long key, long missing) {
        long reader = Readers.tryEnterOutermost();
        if (reader == 0) {
            return getSlow(key, missing);
        }
        try {
            return getInSection(key, missing);
        } finally {
            Readers.exitOutermost(reader);
        }
    }

    /** In a section already, on a virtual thread, or a thread's first. */
    private long getSlow(long key, long missing) {
        try (var _ = Rcu.readLock()) {
            return getInSection(key, missing);
        }
    }

    private long getInSection(long key, long missing) {
        long hash = hash(key);
        for (Buckets current = open(); ; current = Objects.requireNonNull(current.next)) {
            long bucket = current.of(hash);
            long meta = Words.getLongAcquire(bucket);
            if ((meta & Buckets.MOVED) == 0) {
                return Buckets.get(bucket, meta, hash, key, missing);
            }
        }
    }

    /**
     * Whether a key is there. Wait-free.
     *
     * @param key any
     * @return whether it is
     * @throws KernelBug if the table is closed
     */
    public boolean containsKey(long key) {
        try (var _ = Rcu.readLock()) {
            return find(key) != 0;
        }
    }

    /** Where the value of a key is, or 0; in a section. */
    private long find(long key) {
        long hash = hash(key);
        for (Buckets current = open(); ; current = Objects.requireNonNull(current.next)) {
            long bucket = current.of(hash);
            long meta = Words.getLongAcquire(bucket);
            if ((meta & Buckets.MOVED) == 0) {
                return Buckets.find(bucket, meta, hash, key);
            }
        }
    }

    /**
     * Sets the value of a key.
     *
     * @param key any
     * @param value any
     * @return whether the key is new
     * @throws ErrnoException ENOMEM; nothing has changed then
     * @throws KernelBug if the table is closed
     */
    public boolean put(long key, long value) {
        return put(key, value, true);
    }

    /**
     * Sets the value of a key that is not there.
     *
     * @param key any
     * @param value any
     * @return whether the key is new; false leaves its value alone
     * @throws ErrnoException ENOMEM; nothing has changed then
     * @throws KernelBug if the table is closed
     */
    public boolean putIfAbsent(long key, long value) {
        return put(key, value, false);
    }

    private boolean put(long key, long value, boolean replace) {
        long hash = hash(key);
        long stripe = stripe(hash);
        boolean crowded;
        MUTEX.lock(stripe);
        try {
            Buckets current = movedFor(hash);
            long bucket = current.of(hash);
            long there = Buckets.find(bucket, Words.getLongPlain(bucket), hash, key);
            if (there != 0) {
                if (replace) {
                    Words.setLongRelease(there, value);
                }
                return false;
            }
            Buckets.insert(bucket, hash, key, value);
            crowded = count(stripe, 1) > (((long) current.size() * Buckets.HALVES_A_BUCKET) >> (STRIPE_BITS + 1));
        } finally {
            unlock(stripe);
        }
        if (crowded) {
            grow();
        }
        help();
        return true;
    }

    /**
     * Removes a key. Its place is free a grace period later.
     *
     * @param key any
     * @return whether it was there
     * @throws KernelBug if the table is closed
     */
    public boolean remove(long key) {
        long hash = hash(key);
        long stripe = stripe(hash);
        MUTEX.lock(stripe);
        try {
            if (!Buckets.remove(movedFor(hash).of(hash), hash, key)) {
                return false;
            }
            count(stripe, -1);
        } finally {
            unlock(stripe);
        }
        nudge();
        help();
        return true;
    }

    /**
     * How many keys there are.
     *
     * @return the sum over the stripes, exact while nobody writes
     */
    public long size() {
        try {
            long sum = 0;
            for (int i = 0; i < 1 << STRIPE_BITS; i++) {
                sum += Words.getLongOpaque(stripes + i * STRIPE_BYTES + KEYS);
            }
            return sum;
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    /**
     * How many buckets there are.
     *
     * @return a power of two
     * @throws KernelBug if the table is closed
     */
    public int capacity() {
        return open().size();
    }

    /**
     * Frees everything, a grace period later. Readers that are inside finish; later calls are a {@link KernelBug}. Does
     * nothing the second time.
     */
    @Override
    public void close() {
        for (int i = 0; i < 1 << STRIPE_BITS; i++) {
            MUTEX.lock(stripes + i * STRIPE_BYTES);
        }
        try {
            Buckets last = buckets;
            if (last == null) {
                return;
            }
            buckets = null;
            Buckets next = last.next;
            freeAll(last);
            if (next != null) {
                freeAll(next);
            }
        } finally {
            for (int i = 0; i < 1 << STRIPE_BITS; i++) {
                Words.setLongRelease(stripes + i * STRIPE_BYTES + KEYS, 0);
                unlock(stripes + i * STRIPE_BYTES);
            }
        }
    }

    private static void freeAll(Buckets dying) {
        for (int i = 0; i < dying.size(); i++) {
            dying.emptySeen(i);
        }
        Rcu.call(dying::free);
    }

    private Buckets open() {
        Buckets current = buckets;
        if (current == null) {
            throw new KernelBug("table used after close: " + name);
        }
        return current;
    }

    private long stripe(long hash) {
        return stripes + (hash >>> (Long.SIZE - STRIPE_BITS)) * STRIPE_BYTES;
    }

    private void unlock(long stripe) {
        try {
            MUTEX.unlock(stripe, 0);
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    /** Under the stripe's lock. */
    private static long count(long stripe, int delta) {
        long keys = Words.getLongPlain(stripe + KEYS) + delta;
        Words.setLongOpaque(stripe + KEYS, keys);
        return keys;
    }

    /** The array that holds the bucket of a hash, which moves if growing is under way; under the stripe's lock. */
    private Buckets movedFor(long hash) {
        Buckets current = open();
        Buckets next = current.next;
        if (next == null) {
            return current;
        }
        try {
            move(current, next, current.indexOf(hash));
            return next;
        } catch (ErrnoException noMemory) {
            return current; // it stays where it is for now
        }
    }

    /** Moves a bucket unless it has moved; under its stripe's lock. */
    private void move(Buckets from, Buckets to, int index) {
        if (from.move(index, to) && from.moved.incrementAndGet() == from.size()) {
            buckets = to;
            growing.set(false);
            Rcu.call(() -> retire(from));
        }
    }

    /** Readers have left an array; waits for the writers, and frees it. */
    private void retire(Buckets old) {
        for (int i = 0; i < 1 << STRIPE_BITS; i++) {
            MUTEX.lock(stripes + i * STRIPE_BYTES);
            unlock(stripes + i * STRIPE_BYTES);
        }
        old.free();
    }

    /** Sees to it that a grace period comes, after which the slots of removed keys can be used again. */
    private void nudge() {
        if (nudged.compareAndSet(false, true)) {
            Rcu.call(nudge);
        }
    }

    /** Makes the next array, unless one is being filled. */
    private void grow() {
        Buckets current = buckets;
        if (current == null || current.bits == MOST_BITS || !growing.compareAndSet(false, true)) {
            return;
        }
        Buckets newest = buckets;
        if (newest == null || newest.bits != current.bits) {
            growing.set(false);
            return;
        }
        Buckets made;
        try {
            made = new Buckets(newest.bits + 1);
        } catch (ErrnoException noMemory) {
            growing.set(false); // chains get longer instead
            return;
        }
        MUTEX.lock(stripes);
        try {
            if (buckets == newest) {
                newest.next = made;
            } else {
                made.free(); // closed meanwhile
            }
        } finally {
            unlock(stripes);
        }
    }

    /** Moves a few buckets. Holds no lock when it begins. */
    private void help() {
        Buckets current = buckets;
        if (current == null) {
            return;
        }
        Buckets next = current.next;
        if (next == null) {
            return;
        }
        for (int i = 0; i < MOVES_A_WRITE && current.cursor.get() < current.size(); i++) {
            int index = current.cursor.getAndIncrement();
            if (index < current.size()) {
                moveLocked(current, next, index);
            }
        }
    }

    private void moveLocked(Buckets current, Buckets next, int index) {
        long stripe = stripe(current.hashOf(index));
        MUTEX.lock(stripe);
        try {
            if (buckets == current) {
                move(current, next, index);
            }
        } catch (ErrnoException noMemory) {
            current.cursor.set(index); // somebody tries again
        } finally {
            unlock(stripe);
        }
    }

    @Override
    public String toString() {
        Buckets current = buckets;
        return "RcuHashTable " + name + " size=" + size() + " capacity=" + (current == null ? 0 : current.size());
    }
}
