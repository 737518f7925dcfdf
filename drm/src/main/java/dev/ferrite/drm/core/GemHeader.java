package dev.ferrite.drm.core;

import dev.ferrite.locks.Mutex;
import dev.ferrite.locks.ref.RefCount;
import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.alloc.KmemCache;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The off-heap header of a GEM object, one cache line.
 *
 * <pre>
 *  0  refcount      int   atomic ({@link RefCount}); 0 while the header is nobody's
 *  4  handles       int   atomic: how many handles there are, and {@link #SHARED}
 *  8  name          int   guarded by the device's name lock; 0 is none
 * 12  index         int   of its owner in the table below; given once, kept when the header is recycled
 * </pre>
 *
 * <p>What never changes, such as the size, is a final field of the object on the heap: who finds the object may read it
 * without a reference, for the collector keeps it from being anything else.
 *
 * <p>Headers are type-stable: the memory of a dead one becomes another object's header and nothing else. A lookup that
 * raced with a free may so get a reference on the wrong object; {@link #put} gives it back to whoever owns the header.
 */
final class GemHeader {
    private static final int REFCOUNT = 0;
    private static final int HANDLES = 4;
    private static final int NAME = 8;
    private static final int INDEX = 12;
    private static final int BYTES = 16;

    /** Top bit beside the count of handles: the object may have a name or a dma-buf, which the last handle takes along. */
    static final int SHARED = 1 << 31;

    private static final KmemCache CACHE = KmemCache.create("drm_gem_object", BYTES, 64);
    private static final VarHandle OWNER = MethodHandles.arrayElementVarHandle(GemObject[].class);
    private static final int CHUNK = 1024;

    private static final class Indexes {
        int last;
        volatile GemObject<?>[][] owners = new GemObject<?>[1][];
    }

    private static final Indexes TABLE = new Indexes();
    private static final Mutex<Indexes> INDEXES = Mutex.of(TABLE, "drm_gem_owners");

    private GemHeader() {}

    /** A header for an object, with the count still 0. */
    static long alloc(GemObject<?> owner) {
        long header = CACHE.alloc();
        int index = Words.getIntPlain(header + INDEX);
        if (index == 0) {
            index = newIndexSlow();
            Words.setIntPlain(header + INDEX, index);
        }
        Words.setIntPlain(header + HANDLES, 0);
        Words.setIntPlain(header + NAME, 0);
        OWNER.setRelease(TABLE.owners[index / CHUNK], index % CHUNK, owner);
        return header;
    }

    /** Sets the count to 1: from here on the header is the object's. Release: whoever counts it finds its owner. */
    static void publish(long header) {
        Words.releaseFence();
        RefCount.set(header + REFCOUNT, 1);
    }

    /** Gives a header back whose count is 0. */
    static void free(long header) {
        int index = Words.getIntPlain(header + INDEX);
        OWNER.setRelease(TABLE.owners[index / CHUNK], index % CHUNK, null);
        CACHE.free(header);
    }

    private static int newIndexSlow() {
        try (var guard = INDEXES.lock()) {
            Indexes table = guard.get();
            int index = ++table.last;
            GemObject<?>[][] all = table.owners;
            if (index / CHUNK >= all.length) {
                all = Arrays.copyOf(all, all.length * 2);
            }
            if (all[index / CHUNK] == null) {
                all[index / CHUNK] = new GemObject<?>[CHUNK];
                table.owners = all;
            }
            return index;
        }
    }

    /**
     * A reference on whatever object owns the header now, if any. Most objects have the one reference of their handles, so it
     * tries with that first: a read before the CAS would fetch the cache line twice from another processor that counted last.
     */
    static boolean tryGet(long header) {
        return RefCount.incNotZeroAcquire(header + REFCOUNT, 1);
    }

    /** Gives a reference back that {@link #tryGet} took, on behalf of the header's owner. */
    static void put(long header) {
        int index = Words.getIntPlain(header + INDEX);
        @Nullable GemObject<?> owner = (GemObject<?>) OWNER.getAcquire(TABLE.owners[index / CHUNK], index % CHUNK);
        if (owner != null) {
            owner.decRef();
        }
    }

    static void get(long header) {
        RefCount.inc(header + REFCOUNT);
    }

    static boolean drop(long header) {
        return RefCount.decAndTest(header + REFCOUNT);
    }

    static int references(long header) {
        return RefCount.read(header + REFCOUNT);
    }

    /** The count of handles, with {@link #SHARED} or without. */
    static int handles(long header) {
        return Words.getIntVolatile(header + HANDLES);
    }

    static boolean changeHandles(long header, int from, int to) {
        return Words.compareAndSetInt(header + HANDLES, from, to);
    }

    static int name(long header) {
        return Words.getIntPlain(header + NAME);
    }

    static void name(long header, int name) {
        Words.setIntPlain(header + NAME, name);
    }
}
