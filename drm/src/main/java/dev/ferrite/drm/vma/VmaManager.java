package dev.ferrite.drm.vma;

import dev.ferrite.locks.Mutex;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.linux.Pages;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Hands out fake mmap offsets, one range of page numbers for each object of a device: the counterpart of
 * {@code drm_vma_offset_manager}.
 *
 * <p>The first offset is 0x100000000, and each object gets the lowest hole that holds it; ranges never overlap. Above
 * 4 GiB on purpose: no 32-bit offset is ever valid. Thread-safe; its lock is taken alone. An allocation looks at the
 * holes from the lowest up, of which there are few, for freed neighbours merge.
 *
 * @param <T> the objects
 */
public final class VmaManager<T> {
    /** The first page number: byte offset 4 GiB. */
    static final long FIRST_PAGE = 0xFFFF_FFFFL / Pages.SIZE + 1;

    /** How many pages there are: 1 TiB less 4 GiB's worth of rounding, as in the kernel. */
    static final long PAGE_COUNT = 0xFFFF_FFFFL / Pages.SIZE * 256;

    private final Mutex<Space<T>> space;

    private static final class Space<T> {
        final Map<Long, VmaNode<T>> byStart = new HashMap<>();
        final NavigableMap<Long, Long> holes = new TreeMap<>();
    }

    /** A manager over the whole range, for one device. */
    public VmaManager() {
        this(PAGE_COUNT);
    }

    VmaManager(long pageCount) {
        Space<T> empty = new Space<>();
        empty.holes.put(FIRST_PAGE, pageCount);
        this.space = Mutex.of(empty, "vma_manager");
    }

    /**
     * Gives a node an offset, or says which one it has: {@code drm_vma_offset_add}.
     *
     * @param node the node
     * @param bytes the object's length, a multiple of the page size
     * @return the offset in bytes, or {@code -ENOSPC}
     */
    public long add(VmaNode<T> node, long bytes) {
        long pages = bytes / Pages.SIZE;
        try (var guard = space.lock()) {
            Space<T> now = guard.get();
            if (node.startPage == 0) {
                long start = takeLowestHole(now.holes, pages);
                if (start < 0) {
                    return Errno.ENOSPC.negated();
                }
                node.startPage = start;
                node.pages = pages;
                now.byStart.put(start, node);
            }
            return node.startPage * Pages.SIZE;
        }
    }

    private static long takeLowestHole(NavigableMap<Long, Long> holes, long pages) {
        Map.Entry<Long, Long> hole = holes.firstEntry();
        while (hole != null && hole.getValue() < pages) {
            hole = holes.higherEntry(hole.getKey());
        }
        if (hole == null) {
            return -1;
        }
        long start = hole.getKey();
        holes.remove(start);
        if (hole.getValue() > pages) {
            holes.put(start + pages, hole.getValue() - pages);
        }
        return start;
    }

    /**
     * Takes a node's offset back: {@code drm_vma_offset_remove}. Does nothing, and takes no lock, if it has none.
     *
     * @param node the node, of an object whose last reference is gone: nobody else can give it an offset any more
     */
    public void remove(VmaNode<T> node) {
        if (node.startPage == 0) {
            return;
        }
        try (var guard = space.lock()) {
            Space<T> now = guard.get();
            now.byStart.remove(node.startPage);
            long start = node.startPage;
            long length = node.pages;
            node.startPage = 0;
            Map.Entry<Long, Long> below = now.holes.lowerEntry(start);
            if (below != null && below.getKey() + below.getValue() == start) {
                start = below.getKey();
                length += below.getValue();
            }
            Long above = now.holes.remove(start + length);
            now.holes.put(start, above == null ? length : length + above);
        }
    }

    /**
     * The object whose range starts exactly at an offset and is long enough: {@code drm_vma_offset_exact_lookup}.
     *
     * @param offset bytes
     * @param bytes how many are to be mapped
     * @param take takes a reference if the object is alive; called with the lock held, so that it cannot vanish
     *     meanwhile
     * @return the node, with the reference taken; null if there is none, it is too short, or {@code take} said no
     */
    public @Nullable VmaNode<T> lookup(long offset, long bytes, Predicate<? super T> take) {
        if (offset <= 0 || offset % Pages.SIZE != 0) {
            return null;
        }
        try (var guard = space.lock()) {
            VmaNode<T> node = guard.get().byStart.get(offset / Pages.SIZE);
            return node == null || bytes > node.pages * Pages.SIZE || !take.test(node.object()) ? null : node;
        }
    }
}
