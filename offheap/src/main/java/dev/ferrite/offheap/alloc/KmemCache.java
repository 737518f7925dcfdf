package dev.ferrite.offheap.alloc;

import dev.ferrite.offheap.HeapWords;
import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.linux.Pages;
import java.util.Arrays;

/**
 * A cache of objects of one size: the counterpart of {@code kmem_cache} with {@code SLAB_TYPESAFE_BY_RCU}.
 *
 * <p>Memory is type-stable: a freed object stays mapped for the life of the process and is only ever handed out by the
 * same cache, so a late reader meets an older or newer object of the same type, never a hole. Fresh objects are zero;
 * recycled ones hold what they held. Thread-safe and lock-free but for growth; about two atomics an operation; nothing
 * is allocated on the Java heap.
 */
public final class KmemCache {
    /*
     * Algorithm note.
     *
     * Free objects form a Treiber stack of object numbers. The head is one long: tag << 32 | number + 1, 0 in the lower
     * half when empty. Each change of the head increments the tag, so a pop that read a next link and was overtaken by
     * pop + push of the same object fails its CAS (ABA), up to 2^32 changes between its two steps.
     *
     * Every object ends in two ints: the next link while it is free (number + 1), IN_USE while it is not, and its own
     * number, written once. A racing pop may read the link of an object that is being handed out: it reads a stale
     * value from memory that stays mapped, and its CAS fails.
     *
     * Ordering: free publishes the object's bytes and its link by the releasing CAS of the head; alloc reads the head
     * with acquire. So the next owner sees everything the last one wrote.
     */
    private static final int IN_USE = -1;
    private static final int LINK_BYTES = 8;
    private static final int HEADER_BYTES = 64;
    private static final int SLAB_BYTES = 64 << 10;

    private final String name;
    private final int objectSize;
    private final int stride;
    private final int linkOffset;
    private final int firstOffset;
    private final int slabBytes;
    private final int perSlab;
    private final long head;
    private final long live;
    private volatile long[] slabs = new long[0];

    private KmemCache(String name, int objectSize, int align) {
        this.name = name;
        this.objectSize = objectSize;
        this.linkOffset = (objectSize + 3) & -4;
        this.stride = (linkOffset + LINK_BYTES + align - 1) & -align;
        this.firstOffset = Math.max(HEADER_BYTES * 2, align);
        this.slabBytes = (int) Pages.align(Math.max(SLAB_BYTES, firstOffset + 8L * stride));
        this.perSlab = (slabBytes - firstOffset) / stride;
        if (HeapWords.enabled()) {
            this.head = HeapWords.allocate(HEADER_BYTES);
            this.live = HeapWords.allocate(HEADER_BYTES);
        } else {
            long slab = map();
            this.head = slab;
            this.live = slab + HEADER_BYTES;
            adopt(slab);
        }
    }

    /**
     * Makes a cache; it lives as long as the process.
     *
     * @param name what the objects are, such as {@code lock}
     * @param objectSize bytes an object, 1 to 65536
     * @param align a power of two, 4 to the page size
     * @return the cache
     * @throws dev.ferrite.offheap.errno.ErrnoException ENOMEM
     */
    public static KmemCache create(String name, int objectSize, int align) {
        if (objectSize < 1 || objectSize > 1 << 16) {
            throw new IllegalArgumentException("objectSize must be 1..65536: objectSize=" + objectSize);
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
     * @throws dev.ferrite.offheap.errno.ErrnoException ENOMEM when a new slab was needed and could not be mapped
     */
    public long alloc() {
        if (HeapWords.enabled()) {
            return HeapWords.allocate(stride);
        }
        for (; ; ) {
            long top = Words.getLongAcquire(head);
            int number = (int) top - 1;
            if (number < 0) {
                growSlow();
                continue;
            }
            long address = address(number);
            int next = Words.getIntOpaque(address + linkOffset);
            if (Words.compareAndSetLong(head, top, ((top >>> 32) + 1) << 32 | (next & 0xFFFF_FFFFL))) {
                Words.setIntOpaque(address + linkOffset, IN_USE);
                Words.getAndAddLong(live, 1);
                return address;
            }
        }
    }

    /**
     * Gives an object back.
     *
     * @param address what {@link #alloc} returned, not freed since
     * @throws KernelBug if it is free already, or not of this cache
     */
    public void free(long address) {
        if (HeapWords.enabled()) {
            return;
        }
        int number = numberOf(address);
        if (number < 0) {
            throw new KernelBug("kmem_cache " + name + ": not an object of this cache: 0x" + Long.toHexString(address));
        }
        if (Words.getIntOpaque(address + linkOffset) != IN_USE) {
            throw new KernelBug("kmem_cache " + name + ": double free of 0x" + Long.toHexString(address));
        }
        Words.getAndAddLong(live, -1);
        push(number, address);
    }

    /**
     * How many objects are handed out.
     *
     * @return the count, exact when nobody allocates or frees
     */
    public long live() {
        return Words.getLongOpaque(live);
    }

    /**
     * Bytes an object, as asked for.
     *
     * @return the size given at creation
     */
    public int objectSize() {
        return objectSize;
    }

    private void push(int first, long last) {
        for (; ; ) {
            long top = Words.getLongOpaque(head);
            Words.setIntOpaque(last + linkOffset, (int) top);
            if (Words.compareAndSetLong(head, top, ((top >>> 32) + 1) << 32 | (first + 1L))) {
                return;
            }
        }
    }

    private long address(int number) {
        return slabs[number / perSlab] + firstOffset + (long) (number % perSlab) * stride;
    }

    private int numberOf(long address) {
        long[] all = slabs;
        for (int slab = 0; slab < all.length; slab++) {
            long offset = address - all[slab] - firstOffset;
            if (offset >= 0 && offset < (long) perSlab * stride) {
                return offset % stride == 0 ? slab * perSlab + (int) (offset / stride) : -1;
            }
        }
        return -1;
    }

    private synchronized void growSlow() {
        if ((int) Words.getLongAcquire(head) == 0) {
            adopt(map());
        }
    }

    private long map() {
        return Errno.check(
                Linux.mmap(
                        0,
                        slabBytes,
                        Linux.PROT_READ | Linux.PROT_WRITE,
                        Linux.MAP_PRIVATE | Linux.MAP_ANONYMOUS,
                        -1,
                        0),
                "kmem_cache " + name + " mmap length=" + slabBytes);
    }

    /** Links a fresh slab's objects, lowest address first, and pushes them as one chain. */
    private void adopt(long slab) {
        int first = slabs.length * perSlab;
        long[] grown = Arrays.copyOf(slabs, slabs.length + 1);
        grown[slabs.length] = slab;
        slabs = grown;
        for (int i = 0; i < perSlab - 1; i++) {
            Words.setIntOpaque(address(first + i) + linkOffset, first + i + 2);
        }
        push(first, address(first + perSlab - 1));
    }

    @Override
    public String toString() {
        return "kmem_cache " + name + " size=" + objectSize + " live=" + live();
    }
}
