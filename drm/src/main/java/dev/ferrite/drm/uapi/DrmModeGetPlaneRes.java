// Generated from drm_mode.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_mode_get_plane_res}: 16 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     8  __u64 plane_id_ptr
 *      8     4  __u32 count_planes
 * }</pre>
 */
public final class DrmModeGetPlaneRes {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 16;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code plane_id_ptr}, in bytes. */
    public static final long PLANE_ID_PTR_OFFSET = 0;

    /** Offset of {@code count_planes}, in bytes. */
    public static final long COUNT_PLANES_OFFSET = 8;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmModeGetPlaneRes> TYPE =
            new StructType<>(DrmModeGetPlaneRes.class, "drm_mode_get_plane_res", LAYOUT);

    private DrmModeGetPlaneRes() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_LONG.withName("plane_id_ptr"), // 0
                ValueLayout.JAVA_INT.withName("count_planes"), // 8
                MemoryLayout.paddingLayout(4)); // 12
        return struct.withName("drm_mode_get_plane_res");
    }

    /**
     * {@code __u64 plane_id_ptr}, offset 0.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long planeIdPtr(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, PLANE_ID_PTR_OFFSET);
    }

    /**
     * Writes {@code plane_id_ptr}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void planeIdPtr(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, PLANE_ID_PTR_OFFSET, value);
    }

    /**
     * {@code __u32 count_planes}, offset 8.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int countPlanes(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, COUNT_PLANES_OFFSET);
    }

    /**
     * Writes {@code count_planes}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void countPlanes(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, COUNT_PLANES_OFFSET, value);
    }
}
