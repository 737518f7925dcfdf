// Generated from drm.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;

/**
 * {@code union drm_wait_vblank}: 24 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0    16  struct drm_wait_vblank_request request
 *      0    24  struct drm_wait_vblank_reply reply
 * }</pre>
 */
public final class DrmWaitVblank {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 24;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code request}, in bytes. */
    public static final long REQUEST_OFFSET = 0;

    /** Offset of {@code reply}, in bytes. */
    public static final long REPLY_OFFSET = 0;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmWaitVblank> TYPE =
            new StructType<>(DrmWaitVblank.class, "drm_wait_vblank", LAYOUT);

    private DrmWaitVblank() {}

    private static StructLayout layout() {
        MemoryLayout members = MemoryLayout.unionLayout(
                DrmWaitVblankRequest.LAYOUT.withName("request"), // 0
                DrmWaitVblankReply.LAYOUT.withName("reply")); // 0
        StructLayout struct = MemoryLayout.structLayout(members);
        return struct.withName("drm_wait_vblank");
    }

    /**
     * {@code struct drm_wait_vblank_request request}, offset 0.
     *
     * @param s the struct
     * @return a view of the nested struct
     */
    public static MemorySegment request(MemorySegment s) {
        return s.asSlice(REQUEST_OFFSET, 16);
    }

    /**
     * {@code struct drm_wait_vblank_reply reply}, offset 0.
     *
     * @param s the struct
     * @return a view of the nested struct
     */
    public static MemorySegment reply(MemorySegment s) {
        return s.asSlice(REPLY_OFFSET, 24);
    }
}
