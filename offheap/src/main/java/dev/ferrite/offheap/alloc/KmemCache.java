package dev.ferrite.offheap.alloc;

import dev.ferrite.offheap.HeapWords;
import dev.ferrite.offheap.alloc.slab.SlabClass;
import dev.ferrite.offheap.alloc.slab.SlabPool;
import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.linux.Pages;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A cache of objects of one size: the counterpart of {@code kmem_cache} with {@code SLAB_TYPESAFE_BY_RCU}.
 *
 * <p>Memory is type-stable: a freed object stays mapped for the life of the process and is only ever handed out by the
 * same cache, so a late reader meets an older or newer object of the same type, never a hole. Fresh objects are zero;
 * recycled ones hold what they held. Thread-safe and lock-free; it has magazines like {@link Kmalloc}, in the same pool
 * and budget, and costs the same.
 */
public final class KmemCache {
    private static final int LARGEST = (int) Kmalloc.MAX_SIZE;

    private final String name;
    private final int objectSize;
    private final int stride;
    private final @Nullable SlabPool pool;
    private final @Nullable SlabClass central;
    private final int id;
    private final @Nullable KasanTracks tracks;

    private KmemCache(String name, int objectSize, int align) {
        this.name = name;
        this.objectSize = objectSize;
        int step = Math.max(align, 8);
        this.stride = (objectSize + step - 1) & -step;
        if (HeapWords.enabled()) {
            this.pool = null;
            this.central = null;
            this.id = -1;
        } else {
            Home home = Homes.settle(name, stride);
            this.pool = home.pool;
            this.central = home.central;
            this.id = home.central.id();
        }
        this.tracks = Kasan.ENABLED ? new KasanTracks(name, objectSize) : null;
    }

    /**
     * Makes a cache; it lives as long as the process.
     *
     * @param name what the objects are, such as {@code lock}
     * @param objectSize bytes an object, 1 to 65536
     * @param align a power of two, 4 to the page size; objects are aligned to 8 anyway
     * @return the cache
     * @throws dev.ferrite.offheap.errno.ErrnoException ENOMEM
     */
    public static KmemCache create(String name, int objectSize, int align) {
        if (objectSize < 1 || objectSize > LARGEST) {
            throw new IllegalArgumentException("objectSize must be 1.." + LARGEST + ": objectSize=" + objectSize);
        }
        if (align < 4 || align > Pages.SIZE || Integer.bitCount(align) != 1) {
            throw new IllegalArgumentException("align must be a power of two, 4.." + Pages.SIZE + ": align=" + align);
        }
        return new KmemCache(name, objectSize, align);
    }

    /**
     * Takes an object.
     *
     * @return its address
     * @throws dev.ferrite.offheap.errno.ErrnoException ENOMEM at the budget
     */
    public long alloc() {
        long object = alloc(Gfp.GFP_KERNEL);
        return object < 0 ? Errno.check(object, "kmem_cache " + name + " alloc") : object;
    }

    /**
     * Takes an object, as the flags allow.
     *
     * @param flags {@link Gfp}; {@link Gfp#__GFP_ZERO} is refused, as late readers may look at a recycled object
     * @return its address, or {@code -ENOMEM}
     */
    public long alloc(int flags) {
        if ((flags & Gfp.__GFP_ZERO) != 0) {
            throw new IllegalArgumentException(
                    "type-stable objects are never zeroed again: flags=" + Gfp.toString(flags));
        }
        if (HeapWords.enabled()) {
            return HeapWords.allocate(stride);
        }
        long object = pool().alloc(id, Gfp.reach(flags));
        if (Kasan.ENABLED && object >= 0) {
            Objects.requireNonNull(tracks).allocated(object);
        }
        return object;
    }

    /**
     * Gives an object back.
     *
     * @param address what {@link #alloc()} returned, not freed since
     * @throws KernelBug if it is free already, or not of this cache
     */
    public void free(long address) {
        if (HeapWords.enabled()) {
            return;
        }
        if (FreeHook.ON) {
            FreeHook.freeing(address, objectSize);
        }
        if (Kasan.ENABLED) {
            Objects.requireNonNull(tracks).freeing(address);
        }
        pool().free(address, id, id);
    }

    /**
     * How many objects are handed out.
     *
     * @return the count, exact when nobody allocates or frees; costs a look at every thread's magazine
     */
    public long live() {
        return central == null ? 0 : pool().numbers(central).live();
    }

    /**
     * Bytes an object, as asked for.
     *
     * @return the size given at creation
     */
    public int objectSize() {
        return objectSize;
    }

    private SlabPool pool() {
        return Objects.requireNonNull(pool);
    }

    @Override
    public String toString() {
        return "kmem_cache " + name + " size=" + objectSize + " live=" + live();
    }

    /** Where a cache lives. */
    private record Home(SlabPool pool, SlabClass central) {}

    /** Finds room for caches: the pool of kmalloc has room for some 200, then pools of their own follow. */
    private static final class Homes {
        private static final List<SlabPool> POOLS = new ArrayList<>();

        static synchronized Home settle(String name, int stride) {
            if (POOLS.isEmpty()) {
                POOLS.add(Kmalloc.system().pool());
            }
            SlabPool last = POOLS.getLast();
            SlabClass central = last.addClass(name, stride, true);
            if (central == null) {
                last = new SlabPool(new SlabPool.Options(
                        "kmem_cache", Kmalloc.system().pool().budget(), false, false, false, 0));
                POOLS.add(last);
                central = Objects.requireNonNull(last.addClass(name, stride, true));
            }
            return new Home(last, central);
        }
    }
}
