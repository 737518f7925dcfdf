package dev.ferrite.runtime.bitmap;

import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.alloc.Gfp;
import dev.ferrite.offheap.alloc.KVmalloc;
import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.errno.Errno;
import java.util.Objects;

/**
 * A fixed number of bits in off-heap memory, changed atomically: {@code DECLARE_BITMAP} with the operations of
 * {@code bitops.h} and {@code find.h}.
 *
 * <p>Thread-safe. {@link #testAndSet} and {@link #testAndClear} are fully ordered and cost one atomic, unless the bit is
 * as wanted already, which costs a load; {@link #set(int)} and {@link #clear(int)} promise atomicity only, as the kernel's
 * do. Finding reads 64 bits at a time and sees each word at some moment of the call, not all of them at one moment.
 *
 * <p>Closing gives the memory back; any use afterwards is a {@link KernelBug}. A use that races with closing may read or
 * change memory that is somebody else's by then, but never ends the JVM.
 */
public final class Bitmap implements AutoCloseable {
    private static final int BITS = Long.SIZE;
    private static final int SHIFT = 6;

    private final int size;
    private final long bytes;
    private volatile long words;

    private Bitmap(int size, long words, long bytes) {
        this.size = size;
        this.words = words;
        this.bytes = bytes;
    }

    /**
     * A bitmap with no bit set: {@code bitmap_zalloc}.
     *
     * @param size how many bits, 1 or more
     * @return the bitmap
     * @throws IllegalArgumentException for a size below 1
     * @throws dev.ferrite.offheap.errno.ErrnoException {@code ENOMEM}
     */
    public static Bitmap create(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("a bitmap of " + size + " bits");
        }
        long bytes = (((long) size + BITS - 1) >>> SHIFT) << 3;
        long words = Errno.check(
                KVmalloc.system().alloc(bytes, Long.BYTES, Gfp.GFP_KERNEL | Gfp.__GFP_ZERO), "bitmap_zalloc");
        return new Bitmap(size, words, bytes);
    }

    /**
     * How many bits it has.
     *
     * @return the number given to {@link #create}
     */
    public int size() {
        return size;
    }

    /**
     * Reads a bit: {@code test_bit}. Acquire.
     *
     * @param bit from 0 to {@link #size} - 1
     * @return whether it is set
     */
    public boolean test(int bit) {
        return (Words.getLongAcquire(word(bit)) & mask(bit)) != 0;
    }

    /**
     * Sets a bit: {@code set_bit}. Atomic, unordered.
     *
     * @param bit from 0 to {@link #size} - 1
     */
    public void set(int bit) {
        Words.getAndBitwiseOrLong(word(bit), mask(bit));
    }

    /**
     * Clears a bit: {@code clear_bit}. Atomic, unordered.
     *
     * @param bit from 0 to {@link #size} - 1
     */
    public void clear(int bit) {
        Words.getAndBitwiseAndLong(word(bit), ~mask(bit));
    }

    /**
     * Sets a bit and says what it was: {@code test_and_set_bit}. Fully ordered if it changed the bit.
     *
     * @param bit from 0 to {@link #size} - 1
     * @return whether it was set before; of several threads that set it at once, one gets false
     */
    public boolean testAndSet(int bit) {
        long word = word(bit);
        long mask = mask(bit);
        return (Words.getLongAcquire(word) & mask) != 0 || (Words.getAndBitwiseOrLong(word, mask) & mask) != 0;
    }

    /**
     * Clears a bit and says what it was: {@code test_and_clear_bit}. Fully ordered if it changed the bit.
     *
     * @param bit from 0 to {@link #size} - 1
     * @return whether it was set before; of several threads that clear it at once, one gets true
     */
    public boolean testAndClear(int bit) {
        long word = word(bit);
        long mask = mask(bit);
        return (Words.getLongAcquire(word) & mask) != 0 && (Words.getAndBitwiseAndLong(word, ~mask) & mask) != 0;
    }

    /**
     * Sets neighbouring bits, each word of 64 at once: {@code bitmap_set}, but atomic.
     *
     * @param from the first one
     * @param count how many, 0 or more
     */
    public void set(int from, int count) {
        change(from, count, true);
    }

    /**
     * Clears neighbouring bits, each word of 64 at once: {@code bitmap_clear}, but atomic.
     *
     * @param from the first one
     * @param count how many, 0 or more
     */
    public void clear(int from, int count) {
        change(from, count, false);
    }

    /**
     * The lowest bit that is set: {@code find_first_bit}.
     *
     * @return its number, or {@link #size} when none is
     */
    public int findFirst() {
        return find(0, 0);
    }

    /**
     * The next bit that is set: {@code find_next_bit}.
     *
     * @param from where to start, from 0 to {@link #size}
     * @return its number, {@code from} or more, or {@link #size} when none is
     */
    public int findNext(int from) {
        return find(from, 0);
    }

    /**
     * The lowest bit that is not set: {@code find_first_zero_bit}.
     *
     * @return its number, or {@link #size} when all are
     */
    public int findFirstZero() {
        return find(0, -1);
    }

    /**
     * The next bit that is not set: {@code find_next_zero_bit}.
     *
     * @param from where to start, from 0 to {@link #size}
     * @return its number, {@code from} or more, or {@link #size} when all are
     */
    public int findNextZero(int from) {
        return find(from, -1);
    }

    /**
     * How many bits are set: {@code bitmap_weight}.
     *
     * @return the count, word by word
     */
    public int weight() {
        long base = open();
        int weight = 0;
        for (long at = base; at < base + bytes; at += Long.BYTES) {
            weight += Long.bitCount(Words.getLongAcquire(at));
        }
        return weight;
    }

    /** Gives the memory back. A second call does nothing. */
    @Override
    public void close() {
        long base;
        synchronized (this) {
            base = words;
            words = 0;
        }
        if (base != 0) {
            KVmalloc.system().free(base, bytes, Long.BYTES);
        }
    }

    @Override
    public String toString() {
        return words == 0 ? "closed Bitmap of " + size : "Bitmap of " + size + ", " + weight() + " set";
    }

    private long word(int bit) {
        Objects.checkIndex(bit, size);
        return open() + ((bit >>> SHIFT) << 3);
    }

    private static long mask(int bit) {
        return 1L << bit;
    }

    private long open() {
        long base = words;
        if (base == 0) {
            throw new KernelBug("a bitmap of " + size + " bits was used after it was closed");
        }
        return base;
    }

    private void change(int from, int count, boolean value) {
        Objects.checkFromIndexSize(from, count, size);
        long base = open();
        int end = from + count;
        for (int at = from; at < end; ) {
            int next = Math.min(end, (at | (BITS - 1)) + 1);
            long mask = (-1L << at) & (-1L >>> -next);
            long word = base + ((at >>> SHIFT) << 3);
            if (value) {
                Words.getAndBitwiseOrLong(word, mask);
            } else {
                Words.getAndBitwiseAndLong(word, ~mask);
            }
            at = next;
        }
    }

    /** The next bit that differs from those of {@code skip}, which is all ones or all zeroes. */
    private int find(int from, long skip) {
        if (from < 0 || from > size) {
            throw new IndexOutOfBoundsException("bit " + from + " of " + size);
        }
        long base = open();
        long keep = -1L << from;
        for (int at = from & -BITS; at < size; at += BITS) {
            long found = (Words.getLongAcquire(base + ((at >>> SHIFT) << 3)) ^ skip) & keep;
            if (found != 0) {
                return Math.min(size, at + Long.numberOfTrailingZeros(found));
            }
            keep = -1L;
        }
        return size;
    }
}
