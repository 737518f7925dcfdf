package dev.ferrite.offheap.alloc;

import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.alloc.slab.SleepHook;
import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.linux.Pages;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Whole pages with a guard page on both sides: the counterpart of {@code Vmalloc} ({@code vmalloc}, {@code vfree}).
 *
 * <p>For large blocks: taking one costs two system calls and a page fault a page, giving it back costs one call. The
 * pages go back to the kernel at once; the range of addresses stays mapped and serves the next request of its size,
 * so a late access through a stale pointer meets zeros or somebody's data, never a hole. A raw access that runs past the
 * end of a block meets the guard page and ends the JVM: use the bounds-checked owners. Thread-safe; makes Java objects.
 */
public final class Vmalloc implements Allocator {
    private static final int MADV_DONTNEED = 4;
    private static final int MADV_POPULATE_WRITE = 23;
    private static final int MAP = Linux.MAP_PRIVATE | Linux.MAP_ANONYMOUS | Linux.MAP_NORESERVE;
    private static final long HUGE = 2L << 20;
    private static final long LARGEST = 1L << 46;

    /** Ranges kept for their exact size; beyond, a longer one serves too, so that the kernel's map count stays low. */
    private static final int EXACT_RANGES = 1024;

    private final PoolConfig config;
    private final AtomicLong liveBytes = new AtomicLong();
    private final AtomicInteger idleRanges = new AtomicInteger();

    /** Every range ever mapped, by address. */
    private final ConcurrentHashMap<Long, Area> areas = new ConcurrentHashMap<>();

    /** Ranges that nobody uses, by length. */
    private final ConcurrentSkipListMap<Long, ConcurrentLinkedQueue<Area>> idle = new ConcurrentSkipListMap<>();

    private final @Nullable KasanHeap kasan;

    /** A mapped range; {@code used} is 0 while it is idle, else the bytes in use. */
    private record Area(long address, long length, AtomicLong used) {}

    private Vmalloc(PoolConfig config) {
        this.config = config;
        this.kasan = Kasan.ENABLED ? new KasanHeap(config.name(), new KasanHeap.PageBlocks(this)) : null;
    }

    /**
     * The system's.
     *
     * @return one for the whole process
     */
    public static Vmalloc system() {
        return Allocators.OfSystem.VMALLOC;
    }

    /**
     * One of its own, with its own budget.
     *
     * @param config what it may take; {@code atomicReserve} means nothing here
     * @return the allocator
     */
    public static Vmalloc create(PoolConfig config) {
        return new Vmalloc(config);
    }

    /**
     * {@inheritDoc}
     *
     * <p>An alignment above the page size is {@code -ENOMEM} and a WARN. Without {@link Gfp#__GFP_DIRECT_RECLAIM} only
     * ranges mapped before are used.
     */
    @Override
    public long alloc(long size, long align, int flags) {
        Allocator.checkLayout(size, align);
        if (size == 0) {
            return align;
        }
        if (align > Pages.SIZE) {
            Warn.warn("vmalloc-align", config.name() + ": align=" + align + " is above the page size");
            return Errno.ENOMEM.negated();
        }
        if (Gfp.maySleep(flags)) {
            SleepHook.mightSleep();
        }
        if (size > LARGEST) {
            return failed(size, flags);
        }
        if (Kasan.ENABLED) {
            long block = kasan().alloc(size, align, flags);
            return block < 0 ? failed(size, flags) : block;
        }
        long block = raw(size, flags);
        return block < 0 ? failed(size, flags) : block;
    }

    @Override
    public void free(long address, long size, long align) {
        if (size == 0) {
            return;
        }
        Allocator.checkLayout(size, align);
        if (FreeHook.ON) {
            FreeHook.freeing(address, size);
        }
        if (Kasan.ENABLED) {
            kasan().free(address);
            return;
        }
        Area area = inUse(address);
        if (size > area.used.get()) {
            throw new KernelBug(config.name() + ": free of 0x" + Long.toHexString(address) + ": size=" + size
                    + " but the block has " + area.used.get());
        }
        freeRaw(address);
    }

    @Override
    public long usableSize(long address) {
        return Kasan.ENABLED ? kasan().size(address) : inUse(address).used.get();
    }

    /**
     * Whether a block in use or idle starts at an address.
     *
     * @param address any number
     * @return true for one of this allocator
     */
    public boolean owns(long address) {
        return areas.containsKey(address) || (Kasan.ENABLED && kasan().knows(address));
    }

    /**
     * What it holds.
     *
     * @return a snapshot
     */
    public AllocStats stats() {
        long live = liveBytes.get();
        long objects =
                areas.values().stream().filter(area -> area.used.get() != 0).count();
        return new AllocStats(config.name(), config.budget(), live, 0, objects, live, 0, 0, 0, List.of());
    }

