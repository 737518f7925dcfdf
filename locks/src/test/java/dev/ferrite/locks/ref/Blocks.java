package dev.ferrite.locks.ref;

import dev.ferrite.offheap.alloc.Kasan;
import dev.ferrite.offheap.alloc.Kmalloc;

/** How much memory is in use. */
final class Blocks {
    private Blocks() {}

    /** With KASAN on, a freed block waits in quarantine, where the allocator still counts it. */
    static long live() {
        return Kasan.ENABLED ? Kasan.leaks().size() : Kmalloc.system().stats().liveObjects();
    }
}
