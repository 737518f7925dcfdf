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
 * <p>Lookup takes no lock and never waits: a slot read, one atomic on the object, and the slot read again. Reserving and
 * freeing a number, {@link HandleIds} says.
 */
final class HandleTable implements LongSupplier {
    /*
     * Slots.
     *
     * value      meaning                                  set by                            next
     * null       the number is free, reserved or closing  release (closer)                  the object
     * an object  LIVE: lookups find it                    publish, by who reserved          null
     *
     * Which of the three an empty slot is, only the set of free numbers knows. A number goes back there after its slot is
     * null and the close hook has run: a handle is never reused before its close has finished. Exactly one closer wins the
     * CAS to null; every other gets EINVAL, also while the first is still at work.
     *
     * Lookup, against a close that drops the last reference meanwhile (the header's memory may then be another object's):
     *
     *   lookup:  o = slot (acquire)              close:  CAS slot o -> null
     *            count of o's header: inc if > 0         drop the handles' reference -> 0, header freed
     *            slot again: still o?            create: header recycled, owner set, count = 1 (release)
     *
     * If the slot still shows o, its handle was alive all the time, for o enters this slot only once with this reference
     * model (an object whose handles are gone has left all slots, and comes back only if somebody kept it alive): the
     * count was o's. If not, the reference belongs to whoever owns the header now, and is given back to that owner: the
     * count was positive, so the owner is alive and stays so until then. Why the second read cannot be stale: reading a
     * count that the recycler wrote, with acquire, happens after its release, thus after the closer's CAS.
     *
     * Facts without a reference. What is a final field of the object may be read from what the slot shows, with nothing
     * counted: the object was in the slot, thus its handle was live, at the moment of the read, which is the moment the call
     * takes effect; the publishing release and this acquire make its fields visible; they never change; and if the last
     * reference goes meanwhile, the heap object stays what it is while somebody looks at it: the collector is the grace period
     * here that RCU would be in the kernel. Nothing else of an object may be used this way: its backing, its private data and
     * its header end with the last reference.
     */
    private static final int CHUNK_SHIFT = 8;
    private static final int CHUNK = 1 << CHUNK_SHIFT;

    /**
     * Unused elements before a chunk's slots and behind them, a cache line of each. Every lookup reads the array's length, which
     * lies right before its first element: without them, who renews handle 1 would take that line from all who look up others.
     */
    private static final int PADDING = 16;

    private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(GemObject[].class);

    private final HandleIds ids = new HandleIds();

    /** Arrays of {@link #CHUNK} slots, replaced by a longer array for each new one. */
    private volatile GemObject<?>[][] chunks = {newChunk()};

    private static GemObject<?>[] newChunk() {
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
        if (handle >>> CHUNK_SHIFT >= chunks.length) {
            growSlow(handle >>> CHUNK_SHIFT);
        }
        return handle;
    }

    private void growSlow(int index) {
        synchronized (ids) {
            GemObject<?>[][] before = chunks;
            if (index >= before.length) {
                GemObject<?>[][] all = Arrays.copyOf(before, index + 1);
                for (int i = before.length; i <= index; i++) {
                    all[i] = newChunk();
                }
                chunks = all;
            }
        }
    }

    /** Lets lookups find the object. */
    void publish(int handle, GemObject<?> object) {
        SLOT.setRelease(chunks[handle >>> CHUNK_SHIFT], inChunk(handle), object);
    }

    private @Nullable GemObject<?> slot(int handle) {
        GemObject<?>[][] all = chunks;
        int index = handle >>> CHUNK_SHIFT; // of a negative one beyond all there can be
        return index < all.length ? (GemObject<?>) SLOT.getAcquire(all[index], inChunk(handle)) : null;
    }

    /** The object of a handle, with a new reference; null if there is none. */
    @Nullable
    GemObject<?> lookup(int handle) {
        for (; ; ) {
            GemObject<?> object = slot(handle);
            if (object == null) {
                return null;
            }
            long header = object.headerOrZero();
            if (header != 0 && GemHeader.tryGet(header)) {
                if (slot(handle) == object) {
                    return object;
                }
                GemHeader.put(header);
            }
            // The object died between the two reads, so the slot has changed.
            Thread.onSpinWait();
        }
    }

    /** The length of a handle's object, or {@code -ENOENT}. Takes no reference: see the note. */
    long size(int handle) {
        GemObject<?> object = slot(handle);
        return object == null ? Errno.ENOENT.negated() : object.sizeWithoutReference();
    }

    /** Makes the handle unfindable; the object, whose handle reference is now the caller's, or null if it is not live. */
    @Nullable
    GemObject<?> beginClose(int handle) {
        GemObject<?> object = slot(handle);
        return object != null && SLOT.compareAndSet(chunks[handle >>> CHUNK_SHIFT], inChunk(handle), object, null)
                ? object
                : null;
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
        long end = (long) chunks.length * CHUNK;
        for (int handle = from; handle < end; handle++) {
            if (slot(handle) != null) {
                return handle;
            }
        }
        return 0;
    }
}
