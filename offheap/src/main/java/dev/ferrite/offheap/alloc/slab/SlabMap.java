package dev.ferrite.offheap.alloc.slab;

import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Linux;

/**
 * The address range of one pool and the record of each slab in it.
 *
 * <p>The range is mapped once, without reserving swap, and never unmapped: a late access through a stale pointer meets
 * memory, never a hole. Pages cost memory only once they are touched.
 *
 * <pre>
 * record, one a slab, RECORD_BYTES apart; odd in cache lines, so that records do not share cache sets
 *   +0    int   kind     class | e &lt;&lt; 16, where 2^e granules fill the slab; 0 while the slab has no class
 *   +64   int   link     of the stack the slab is in
 *   +68   int   carved   blocks ever handed out since the slab got its class        (exclusive holder only)
 *   +72   int   cursor   where the next scan starts, a multiple of 8                (exclusive holder only)
 *   +80   long  word     HELD flag in bit 32, count of free blocks below: see SlabClass
 *   +192  byte  state[]  one a granule: 0 no block starts here, AT_SLAB, CACHED, USED
 * </pre>
 *
 * <p>The kind has a line of its own: every free reads it, nobody writes it while a block is out.
 */
final class SlabMap {
    static final int SLAB_SHIFT = 18;
    static final long SLAB_BYTES = 1L << SLAB_SHIFT;

    /** The smallest granule, in bytes: a block is a multiple of it. */
    static final int MIN_GRANULE = 8;

    /** The block waits at its slab. */
    static final byte AT_SLAB = 1;

    /** The block is free, in a magazine or a batch. */
    static final byte CACHED = 2;

    /** The block belongs to a user. */
    static final byte USED = 3;

    static final int KIND_SHIFT = 16;
    static final int KIND_CLASS = 0xFFFF;
    private static final long LINK = 64;
    private static final long CARVED = 68;
    private static final long CURSOR = 72;
    private static final long WORD = 80;
    static final long STATES = 192;
    static final long RECORD_BYTES = STATES + SLAB_BYTES / MIN_GRANULE;

    private static final int MAP = Linux.MAP_PRIVATE | Linux.MAP_ANONYMOUS | Linux.MAP_NORESERVE;
    private static final long HUGE = 2L << 20;

    /** The first byte of the range, aligned for huge pages. */
    final long base;

    /** The length of the range. */
    final long bytes;

    /** How many slabs it holds. */
    final int slabs;

    /** The record of slab 0. */
    final long records;

    SlabMap(long budget) {
        this.slabs = (int) Math.max(1, budget / SLAB_BYTES);
        this.bytes = slabs * SLAB_BYTES;
        this.base = (map(bytes + HUGE, "kmalloc range") + HUGE - 1) & -HUGE;
        this.records = map(slabs * RECORD_BYTES, "kmalloc records");
    }

    /** Fresh zeroed memory that is never unmapped; costs nothing until it is touched. */
    static long map(long bytes, String what) {
        long address = Linux.mmap(0, bytes, Linux.PROT_READ | Linux.PROT_WRITE, MAP, -1, 0);
        if (address < 0) {
            throw new ErrnoException(Errno.fromErrno(address), what + " mmap length=" + bytes);
        }
        return address;
    }

    long address(int slab) {
        return base + ((long) slab << SLAB_SHIFT);
    }

    long record(int slab) {
        return records + slab * RECORD_BYTES;
    }

    int slabOf(long block) {
        return (int) ((block - base) >>> SLAB_SHIFT);
    }

    IndexStack stack(long head) {
        return new IndexStack(head, records + LINK, RECORD_BYTES);
    }

    /** Whether an address lies in the range. */
    boolean contains(long address) {
        return Long.compareUnsigned(address - base, bytes) < 0;
    }

    /** The address of the state byte of the granule that holds an address. */
    long stateOf(long address) {
        long record = record(slabOf(address));
        int e = kind(record) >>> KIND_SHIFT;
        return record + STATES + (((address - base) & (SLAB_BYTES - 1)) >>> (SLAB_SHIFT - e));
    }

    static int kind(long record) {
        return Words.getIntPlain(record);
    }

    /** Opaque: a late free may read it at any time. */
    static void kind(long record, int kind) {
        Words.setIntOpaque(record, kind);
    }

    static int carved(long record) {
        return Words.getIntPlain(record + CARVED);
    }

    static void carved(long record, int carved) {
        Words.setIntPlain(record + CARVED, carved);
    }

    static int cursor(long record) {
        return Words.getIntPlain(record + CURSOR);
    }

    static void cursor(long record, int cursor) {
        Words.setIntPlain(record + CURSOR, cursor);
    }

    static long word(long record) {
        return record + WORD;
    }
}
