package dev.ferrite.drm.core;

import dev.ferrite.drm.util.IdSet;
import dev.ferrite.locks.SpinLock;
import dev.ferrite.offheap.errno.Errno;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The handles of one file: small numbers from 1 up, the lowest free first, each on one object.
 *
 * <p>Lookup takes no lock and never waits: a slot read, one atomic on the object, and the slot read again. Reserving and
 * freeing a number take a spin lock for some dozen nanoseconds.
 */
final class HandleTable {
    /*
     * Slots.
     *
     * value      meaning                                  set by                            next
     * null       FREE: the number may be handed out       release (closer, or failed open)  RESERVED
     * RESERVED   the number is taken, no object yet       reserve, under the lock           the object, or FREE
     * an object  LIVE: lookups find it                    publish, by who reserved          CLOSING
     * CLOSING    lookups fail, the number is still taken  beginClose, CAS by the closer     FREE
     *
     * A number goes back to the set of free ones only after its slot is null, and both happen after the close hook has
     * run: a handle is never reused before its close has finished. Exactly one closer wins the CAS; every other gets
     * EINVAL, also while the first is still at work.
     *
     * Lookup, against a close that drops the last reference meanwhile (the header's memory may then be another object's):
     *
     *   lookup:  o = slot (acquire)              close:  CAS slot o -> CLOSING
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
    private static final int CHUNK = 256;
    private static final Object RESERVED = new Object();
    private static final Object CLOSING = new Object();
    private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(Object[].class);

    private final SpinLock<IdSet> ids = SpinLock.of(new IdSet(1, Integer.MAX_VALUE), "drm_handles");
    private volatile Object[][] chunks = new Object[1][];

    /** Takes the lowest free number; the number, or {@code -ENOSPC}. */
    int reserve() {
        try (var guard = ids.lock()) {
            int handle = (int) guard.get().reserve();
            if (handle < 0) {
                return Errno.ENOSPC.negated();
            }
            SLOT.setRelease(chunkFor(handle), handle % CHUNK, RESERVED);
            return handle;
        }
    }

    /** The chunk of a number, made if need be. With the lock held. */
    private Object[] chunkFor(int handle) {
        Object[][] all = chunks;
        int index = handle / CHUNK;
        if (index >= all.length) {
            all = Arrays.copyOf(all, Math.max(index + 1, all.length * 2));
        }
        Object[] chunk = all[index];
        if (chunk == null) {
            chunk = new Object[CHUNK];
            all[index] = chunk;
            chunks = all;
        }
        return chunk;
    }

    /** Lets lookups find the object. */
    void publish(int handle, GemObject<?> object) {
        SLOT.setRelease(chunks[handle / CHUNK], handle % CHUNK, object);
    }

    private @Nullable Object slot(int handle) {
        Object[][] all = chunks;
        int index = handle / CHUNK;
        if (handle <= 0 || index >= all.length) {
            return null;
        }
        Object[] chunk = all[index];
        return chunk == null ? null : SLOT.getAcquire(chunk, handle % CHUNK);
    }

    /** The object of a handle, with a new reference; null if there is none. */
    @Nullable
    GemObject<?> lookup(int handle) {
        for (; ; ) {
            if (!(slot(handle) instanceof GemObject<?> object)) {
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
        return slot(handle) instanceof GemObject<?> object ? object.sizeWithoutReference() : Errno.ENOENT.negated();
    }

    /** Makes the handle unfindable; the object, whose handle reference is now the caller's, or null if it is not live. */
    @Nullable
    GemObject<?> beginClose(int handle) {
        return slot(handle) instanceof GemObject<?> object
                        && SLOT.compareAndSet(chunks[handle / CHUNK], handle % CHUNK, object, CLOSING)
                ? object
                : null;
    }

    /** Frees a number that is reserved or closing. */
    void release(int handle) {
        SLOT.setRelease(chunks[handle / CHUNK], handle % CHUNK, null);
        try (var guard = ids.lock()) {
            guard.get().release(handle);
        }
    }

    /** The lowest live handle that is not below a number; 0 if there is none. For the end of the file. */
    int nextLive(int from) {
        Object[][] all = chunks;
        for (int handle = from; handle / CHUNK < all.length; handle++) {
            if (all[handle / CHUNK] == null) {
                handle |= CHUNK - 1;
            } else if (slot(handle) instanceof GemObject<?>) {
                return handle;
            }
        }
        return 0;
    }
}