    /** Takes pages without redzones. */
    long raw(long size, int flags) {
        long bytes = Pages.align(size);
        if (!charge(bytes)) {
            return Errno.ENOMEM.negated();
        }
        Area area = reuse(bytes, flags);
        if (area == null && Gfp.maySleep(flags)) {
            area = map(bytes);
        }
        if (area == null) {
            liveBytes.getAndAdd(-bytes);
            return Errno.ENOMEM.negated();
        }
        if (!makePresent(area.address, bytes)) {
            area.used.set(0);
            liveBytes.getAndAdd(-bytes);
            park(area);
            return Errno.ENOMEM.negated();
        }
        return area.address;
    }

    /** Gives pages back to the kernel; the range becomes idle. */
    void freeRaw(long address) {
        Area area = inUse(address);
        long bytes = area.used.get();
        if (bytes == 0 || !area.used.compareAndSet(bytes, 0)) {
            throw doubleFree(address);
        }
        Linux.madvise(address, area.length, MADV_DONTNEED);
        liveBytes.getAndAdd(-bytes);
        park(area);
    }

    private boolean charge(long bytes) {
        for (; ; ) {
            long now = liveBytes.get();
            if (bytes > config.budget() - now) {
                return false;
            }
            if (liveBytes.compareAndSet(now, now + bytes)) {
                return true;
            }
        }
    }

    private @Nullable Area reuse(long bytes, int flags) {
        Area area = unpark(idle.get(bytes));
        if (area == null && (idleRanges.get() > EXACT_RANGES || !Gfp.maySleep(flags))) {
            for (Map.Entry<Long, ConcurrentLinkedQueue<Area>> longer :
                    idle.tailMap(bytes).entrySet()) {
                area = unpark(longer.getValue());
                if (area != null) {
                    break;
                }
            }
        }
        if (area != null) {
            area.used.set(bytes);
            if ((flags & Gfp.__GFP_ZERO) != 0 && Linux.madvise(area.address, area.length, MADV_DONTNEED) < 0) {
                // Locked pages stay: they are zeroed by hand.
                Words.fill(area.address, bytes, (byte) 0);
            }
        }
        return area;
    }

    private @Nullable Area unpark(@Nullable ConcurrentLinkedQueue<Area> queue) {
        Area area = queue == null ? null : queue.poll();
        if (area != null) {
            idleRanges.getAndDecrement();
        }
        return area;
    }

    private void park(Area area) {
        idleRanges.getAndIncrement();
        idle.computeIfAbsent(area.length, length -> new ConcurrentLinkedQueue<>())
                .add(area);
    }

    /** Reserves the range and its guards without access, then opens what lies between. */
    private @Nullable Area map(long bytes) {
        boolean huge = config.hugePages() && bytes >= HUGE;
        long slack = Pages.SIZE * 2 + (huge ? HUGE : 0);
        long range = Linux.mmap(0, bytes + slack, Linux.PROT_NONE, MAP, -1, 0);
        if (range < 0) {
            return null;
        }
        long start = range + Pages.SIZE;
        start = huge ? (start + HUGE - 1) & -HUGE : start;
        if (Linux.mmap(start, bytes, Linux.PROT_READ | Linux.PROT_WRITE, MAP | Linux.MAP_FIXED, -1, 0) < 0) {
            Linux.munmap(range, bytes + slack); // nobody has seen it
            return null;
        }
        if (huge && Linux.madvise(start, bytes, Linux.MADV_HUGEPAGE) < 0) {
            Warn.once("vmalloc-hugepages", config.name() + ": no huge pages");
        }
        Area area = new Area(start, bytes, new AtomicLong(bytes));
        areas.put(start, area);
        return area;
    }

    private boolean makePresent(long address, long bytes) {
        if (config.prefault() && Linux.madvise(address, bytes, MADV_POPULATE_WRITE) < 0) {
            for (long page = address; page < address + bytes; page += Pages.SIZE) {
                Words.setBytePlain(page, Words.getBytePlain(page));
            }
        }
        if (config.lock()) {
            int result = Linux.mlock(address, bytes);
            if (result < 0) {
                Warn.once("vmalloc-mlock", config.name() + ": mlock of " + bytes + ": " + Errno.fromErrno(result));
                return false;
            }
        }
        return true;
    }

    private Area inUse(long address) {
        Area area = areas.get(address);
        if (area == null) {
            throw new KernelBug(config.name() + ": 0x" + Long.toHexString(address) + " is not from this allocator");
        }
        if (area.used.get() == 0) {
            throw doubleFree(address);
        }
        return area;
    }

    private KernelBug doubleFree(long address) {
        return new KernelBug(config.name() + ": 0x" + Long.toHexString(address) + " is free already: double free");
    }

    private long failed(long size, int flags) {
        if ((flags & Gfp.__GFP_NOWARN) == 0) {
            Warn.warn("alloc-failure", config.name() + ": size=" + size + " flags=" + Gfp.toString(flags));
        }
        return Errno.ENOMEM.negated();
    }

    KasanHeap kasan() {
        return Objects.requireNonNull(kasan, "KASAN is off");
    }

    @Override
    public String toString() {
        return config.name() + " live=" + liveBytes.get() + " budget=" + config.budget();
    }
}
