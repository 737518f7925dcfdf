// Generated from drm_mode.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_mode_set_plane}: 48 bytes, alignment 4.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  __u32 plane_id
 *      4     4  __u32 crtc_id
 *      8     4  __u32 fb_id
 *     12     4  __u32 flags
 *     16     4  __s32 crtc_x
 *     20     4  __s32 crtc_y
 *     24     4  __u32 crtc_w
 *     28     4  __u32 crtc_h
 *     32     4  __u32 src_x
 *     36     4  __u32 src_y
 *     40     4  __u32 src_h
 *     44     4  __u32 src_w
 * }</pre>
 */
public final class DrmModeSetPlane {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 48;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 4;

    /** Offset of {@code plane_id}, in bytes. */
    public static final long PLANE_ID_OFFSET = 0;

    /** Offset of {@code crtc_id}, in bytes. */
    public static final long CRTC_ID_OFFSET = 4;

    /** Offset of {@code fb_id}, in bytes. */
    public static final long FB_ID_OFFSET = 8;

    /** Offset of {@code flags}, in bytes. */
    public static final long FLAGS_OFFSET = 12;

    /** Offset of {@code crtc_x}, in bytes. */
    public static final long CRTC_X_OFFSET = 16;

    /** Offset of {@code crtc_y}, in bytes. */
    public static final long CRTC_Y_OFFSET = 20;

    /** Offset of {@code crtc_w}, in bytes. */
    public static final long CRTC_W_OFFSET = 24;

    /** Offset of {@code crtc_h}, in bytes. */
    public static final long CRTC_H_OFFSET = 28;

    /** Offset of {@code src_x}, in bytes. */
    public static final long SRC_X_OFFSET = 32;

    /** Offset of {@code src_y}, in bytes. */
    public static final long SRC_Y_OFFSET = 36;

    /** Offset of {@code src_h}, in bytes. */
    public static final long SRC_H_OFFSET = 40;

    /** Offset of {@code src_w}, in bytes. */
    public static final long SRC_W_OFFSET = 44;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmModeSetPlane> TYPE =
            new StructType<>(DrmModeSetPlane.class, "drm_mode_set_plane", LAYOUT);

    private DrmModeSetPlane() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_INT.withName("plane_id"), // 0
                ValueLayout.JAVA_INT.withName("crtc_id"), // 4
                ValueLayout.JAVA_INT.withName("fb_id"), // 8
                ValueLayout.JAVA_INT.withName("flags"), // 12
                ValueLayout.JAVA_INT.withName("crtc_x"), // 16
                ValueLayout.JAVA_INT.withName("crtc_y"), // 20
                ValueLayout.JAVA_INT.withName("crtc_w"), // 24
                ValueLayout.JAVA_INT.withName("crtc_h"), // 28
                ValueLayout.JAVA_INT.withName("src_x"), // 32
                ValueLayout.JAVA_INT.withName("src_y"), // 36
                ValueLayout.JAVA_INT.withName("src_h"), // 40
                ValueLayout.JAVA_INT.withName("src_w")); // 44
        return struct.withName("drm_mode_set_plane");
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
     * {@code __u32 flags}, offset 12.
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
     * {@code __s32 crtc_x}, offset 16.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int crtcX(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, CRTC_X_OFFSET);
    }

    /**
     * Writes {@code crtc_x}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void crtcX(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, CRTC_X_OFFSET, value);
    }

    /**
     * {@code __s32 crtc_y}, offset 20.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int crtcY(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, CRTC_Y_OFFSET);
    }

    /**
     * Writes {@code crtc_y}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void crtcY(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, CRTC_Y_OFFSET, value);
    }

    /**
     * {@code __u32 crtc_w}, offset 24.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int crtcW(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, CRTC_W_OFFSET);
    }

    /**
     * Writes {@code crtc_w}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void crtcW(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, CRTC_W_OFFSET, value);
    }

    /**
     * {@code __u32 crtc_h}, offset 28.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int crtcH(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, CRTC_H_OFFSET);
    }

    /**
     * Writes {@code crtc_h}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void crtcH(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, CRTC_H_OFFSET, value);
    }

    /**
     * {@code __u32 src_x}, offset 32.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int srcX(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, SRC_X_OFFSET);
    }

    /**
     * Writes {@code src_x}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void srcX(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, SRC_X_OFFSET, value);
    }

    /**
     * {@code __u32 src_y}, offset 36.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int srcY(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, SRC_Y_OFFSET);
    }

    /**
     * Writes {@code src_y}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void srcY(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, SRC_Y_OFFSET, value);
    }

    /**
     * {@code __u32 src_h}, offset 40.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int srcH(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, SRC_H_OFFSET);
    }

    /**
     * Writes {@code src_h}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void srcH(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, SRC_H_OFFSET, value);
    }

    /**
     * {@code __u32 src_w}, offset 44.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int srcW(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, SRC_W_OFFSET);
    }

    /**
     * Writes {@code src_w}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void srcW(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, SRC_W_OFFSET, value);
    }
}
