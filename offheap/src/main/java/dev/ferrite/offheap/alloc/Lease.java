package dev.ferrite.offheap.alloc;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * What lets others look at an owner's block for as long as it is the owner's: an arena that ends with it.
 *
 * <p>Made when somebody first asks, for its making and its end cost tens of microseconds, and most owners never need it.
 */
final class Lease {
    private final Arena arena = Arena.ofShared();
    private final long address;
    private final long bytes;

    Lease(long address, long bytes) {
        this.address = address;
        this.bytes = bytes;
    }

    @SuppressWarnings("restricted") // SAFETY: the range is the owner's, who ends the lease before giving it back
    MemorySegment segment() {
        return MemorySegment.ofAddress(address).reinterpret(bytes, arena, null);
    }

    @SuppressWarnings("restricted") // SAFETY: only the arena's clean-up is used
    void atEnd(Runnable action) {
        MemorySegment.ofAddress(address).reinterpret(0, arena, ended -> action.run());
    }

    /** No access is under way when this returns, and none will come. */
    void end() {
        arena.close();
    }
}
