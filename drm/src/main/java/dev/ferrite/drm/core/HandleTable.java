package dev.ferrite.drm.core;

import dev.ferrite.drm.util.HandleIds;
import dev.ferrite.offheap.errno.Errno;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The handles of one file: small numbers from 1 up, the lowest free first, each on one object.
 *
 * <p>Lookup takes no lock and never waits: four reads and one atomic on the object; of the length alone, one read. Reserving
 * and freeing a number, {@link HandleIds} says.
 */
final class HandleTable implements LongSupplier {
    /*
     * Each number has a size and a slot:
     *
     * phase          size                   slot          entered by
     * not there      0                      null          who reserved it, or a closer at its end
     * publishing     0                      the object    publish, by who reserved: the slot is set first, with release
     * LIVE           the object's, not 0    the object    publish: the size is set, with release
     * closing        0                      the object    a closer: CAS of the size to 0
     * not there      0                      null          that closer
     *
     * The size alone says whether the handle is live. Which of the two a number is that is not there, free or reserved, only
     * the set of free numbers knows; it goes back there after its close hook has run, so a handle is never reused before its
     * close has finished, and all phases of a number follow each other. Exactly one closer wins the CAS; every other gets
     * EINVAL, also while the first is still at work. Who wins finds in the slot what publish put there before the size that
     * the CAS has read, or a later one of the same length: it closes that which is live at its CAS.
     *
     * The length is a fact that needs no reference: it is a final field of the object. The call takes effect at its one read.
     *
     * Lookup with a reference, against a close that drops the last one meanwhile (the header's memory may then be another
     * object's):
     *
     *   lookup:  1  size, not 0                          close:  CAS size -> 0, slot = null
     *            2  o = slot                                     drop the handles' reference -> 0, header freed
     *            3  count of o's header: inc if > 0      create: header recycled, owner set, count = 1 (release)
     *            4  slot again: still o?                         publish
     *            5  size again: not 0?
     *
     * The reference is o's. If the slot shows o in 2 and 4, o was in it all the time, or left it and came back; it comes back
     * only if somebody kept it alive. Either way it was alive in 3, so the count was its own. If the slot shows something
     * else, the reference belongs to whoever owns the header now, and is given back to that owner: the count was positive,
     * so the owner is alive and stays so until then. Why the read in 4 cannot be stale: reading a count that the recycler
     * wrote, with acquire, happens after its release, thus after the closer has cleared the slot.
     *
     * The handle was live, on o, at some moment between 1 and 5, which is when the call takes effect. Take o's phases around 2.
     * LIVE in 2, there is nothing to show. Closing in 2: the last change of the size before 2 was the CAS that began this
     * closing, and ended o's being LIVE; 1 saw the size before that CAS, or it would have seen 0, so the CAS is later than 1.
     * Publishing in 2: if 5 sees a size, it is o's, or that of a later phase, so o became LIVE before 5, and after 2.
     *
     * All reads have acquire semantics, so they are done in this order; the writes of one phase are ordered by release and by
     * the CAS, and those of successive owners of a number by the set of free numbers.
     */
    private static final int CHUNK_SHIFT = 8;
    private static final int CHUNK = 1 << CHUNK_SHIFT;

    /**
     * Unused elements before those of a chunk and behind them, a cache line at least. Every lookup reads the array's length,
     * which lies right before its first element: without them, who renews handle 1 would take that line from all who look up
     * others.
     */
    private static final int PADDING = 16;

    private static final VarHandle SIZE = MethodHandles.arrayElementVarHandle(long[].class);
    private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(GemObject[].class);

    private final HandleIds ids = new HandleIds();

    /** Arrays of {@link #CHUNK} sizes, replaced by a longer array for each new one, after {@link #slots}. */
    private volatile long[][] sizes = {newSizes()};

    /** As {@link #sizes}; an array of its own, for a size is found among its like in half the cache. */
    private volatile GemObject<?>[][] slots = {newSlots()};

    private static long[] newSizes() {
        return new long[PADDING + CHUNK + PADDING];
    }

    private static GemObject<?>[] newSlots() {
        return new GemObject<?>[PADDING + CHUNK + PADDING];
    }

