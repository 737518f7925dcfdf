package dev.ferrite.offheap.alloc.slab;

import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.linux.Pages;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The slabs of a pool that have no class: fresh ones, in order of address; spare ones, used before; bare ones, whose pages
 * went back to the kernel; the reserve.
 *
 * <p>Spare slabs keep their pages for a while: those that nobody needed for {@value #DECAY_MILLIS} milliseconds are made
 * bare by the next compaction, but for an eighth of what is in use.
 *
 * <p>Lock-free. A slab is a number; whoever takes it owns it until {@link #takeBack}.
 */
final class SlabSupply {
    private static final int MADV_DONTNEED = 4;
    private static final int MADV_POPULATE_WRITE = 23;
    private static final long DECAY_MILLIS = 100;
    private static final long DECAY_NANOS = DECAY_MILLIS * 1_000_000;
    private static final int KEEP = 16;

    private final SlabMap map;
    private final SlabPool.Options options;
    private final IndexStack spare;
    private final IndexStack bare;
    private final IndexStack reserve;
    private final AtomicInteger nextFresh = new AtomicInteger();
    private final AtomicInteger reserved = new AtomicInteger();
    private final AtomicInteger spares = new AtomicInteger();
    private final AtomicInteger bares = new AtomicInteger();
    private final int reserveTarget;

    /** The fewest spares since the last decay: so many were of no use. Racy; a hint. */
    private volatile int fewest;

    private final AtomicLong nextDecay = new AtomicLong(System.nanoTime() + DECAY_NANOS);

    /** {@code heads}: the stack heads, a cache line each. */
    SlabSupply(SlabMap map, SlabPool.Options options, long heads) {
        this.map = map;
        this.options = options;
        this.spare = map.stack(heads);
        this.reserve = map.stack(heads + 64);
        this.bare = map.stack(heads + 192);
        this.reserveTarget = (int) Math.min(options.reserve() / SlabMap.SLAB_BYTES, map.slabs / 2);
        if (options.hugePages()) {
            int result = Linux.madvise(map.base, map.bytes, Linux.MADV_HUGEPAGE);
            if (result < 0) {
                Warn.once("kmalloc-hugepages", options.name() + ": no huge pages: " + Errno.fromErrno(result));
            }
        }
        fillReserve();
    }

    /** A slab used before, with its pages, or -1. */
    int spare() {
        int slab = spare.pop();
        if (slab >= 0) {
            int left = spares.decrementAndGet();
            if (left < fewest) {
                fewest = left;
            }
        }
        return slab;
    }

    /** A slab of the reserve, or -1. */
    int reserved() {
        int slab = reserve.pop();
        if (slab >= 0) {
            reserved.getAndDecrement();
        }
        return slab;
    }

    /**
     * A slab whose pages the kernel has yet to find, ready as the options want it, after the reserve has what it needs; or
     * -1 at the budget.
     */
    int fresh() {
        fillReserve();
        return next();
    }

    void takeBack(int slab) {
        if (reserved.get() < reserveTarget) {
            reserved.getAndIncrement();
            reserve.push(slab);
            return;
        }
        pushSpare(slab);
    }

    /** Gives pages back that were of no use lately; never of a pool whose pages are to be there, or huge. */
    void decay() {
        if (options.prefault() || options.lock() || options.hugePages()) {
            return;
        }
        long due = nextDecay.get();
        long now = System.nanoTime();
        if (now - due >= 0 && nextDecay.compareAndSet(due, now + DECAY_NANOS)) {
            releasePages(fewest - Math.max(KEEP, inUse() >>> 3));
            fewest = spares.get();
        }
    }

    private void pushSpare(int slab) {
        spare.push(slab);
        spares.getAndIncrement();
    }

    /** Gives the pages of all spare slabs back to the kernel; says how many bytes. */
    long releasePages() {
        return releasePages(map.slabs);
    }

    /** The same for some; a slab that the kernel refuses, because it is locked, stays a spare one. */
    private long releasePages(int most) {
        long given = 0;
        for (int i = 0; i < most; i++) {
            int slab = spare();
            if (slab < 0) {
                break;
            }
            if (Linux.madvise(map.address(slab), SlabMap.SLAB_BYTES, MADV_DONTNEED) != 0) {
                pushSpare(slab);
                break;
            }
            given += SlabMap.SLAB_BYTES;
            bares.getAndIncrement();
            bare.push(slab);
        }
        return given;
    }

    /** The bytes of slabs without a class that have pages. */
    long spareBytes() {
        return Math.max(0, spares.get()) * SlabMap.SLAB_BYTES;
    }

    /** Slabs that have a class, or are in the reserve; about. */
    int inUse() {
        return Math.max(0, nextFresh.get() - spares.get() - bares.get());
    }

    /** The bytes of all slabs that were ever used. */
    long touchedBytes() {
        return nextFresh.get() * SlabMap.SLAB_BYTES;
    }

    private int next() {
        int again = bare.pop();
        if (again >= 0) {
            bares.getAndDecrement();
            if (options.prefault()) {
                prefault(map.address(again));
            }
            return again;
        }
        int slab = nextFresh.get();
        while (slab < map.slabs) {
            if (nextFresh.compareAndSet(slab, slab + 1)) {
                return prepare(slab) ? slab : -1;
            }
            slab = nextFresh.get();
        }
        return -1;
    }

    /**
     * Faults and locks a slab's pages as the options want. One that cannot be locked becomes the next fresh one again, or,
     * if others went ahead, a lost one: the limit that was met will be met again.
     */
    private boolean prepare(int slab) {
        long address = map.address(slab);
        if (options.prefault()) {
            prefault(address);
        }
        if (options.lock()) {
            int result = Linux.mlock(address, SlabMap.SLAB_BYTES);
            if (result < 0) {
                Warn.once(
                        "kmalloc-mlock",
                        options.name() + ": mlock of " + SlabMap.SLAB_BYTES + " bytes: " + Errno.fromErrno(result));
                nextFresh.compareAndSet(slab + 1, slab);
                return false;
            }
        }
        return true;
    }

    private void fillReserve() {
        while (reserved.get() < reserveTarget) {
            int slab = next();
            if (slab < 0) {
                return;
            }
            prefault(map.address(slab));
            reserved.getAndIncrement();
            reserve.push(slab);
        }
    }

    private static void prefault(long address) {
        if (Linux.madvise(address, SlabMap.SLAB_BYTES, MADV_POPULATE_WRITE) < 0) {
            for (long page = address; page < address + SlabMap.SLAB_BYTES; page += Pages.SIZE) {
                Words.setBytePlain(page, (byte) 0);
            }
        }
    }
}
