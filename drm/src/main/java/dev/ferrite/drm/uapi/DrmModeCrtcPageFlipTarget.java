// Generated from drm_mode.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_mode_crtc_page_flip_target}: 24 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  __u32 crtc_id
 *      4     4  __u32 fb_id
 *      8     4  __u32 flags
 *     12     4  __u32 sequence
 *     16     8  __u64 user_data
 * }</pre>
 */
public final class DrmModeCrtcPageFlipTarget {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 24;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code crtc_id}, in bytes. */
    public static final long CRTC_ID_OFFSET = 0;

    /** Offset of {@code fb_id}, in bytes. */
    public static final long FB_ID_OFFSET = 4;

    /** Offset of {@code flags}, in bytes. */
    public static final long FLAGS_OFFSET = 8;

    /** Offset of {@code sequence}, in bytes. */
    public static final long SEQUENCE_OFFSET = 12;

    /** Offset of {@code user_data}, in bytes. */
    public static final long USER_DATA_OFFSET = 16;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmModeCrtcPageFlipTarget> TYPE =
            new StructType<>(DrmModeCrtcPageFlipTarget.class, "drm_mode_crtc_page_flip_target", LAYOUT);

    private DrmModeCrtcPageFlipTarget() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_INT.withName("crtc_id"), // 0
                ValueLayout.JAVA_INT.withName("fb_id"), // 4
                ValueLayout.JAVA_INT.withName("flags"), // 8
                ValueLayout.JAVA_INT.withName("sequence"), // 12
                ValueLayout.JAVA_LONG.withName("user_data")); // 16
        return struct.withName("drm_mode_crtc_page_flip_target");
    }

    /**
     * {@code __u32 crtc_id}, offset 0.
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
     * {@code __u32 fb_id}, offset 4.
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
     * {@code __u32 flags}, offset 8.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int flags(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, FLAGS_OFFSET);
    }

    /**
     * Writes {@code flags}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void flags(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, FLAGS_OFFSET, value);
    }

    /**
     * {@code __u32 sequence}, offset 12.
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
     * {@code __u64 user_data}, offset 16.
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
}
