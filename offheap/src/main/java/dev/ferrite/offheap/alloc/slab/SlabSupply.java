package dev.ferrite.offheap.alloc.slab;

import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.linux.Pages;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The slabs of a pool that have no class: fresh ones, in order of address; spare ones, used before; the reserve.
 *
 * <p>Lock-free. A slab is a number; whoever takes it owns it until {@link #takeBack}.
 */
final class SlabSupply {
    private static final int MADV_DONTNEED = 4;
    private static final int MADV_POPULATE_WRITE = 23;

    private final SlabMap map;
    private final SlabPool.Options options;
    private final IndexStack spare;
    private final IndexStack reserve;
    private final AtomicInteger nextFresh = new AtomicInteger();
    private final AtomicInteger reserved = new AtomicInteger();
    private final int reserveTarget;

    /** {@code heads}: the stack heads, a cache line each. */
    SlabSupply(SlabMap map, SlabPool.Options options, long heads) {
        this.map = map;
        this.options = options;
        this.spare = map.stack(heads);
        this.reserve = map.stack(heads + 64);
        this.reserveTarget = (int) Math.min(options.reserve() / SlabMap.SLAB_BYTES, map.slabs / 2);
        if (options.hugePages()) {
            int result = Linux.madvise(map.base, map.bytes, Linux.MADV_HUGEPAGE);
            if (result < 0) {
                Warn.once("kmalloc-hugepages", options.name() + ": no huge pages: " + Errno.fromErrno(result));
            }
        }
        fillReserve();
    }

    /** A slab used before, or -1. */
    int spare() {
        return spare.pop();
    }

    /** A slab of the reserve, or -1. */
    int reserved() {
        int slab = reserve.pop();
        if (slab >= 0) {
            reserved.getAndDecrement();
        }
        return slab;
    }

    /** A slab never used, ready as the options want it, after the reserve has what it needs; or -1 at the budget. */
    int fresh() {
        fillReserve();
        return next();
    }

    void takeBack(int slab) {
        if (reserved.get() < reserveTarget) {
            reserved.getAndIncrement();
            reserve.push(slab);
        } else {
            spare.push(slab);
        }
    }

    /** Gives the pages of spare slabs back to the kernel; says how many bytes. */
    long releasePages() {
        long given = 0;
        int[] kept = new int[map.slabs];
        int count = 0;
        while (count < kept.length) {
            int slab = spare.pop();
            if (slab < 0) {
                break;
            }
            kept[count++] = slab;
            if (Linux.madvise(map.address(slab), SlabMap.SLAB_BYTES, MADV_DONTNEED) == 0) {
                given += SlabMap.SLAB_BYTES;
            }
        }
        for (int i = 0; i < count; i++) {
            spare.push(kept[i]);
        }
        return given;
    }

    /** The bytes of all slabs that were ever used. */
    long touchedBytes() {
        return nextFresh.get() * SlabMap.SLAB_BYTES;
    }

    private int next() {
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
