package dev.ferrite.drm.testing;

import dev.ferrite.drm.client.DrmNode;
import dev.ferrite.drm.vgem.Vgem;
import dev.ferrite.drm.vgem.VgemFenceAttach;
import dev.ferrite.drm.vgem.VgemFenceSignal;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** The calls of vgem, bare: the result, or -errno. */
public final class VgemCalls {
    private VgemCalls() {}

    /** The number of the new fence. */
    public static int attach(DrmNode node, int handle, int flags) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(VgemFenceAttach.LAYOUT);
            VgemFenceAttach.handle(args, handle);
            VgemFenceAttach.flags(args, flags);
            int result = node.ioctl(Vgem.FENCE_ATTACH, args);
            return result < 0 ? result : VgemFenceAttach.outFence(args);
        }
    }

    public static int signal(DrmNode node, int fence) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(VgemFenceSignal.LAYOUT);
            VgemFenceSignal.fence(args, fence);
            return node.ioctl(Vgem.FENCE_SIGNAL, args);
        }
    }
}
