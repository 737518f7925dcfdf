// Generated from drm_mode.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_mode_get_plane}: 32 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  __u32 plane_id
 *      4     4  __u32 crtc_id
 *      8     4  __u32 fb_id
 *     12     4  __u32 possible_crtcs
 *     16     4  __u32 gamma_size
 *     20     4  __u32 count_format_types
 *     24     8  __u64 format_type_ptr
 * }</pre>
 */
public final class DrmModeGetPlane {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 32;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code plane_id}, in bytes. */
    public static final long PLANE_ID_OFFSET = 0;

    /** Offset of {@code crtc_id}, in bytes. */
    public static final long CRTC_ID_OFFSET = 4;

    /** Offset of {@code fb_id}, in bytes. */
    public static final long FB_ID_OFFSET = 8;

    /** Offset of {@code possible_crtcs}, in bytes. */
    public static final long POSSIBLE_CRTCS_OFFSET = 12;

    /** Offset of {@code gamma_size}, in bytes. */
    public static final long GAMMA_SIZE_OFFSET = 16;

    /** Offset of {@code count_format_types}, in bytes. */
    public static final long COUNT_FORMAT_TYPES_OFFSET = 20;

    /** Offset of {@code format_type_ptr}, in bytes. */
    public static final long FORMAT_TYPE_PTR_OFFSET = 24;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmModeGetPlane> TYPE =
            new StructType<>(DrmModeGetPlane.class, "drm_mode_get_plane", LAYOUT);

    private DrmModeGetPlane() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_INT.withName("plane_id"), // 0
                ValueLayout.JAVA_INT.withName("crtc_id"), // 4
                ValueLayout.JAVA_INT.withName("fb_id"), // 8
                ValueLayout.JAVA_INT.withName("possible_crtcs"), // 12
                ValueLayout.JAVA_INT.withName("gamma_size"), // 16
                ValueLayout.JAVA_INT.withName("count_format_types"), // 20
                ValueLayout.JAVA_LONG.withName("format_type_ptr")); // 24
        return struct.withName("drm_mode_get_plane");
    }

    /**
     * {@code __u32 plane_id}, offset 0.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int planeId(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, PLANE_ID_OFFSET);
    }

    /**
     * Writes {@code plane_id}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void planeId(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, PLANE_ID_OFFSET, value);
    }

    /**
     * {@code __u32 crtc_id}, offset 4.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int crtcId(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, CRTC_ID_OFFSET);
    }

    /**
     * Writes {@code crtc_id}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void crtcId(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, CRTC_ID_OFFSET, value);
    }

    /**
     * {@code __u32 fb_id}, offset 8.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int fbId(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, FB_ID_OFFSET);
    }

    /**
     * Writes {@code fb_id}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void fbId(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, FB_ID_OFFSET, value);
    }

    /**
     * {@code __u32 possible_crtcs}, offset 12.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int possibleCrtcs(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, POSSIBLE_CRTCS_OFFSET);
    }

    /**
     * Writes {@code possible_crtcs}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void possibleCrtcs(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, POSSIBLE_CRTCS_OFFSET, value);
    }

    /**
     * {@code __u32 gamma_size}, offset 16.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int gammaSize(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, GAMMA_SIZE_OFFSET);
    }

    /**
     * Writes {@code gamma_size}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void gammaSize(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, GAMMA_SIZE_OFFSET, value);
    }

    /**
     * {@code __u32 count_format_types}, offset 20.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int countFormatTypes(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, COUNT_FORMAT_TYPES_OFFSET);
    }

    /**
     * Writes {@code count_format_types}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void countFormatTypes(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, COUNT_FORMAT_TYPES_OFFSET, value);
    }

    /**
     * {@code __u64 format_type_ptr}, offset 24.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long formatTypePtr(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, FORMAT_TYPE_PTR_OFFSET);
    }

    /**
     * Writes {@code format_type_ptr}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void formatTypePtr(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, FORMAT_TYPE_PTR_OFFSET, value);
    }
}
