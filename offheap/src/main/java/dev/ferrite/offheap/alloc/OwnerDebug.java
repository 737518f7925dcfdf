package dev.ferrite.offheap.alloc;

import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.offheap.trace.Tracing;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What an owner carries along while a debug twin is on: what to save when it is lost, and an arena that ends with it.
 * Exists only then; it never refers to its owner, so that the owner can be found unreachable.
 */
final class OwnerDebug {
    /** Whether owners carry one of these. */
    static final boolean WATCHED = Tracing.BOXES || Kasan.ENABLED;

    private final String what;
    private final Allocator allocator;
    private final long stride;
    private final long align;
    private final AtomicBoolean done = new AtomicBoolean();

    private volatile long address;
    private volatile long bytes;
    private volatile long values;
    private volatile Drop drop = Drop.NOTHING;
    private volatile @Nullable Arena arena;

    private OwnerDebug(String what, Allocator allocator, long stride, long align) {
        this.what = what;
        this.allocator = allocator;
        this.stride = stride;
        this.align = align;
    }

    /** The companion of an owner; asked for only while a twin is on. */
    static OwnerDebug of(Object owner, String what, Allocator allocator, long stride, long align) {
        OwnerDebug debug = new OwnerDebug(what, allocator, stride, align);
        if (Tracing.BOXES) {
            Tracing.acquired(owner, Tracing.BOX, what, debug::reclaim);
        }
        return debug;
    }

    /** The owner's block is another one now; segments of the one before end. */
    void block(long newAddress, long newBytes) {
        address = newAddress;
        bytes = newBytes;
        endArena();
    }

    /** So many values, from the block's start, are alive. */
    void values(long count, Drop destructor) {
        values = count;
        drop = destructor;
    }

    /** A view of the block that ends with the owner; without KASAN it lasts for ever. */
    MemorySegment view(long from, long length) {
        return Kasan.ENABLED ? guarded(from, length) : Words.view(from, length);
    }

    @SuppressWarnings("restricted") // SAFETY: the range is within the block, which is freed after the arena is closed
    private synchronized MemorySegment guarded(long from, long length) {
        Arena open = arena;
        if (open == null) {
            open = Arena.ofShared();
            arena = open;
        }
        return MemorySegment.ofAddress(from).reinterpret(length, open, null);
    }

    /** The owner was closed. */
    void closed(Object owner) {
        if (done.compareAndSet(false, true)) {
            endArena();
            if (Tracing.BOXES) {
                Tracing.released(owner);
            }
        }
    }

    /** The owner gave its block away. */
    void moved(Object owner) {
        if (done.compareAndSet(false, true)) {
            endArena();
            if (Tracing.BOXES) {
                Tracing.moved(owner);
            }
        }
    }

    /** What is known of an owner that is misused: its end, or what KASAN knows of the block. */
    static IllegalStateException explain(IllegalStateException failure, Object owner, long address) {
        KernelBug bug = Kasan.ENABLED ? Kasan.bugAt(address) : null;
        if (bug != null) {
            failure.initCause(bug);
            return failure;
        }
        return Tracing.BOXES ? Tracing.explain(failure, owner) : failure;
    }

    private synchronized void endArena() {
        if (arena != null) {
            arena.close();
            arena = null;
        }
    }

    /** The owner is gone, and was not closed: that has been reported. */
    private void reclaim() {
        if (!done.compareAndSet(false, true)) {
            return;
        }
        try {
            for (long i = 0; i < values; i++) {
                drop.drop(Words.view(address + i * stride, stride));
            }
        } catch (RuntimeException e) {
            Warn.warn("box-leak", what + ": its destructor threw: " + e);
        }
        endArena();
        allocator.free(address, bytes, align);
    }
}
