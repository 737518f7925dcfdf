package dev.ferrite.drm.core;

import dev.ferrite.drm.uaccess.UserMemory;
import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.alloc.KmemCache;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * The memory a thread's ioctl works in: 128 bytes of its own, as on the kernel's stack, more from a cache.
 *
 * <p>A call within a call, from a handler to another node, gets the next one of a chain. Nothing is allocated after a
 * thread's first call with a size.
 */
final class Scratch {
    private static final int INLINE = 128;
    private static final int LARGE = 1 << 14;
    private static final KmemCache LARGE_CACHE = KmemCache.create("drm_ioctl", LARGE, 64);
    private static final ThreadLocal<Scratch> OF_THREAD = ThreadLocal.withInitial(Scratch::new);

    private final MemorySegment block = Arena.ofAuto().allocate(INLINE, 64);
    private final @Nullable MemorySegment[] views = new MemorySegment[INLINE / 4 + 1];
    private @Nullable Scratch next;
    private boolean busy;
    private long large;

    final UserMemory user = new UserMemory();

    private Scratch() {}

    /** The calling thread's next free one, for an argument lent by the caller. */
    static Scratch acquire(MemorySegment argument) {
        Scratch scratch = OF_THREAD.get();
        while (scratch.busy) {
            if (scratch.next == null) {
                scratch.next = new Scratch();
            }
            scratch = scratch.next;
        }
        scratch.busy = true;
        scratch.user.lend(argument);
        return scratch;
    }

    void release() {
        user.lend(MemorySegment.NULL);
        if (large != 0) {
            LARGE_CACHE.free(large);
            large = 0;
        }
        busy = false;
    }

    /** Memory of exactly a size, at most {@link dev.ferrite.drm.ioctl.IoctlNumber#MAX_SIZE}; what it held before. */
    MemorySegment data(int size) {
        if (size > INLINE) {
            large = LARGE_CACHE.alloc();
            return Words.view(large, size);
        }
        if ((size & 3) != 0) {
            return block.asSlice(0, size);
        }
        MemorySegment view = views[size >> 2];
        if (view == null) {
            view = block.asSlice(0, size);
            views[size >> 2] = view;
        }
        return view;
    }
}
