package dev.ferrite.offheap.alloc;

import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.linux.Pages;

/**
 * {@link Kmalloc} where it can, {@link Vmalloc} where it must: the counterpart of {@code KVmalloc} ({@code kvmalloc}).
 *
 * <p>Costs what the one that answers costs. An alignment above the page size is {@code -ENOMEM} and a WARN, as the
 * fallback could not keep it.
 */
public final class KVmalloc implements Allocator {
    private final Kmalloc small;
    private final Vmalloc large;

    private KVmalloc(Kmalloc small, Vmalloc large) {
        this.small = small;
        this.large = large;
    }

    /**
     * The system's.
     *
     * @return one for the whole process
     */
    public static KVmalloc system() {
        return Allocators.OfSystem.KVMALLOC;
    }

    /**
     * One over two given allocators.
     *
     * @param small asked first
     * @param large asked when the first has none
     * @return the allocator
     */
    public static KVmalloc of(Kmalloc small, Vmalloc large) {
        return new KVmalloc(small, large);
    }

    @Override
    public long alloc(long size, long align, int flags) {
        if (align > Pages.SIZE && size > 0 && Long.bitCount(align) == 1) {
            Warn.warn("vmalloc-align", "kvmalloc: align=" + align + " is above the page size");
            return Errno.ENOMEM.negated();
        }
        long block = small.alloc(size, align, flags | Gfp.__GFP_NOWARN);
        return block >= 0 ? block : large.alloc(size, align, flags);
    }

    @Override
    public void free(long address, long size, long align) {
        if (size != 0) {
            of(address).free(address, size, align);
        }
    }

    @Override
    public long usableSize(long address) {
        return of(address).usableSize(address);
    }

    private Allocator of(long address) {
        return small.owns(address) ? small : large;
    }

    @Override
    public String toString() {
        return "kvmalloc(" + small + ", " + large + ")";
    }
}
