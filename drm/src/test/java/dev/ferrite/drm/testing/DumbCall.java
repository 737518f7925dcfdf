package dev.ferrite.drm.testing;

import dev.ferrite.drm.client.DrmNode;
import dev.ferrite.drm.uapi.DrmH;
import dev.ferrite.drm.uapi.DrmModeCreateDumb;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** What MODE_CREATE_DUMB answered: the result, or -errno, and the outputs, which held rubbish before the call. */
public record DumbCall(int result, int handle, int pitch, long size) {
    /** What is in each byte of the struct before the call. */
    private static final byte RUBBISH = 0x11;

    /** The handle of a call that left it alone. */
    public static final int NO_HANDLE = 0x1111_1111;

    public static DumbCall create(DrmNode node, int width, int height, int bpp) {
        return create(node, width, height, bpp, 0);
    }

    public static DumbCall create(DrmNode node, int width, int height, int bpp, int flags) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(DrmModeCreateDumb.LAYOUT);
            args.fill(RUBBISH);
            DrmModeCreateDumb.width(args, width);
            DrmModeCreateDumb.height(args, height);
            DrmModeCreateDumb.bpp(args, bpp);
            DrmModeCreateDumb.flags(args, flags);
            int result = node.ioctl(DrmH.DRM_IOCTL_MODE_CREATE_DUMB, args);
            return new DumbCall(
                    result,
                    DrmModeCreateDumb.handle(args),
                    DrmModeCreateDumb.pitch(args),
                    DrmModeCreateDumb.size(args));
        }
    }
}
