package dev.ferrite.offheap.alloc;

import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.diag.Warn;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Cleaner;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What an owner carries along while a debug twin is on: its leak report, and an arena that ends with it. Exists only then;
 * it never refers to its owner, so that the owner can be found unreachable.
 */
final class OwnerDebug implements Runnable {
    private static final int FRAMES = 12;

    private final String what;
    private final Allocator allocator;
    private final long stride;
    private final long align;
    private final Throwable site = new Throwable();
    private final AtomicBoolean done = new AtomicBoolean();
    private Cleaner.@Nullable Cleanable cleanable;

    private volatile long address;
    private volatile long bytes;
    private volatile long values;
    private volatile Drop drop = Drop.NOTHING;
    private volatile @Nullable Arena arena;

    private static final class Cleaning {
        static final Cleaner CLEANER = Cleaner.create();

        private Cleaning() {}
    }

    private OwnerDebug(String what, Allocator allocator, long stride, long align) {
        this.what = what;
        this.allocator = allocator;
        this.stride = stride;
        this.align = align;
    }

    /** The companion of an owner; asked for only while a twin is on. */
    static OwnerDebug of(Object owner, String what, Allocator allocator, long stride, long align) {
        OwnerDebug debug = new OwnerDebug(what, allocator, stride, align);
        if (BoxTrace.ENABLED) {
            BoxTrace.LIVE.getAndIncrement();
            debug.cleanable = Cleaning.CLEANER.register(owner, debug);
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

    /** The owner ended in the right way, or gave its block away. */
    void end() {
        if (done.compareAndSet(false, true)) {
            endArena();
            if (BoxTrace.ENABLED) {
                BoxTrace.LIVE.getAndDecrement();
            }
            if (cleanable != null) {
                cleanable.clean();
            }
        }
    }

    private synchronized void endArena() {
        if (arena != null) {
            arena.close();
            arena = null;
        }
    }

    /** The cleaner's action: the owner is gone; does nothing if it ended in the right way. */
    @Override
    public void run() {
        if (!done.compareAndSet(false, true)) {
            return;
        }
        BoxTrace.LIVE.getAndDecrement();
        BoxTrace.LEAKED.getAndIncrement();
        Warn.warn("box-leak", report());
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

    private String report() {
        StringBuilder text = new StringBuilder(512);
        text.append(what).append(" was dropped without close: address=0x").append(Long.toHexString(address));
        text.append(" bytes=").append(bytes).append("; made at:");
        StackTraceElement[] frames = site.getStackTrace();
        for (int i = 0; i < Math.min(frames.length, FRAMES); i++) {
            text.append(System.lineSeparator()).append("  ").append(frames[i]);
        }
        return text.toString();
    }
}