    private static int inChunk(int handle) {
        return PADDING + (handle & CHUNK - 1);
    }

    /** Takes the lowest free number; the number, or {@code -ENOSPC}. */
    int reserve() {
        int handle = ids.reserve();
        if (handle < 0) {
            return Errno.ENOSPC.negated();
        }
        if (handle >>> CHUNK_SHIFT >= sizes.length) {
            growSlow(handle >>> CHUNK_SHIFT);
        }
        return handle;
    }

    private void growSlow(int index) {
        synchronized (ids) {
            int before = sizes.length;
            if (index >= before) {
                GemObject<?>[][] allSlots = Arrays.copyOf(slots, index + 1);
                long[][] allSizes = Arrays.copyOf(sizes, index + 1);
                for (int i = before; i <= index; i++) {
                    allSlots[i] = newSlots();
                    allSizes[i] = newSizes();
                }
                slots = allSlots;
                sizes = allSizes;
            }
        }
    }

    /** Lets lookups find the object, on which the caller has a reference. */
    void publish(int handle, GemObject<?> object) {
        SLOT.setRelease(slots[handle >>> CHUNK_SHIFT], inChunk(handle), object);
        SIZE.setRelease(sizes[handle >>> CHUNK_SHIFT], inChunk(handle), object.size());
    }

    /** The length of the object of a live handle; 0 if it is not live. */
    private long sizeOrZero(int handle) {
        long[][] all = sizes;
        int index = handle >>> CHUNK_SHIFT; // of a negative one beyond all there can be
        return index < all.length ? (long) SIZE.getAcquire(all[index], inChunk(handle)) : 0;
    }

    /** The object of a handle, with a new reference; null if there is none. */
    @Nullable
    GemObject<?> lookup(int handle) {
        long[][] all = sizes;
        int index = handle >>> CHUNK_SHIFT; // of a negative one beyond all there can be
        if (index >= all.length) {
            return null;
        }
        long[] size = all[index];
        GemObject<?>[] slot = slots[index];
        int at = inChunk(handle);
        while ((long) SIZE.getAcquire(size, at) != 0) {
            GemObject<?> object = (GemObject<?>) SLOT.getAcquire(slot, at);
            long header = object == null ? 0 : object.headerOrZero();
            if (header != 0 && GemHeader.tryGet(header)) {
                if (SLOT.getAcquire(slot, at) == object && (long) SIZE.getAcquire(size, at) != 0) {
                    return object;
                }
                GemHeader.put(header);
            }
            // It was closed between the reads, so what they show has changed.
            Thread.onSpinWait();
        }
        return null;
    }

    /** The length of a handle's object, or {@code -ENOENT}. Takes no reference. */
    long size(int handle) {
        long size = sizeOrZero(handle);
        return size == 0 ? Errno.ENOENT.negated() : size;
    }

    /** Makes the handle unfindable; the object, whose handle reference is now the caller's, or null if it is not live. */
    @Nullable
    GemObject<?> beginClose(int handle) {
        long size = sizeOrZero(handle);
        int index = handle >>> CHUNK_SHIFT;
        int at = inChunk(handle);
        if (size == 0 || !SIZE.compareAndSet(sizes[index], at, size, 0L)) {
            return null;
        }
        GemObject<?>[] slot = slots[index];
        GemObject<?> object = (GemObject<?>) SLOT.getAcquire(slot, at);
        SLOT.setRelease(slot, at, null);
        return object;
    }

    /** Frees a number that is reserved or closing. */
    void release(int handle) {
        ids.release(handle);
    }

    /** How many handles are live: looks at every slot. */
    @Override
    public long getAsLong() {
        long live = 0;
        for (int handle = nextLive(1); handle != 0; handle = nextLive(handle + 1)) {
            live++;
        }
        return live;
    }

    /** The lowest live handle that is not below a number; 0 if there is none. For the end of the file. */
    int nextLive(int from) {
        long end = (long) sizes.length * CHUNK;
        for (int handle = from; handle < end; handle++) {
            if (sizeOrZero(handle) != 0) {
                return handle;
            }
        }
        return 0;
    }
}
