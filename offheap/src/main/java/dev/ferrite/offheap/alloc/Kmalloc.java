package dev.ferrite.offheap.alloc;

import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.alloc.slab.SlabClass;
import dev.ferrite.offheap.alloc.slab.SlabPool;
import dev.ferrite.offheap.alloc.slab.SleepHook;
import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.offheap.errno.Errno;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Blocks up to {@value #MAX_SIZE} bytes out of slabs: the counterpart of {@code Kmalloc} ({@code kmalloc}, {@code kfree}).
 *
 * <p>44 size classes, four between powers of two, so a block is at most a quarter longer than asked for. A size that is a
 * power of two is aligned to itself, from 16 bytes on; every block is aligned to 16. Allocate and free are a handful of
 * plain loads and stores while the thread's magazine has blocks or room, and one or two CAS for every 64 blocks
 * otherwise (fewer for large ones); no Java object is made. Lock-free.
 */
public final class Kmalloc implements Allocator {
    /** The largest block: 64 KiB; the kernel's {@code KMALLOC_MAX_SIZE}. */
    public static final long MAX_SIZE = 64 << 10;

    /** Every block is aligned to this many bytes: the kernel's {@code ARCH_KMALLOC_MINALIGN}. */
    public static final long MIN_ALIGN = 16;

    private static final int CLASSES = 44;
    private static final int FINE = 64;

    private final String name;
    private final SlabPool pool;
    private final SlabClass[] classes = new SlabClass[CLASSES];
    private final @Nullable KasanHeap kasan;

    private Kmalloc(PoolConfig config) {
        this.name = config.name();
        this.pool = new SlabPool(new SlabPool.Options(
                config.name(),
                config.budget(),
                config.prefault(),
                config.lock(),
                config.hugePages(),
                config.atomicReserve()));
        for (int id = 0; id < CLASSES; id++) {
            int size = sizeOf(id);
            classes[id] = Objects.requireNonNull(pool.addClass(name + "-" + size, size, false));
        }
        this.kasan = Kasan.ENABLED ? new KasanHeap(name, new KasanHeap.SlabBlocks(this)) : null;
    }

    /**
     * The system's.
     *
     * @return one for the whole process
     */
    public static Kmalloc system() {
        return Allocators.OfSystem.KMALLOC;
    }

    /**
     * One of its own, with its own budget; it lives as long as the process.
     *
     * @param config what it may take
     * @return the allocator
     * @throws dev.ferrite.offheap.errno.ErrnoException ENOMEM if there are no addresses for the budget
     */
    public static Kmalloc create(PoolConfig config) {
        return new Kmalloc(config);
    }

    @Override
    public long alloc(long size, long align, int flags) {
        if (Kasan.ENABLED) {
            return kasanAlloc(size, align, flags);
        }
        long padded = (size + align - 1) & -align;
        if (align <= 0 || (align & (align - 1)) != 0 || padded - 1 >= MAX_SIZE || size <= 0 || padded <= 0) {
            return oddSlow(size, align, flags);
        }
        return take(padded, flags);
    }

    /**
     * Takes memory aligned to 16: {@code kmalloc}.
     *
     * @param size bytes, 0 or more
     * @param flags {@link Gfp}
     * @return the address, {@link #MIN_ALIGN} for size 0, or {@code -ENOMEM}
     * @throws IllegalArgumentException for a negative size
     */
    public long alloc(long size, int flags) {
        if (Kasan.ENABLED || size - 1 >= MAX_SIZE || size <= 0) {
            return alloc(size, MIN_ALIGN, flags);
        }
        return take(size, flags);
    }

    @Override
    public void free(long address, long size, long align) {
        if (size == 0) {
            return;
        }
        if (FreeHook.ON) {
            FreeHook.freeing(address, size);
        }
        if (Kasan.ENABLED) {
            kasan().free(address);
            return;
        }
        long padded = (size + align - 1) & -align;
        if (align <= 0 || (align & (align - 1)) != 0 || size < 0 || padded - 1 >= MAX_SIZE || padded <= 0) {
            throw badFree(address, size, align);
        }
        // A block that shrank in place is of a larger class than its size: never of a smaller one.
        pool.free(address, classOf(padded), CLASSES - 1);
    }

    /**
     * Gives memory back: {@code kfree}. 0 and what size 0 returned are no-ops. A second free is refused while the block is
     * free; one that comes after the block found a new owner, or at the same instant on another thread, may not be: the
     * owner types and {@link Kasan} see those, too.
     *
     * @param address what {@code alloc} returned
     * @throws KernelBug if it is not a block of this allocator, or is free already
     */
    public void free(long address) {
        if (address <= MAX_SIZE && address >= 0 && (address & (address - 1)) == 0) {
            return;
        }
        if (FreeHook.ON) {
            FreeHook.freeing(address, usableSize(address));
        }
        if (Kasan.ENABLED) {
            kasan().free(address);
            return;
        }
        pool.free(address, 0, CLASSES - 1);
    }

    @Override
    public long usableSize(long address) {
        if (Kasan.ENABLED) {
            return kasan().size(address);
        }
        int id = pool.classOf(address);
        if (id < 0 || id >= CLASSES) {
            throw new KernelBug(name + ": not a block in use: 0x" + Long.toHexString(address));
        }
        return sizeOf(id);
    }

    /**
     * Whether an address lies in memory of this allocator, in use or not.
     *
     * @param address any number
     * @return true inside
     */
    public boolean owns(long address) {
        return Kasan.ENABLED ? kasan().knows(address) || pool.contains(address) : pool.contains(address);
    }

    /**
     * Brings cached free blocks home and gives the pages of empty slabs back to the kernel: the kernel's shrinker. The
     * caller's own magazines and those of ended threads are emptied; other running threads keep theirs.
     *
     * @return bytes given back
     */
    public long shrink() {
        return pool.releasePages();
    }

    /**
     * What it holds.
     *
     * @return a snapshot; costs microseconds
     */
    public AllocStats stats() {
        List<AllocStats.ClassStats> rows = new ArrayList<>();
        long held = 0;
        long live = 0;
        long liveBytes = 0;
        long cached = 0;
        long remote = 0;
        for (SlabClass of : classes) {
            SlabPool.Numbers n = pool.numbers(of);
            held += n.slabBytes();
            live += n.live();
            liveBytes += n.live() * n.size();
            cached += (n.cached() + n.depot()) * n.size();
            remote += n.remote();
            if (n.slabs() > 0) {
                rows.add(new AllocStats.ClassStats(
                        name + "-" + n.size(), n.size(), n.slabs(), n.live(), n.cached() + n.depot(), n.remote()));
            }
        }
        return new AllocStats(
                name,
                pool.budget(),
                held,
                pool.spareBytes(),
                live,
                liveBytes,
                cached,
                remote,
                pool.heaps(),
                List.copyOf(rows));
    }

    /** The pool, for caches that live in it. */
    SlabPool pool() {
        return pool;
    }

    // ---- Sizes

    /**
     * The size of the block that a request gets, without alignment.
     *
     * @param size bytes, 1 to {@link #MAX_SIZE}
     * @return the block's bytes: {@code kmalloc_size_roundup}
     * @throws IllegalArgumentException for another size
     */
    public static long blockSize(long size) {
        if (size < 1 || size > MAX_SIZE) {
            throw new IllegalArgumentException("size must be 1.." + MAX_SIZE + ": size=" + size);
        }
        return sizeOf(classOf(size));
    }

    /** 16, 32, 48, 64, then four steps to each power of two: no table, so nothing to load. */
    static int classOf(long size) {
        int s = (int) size - 1;
        if (s < FINE) {
            return s >>> 4;
        }
        int power = 31 - Integer.numberOfLeadingZeros(s);
        return 4 * (power - 5) + ((s >>> (power - 2)) & 3);
    }

    static int sizeOf(int id) {
        if (id < 4) {
            return 16 * (id + 1);
        }
        int from = FINE << ((id - 4) >>> 2);
        return from + (((id - 4) & 3) + 1) * (from >>> 2);
    }

    // ---- The parts that are not hot

    private long take(long size, int flags) {
        long block = pool.alloc(classOf(size), Gfp.reach(flags));
        if (block < 0) {
            return failed(block, size, flags);
        }
        if ((flags & Gfp.__GFP_ZERO) != 0) {
            zero(block, size);
        }
        return block;
    }

    /** Takes a block without redzones: what the KASAN twin builds on. */
    long raw(long size, int flags) {
        return pool.alloc(classOf(size), Gfp.reach(flags));
    }

    void freeRaw(long address) {
        pool.free(address, 0, CLASSES - 1);
    }

    /** Whole words: a block is a multiple of 16, so it may be zeroed beyond the size asked for. */
    private static void zero(long block, long size) {
        long end = block + ((size + 15) & -16L);
        if (size > 256) {
            Words.fill(block, end - block, (byte) 0);
            return;
        }
        for (long at = block; at < end; at += Long.BYTES) {
            Words.setLongPlain(at, 0);
        }
    }

    private long oddSlow(long size, long align, int flags) {
        Allocator.checkLayout(size, align);
        return size == 0 ? align : failed(Errno.ENOMEM.negated(), size, flags);
    }

    private long failed(long error, long size, int flags) {
        if ((flags & Gfp.__GFP_NOWARN) == 0) {
            Warn.warn("alloc-failure", name + ": size=" + size + " flags=" + Gfp.toString(flags));
        }
        return error;
    }

    private KernelBug badFree(long address, long size, long align) {
        return new KernelBug(name + ": free of 0x" + Long.toHexString(address) + " with a layout no block has: size="
                + size + " align=" + align);
    }

    private long kasanAlloc(long size, long align, int flags) {
        Allocator.checkLayout(size, align);
        if (size == 0) {
            return align;
        }
        long padded = (size + align - 1) & -align;
        if (padded > MAX_SIZE || padded <= 0) {
            return failed(Errno.ENOMEM.negated(), size, flags);
        }
        if (Gfp.maySleep(flags)) {
            SleepHook.mightSleep();
        }
        boolean natural = (padded & (padded - 1)) == 0;
        long block = kasan().alloc(size, Math.max(natural ? padded : align, MIN_ALIGN), flags);
        return block < 0 ? failed(block, size, flags) : block;
    }

    KasanHeap kasan() {
        return Objects.requireNonNull(kasan, "KASAN is off");
    }

    @Override
    public String toString() {
        return name + " budget=" + pool.budget();
    }
}
