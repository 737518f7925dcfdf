// Generated from drm.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_event_vblank}: 32 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     8  struct drm_event base
 *      8     8  __u64 user_data
 *     16     4  __u32 tv_sec
 *     20     4  __u32 tv_usec
 *     24     4  __u32 sequence
 *     28     4  __u32 crtc_id
 * }</pre>
 */
public final class DrmEventVblank {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 32;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code base}, in bytes. */
    public static final long BASE_OFFSET = 0;

    /** Offset of {@code user_data}, in bytes. */
    public static final long USER_DATA_OFFSET = 8;

    /** Offset of {@code tv_sec}, in bytes. */
    public static final long TV_SEC_OFFSET = 16;

    /** Offset of {@code tv_usec}, in bytes. */
    public static final long TV_USEC_OFFSET = 20;

    /** Offset of {@code sequence}, in bytes. */
    public static final long SEQUENCE_OFFSET = 24;

    /** Offset of {@code crtc_id}, in bytes. */
    public static final long CRTC_ID_OFFSET = 28;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmEventVblank> TYPE =
            new StructType<>(DrmEventVblank.class, "drm_event_vblank", LAYOUT);

    private DrmEventVblank() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                DrmEvent.LAYOUT.withName("base"), // 0
                ValueLayout.JAVA_LONG.withName("user_data"), // 8
                ValueLayout.JAVA_INT.withName("tv_sec"), // 16
                ValueLayout.JAVA_INT.withName("tv_usec"), // 20
                ValueLayout.JAVA_INT.withName("sequence"), // 24
                ValueLayout.JAVA_INT.withName("crtc_id")); // 28
        return struct.withName("drm_event_vblank");
    }

    /**
     * {@code struct drm_event base}, offset 0.
     *
     * @param s the struct
     * @return a view of the nested struct
     */
    public static MemorySegment base(MemorySegment s) {
        return s.asSlice(BASE_OFFSET, 8);
    }

    /**
     * {@code __u64 user_data}, offset 8.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long userData(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, USER_DATA_OFFSET);
    }

    /**
     * Writes {@code user_data}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void userData(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, USER_DATA_OFFSET, value);
    }

    /**
     * {@code __u32 tv_sec}, offset 16.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int tvSec(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, TV_SEC_OFFSET);
    }

    /**
     * Writes {@code tv_sec}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void tvSec(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, TV_SEC_OFFSET, value);
    }

    /**
     * {@code __u32 tv_usec}, offset 20.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int tvUsec(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, TV_USEC_OFFSET);
    }

    /**
     * Writes {@code tv_usec}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void tvUsec(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, TV_USEC_OFFSET, value);
    }

    /**
     * {@code __u32 sequence}, offset 24.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int sequence(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, SEQUENCE_OFFSET);
    }

    /**
     * Writes {@code sequence}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void sequence(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, SEQUENCE_OFFSET, value);
    }

    /**
     * {@code __u32 crtc_id}, offset 28.
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
}
