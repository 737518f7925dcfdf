// Generated from drm_mode.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_mode_cursor}: 28 bytes, alignment 4.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  __u32 flags
 *      4     4  __u32 crtc_id
 *      8     4  __s32 x
 *     12     4  __s32 y
 *     16     4  __u32 width
 *     20     4  __u32 height
 *     24     4  __u32 handle
 * }</pre>
 */
public final class DrmModeCursor {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 28;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 4;

    /** Offset of {@code flags}, in bytes. */
    public static final long FLAGS_OFFSET = 0;

    /** Offset of {@code crtc_id}, in bytes. */
    public static final long CRTC_ID_OFFSET = 4;

    /** Offset of {@code x}, in bytes. */
    public static final long X_OFFSET = 8;

    /** Offset of {@code y}, in bytes. */
    public static final long Y_OFFSET = 12;

    /** Offset of {@code width}, in bytes. */
    public static final long WIDTH_OFFSET = 16;

    /** Offset of {@code height}, in bytes. */
    public static final long HEIGHT_OFFSET = 20;

    /** Offset of {@code handle}, in bytes. */
    public static final long HANDLE_OFFSET = 24;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmModeCursor> TYPE =
            new StructType<>(DrmModeCursor.class, "drm_mode_cursor", LAYOUT);

    private DrmModeCursor() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_INT.withName("flags"), // 0
                ValueLayout.JAVA_INT.withName("crtc_id"), // 4
                ValueLayout.JAVA_INT.withName("x"), // 8
                ValueLayout.JAVA_INT.withName("y"), // 12
                ValueLayout.JAVA_INT.withName("width"), // 16
                ValueLayout.JAVA_INT.withName("height"), // 20
                ValueLayout.JAVA_INT.withName("handle")); // 24
        return struct.withName("drm_mode_cursor");
    }

    /**
     * {@code __u32 flags}, offset 0.
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
     * {@code __s32 x}, offset 8.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int x(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, X_OFFSET);
    }

    /**
     * Writes {@code x}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void x(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, X_OFFSET, value);
    }

    /**
     * {@code __s32 y}, offset 12.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int y(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, Y_OFFSET);
    }

    /**
     * Writes {@code y}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void y(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, Y_OFFSET, value);
    }

    /**
     * {@code __u32 width}, offset 16.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int width(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, WIDTH_OFFSET);
    }

    /**
     * Writes {@code width}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void width(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, WIDTH_OFFSET, value);
    }

    /**
     * {@code __u32 height}, offset 20.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int height(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, HEIGHT_OFFSET);
    }

    /**
     * Writes {@code height}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void height(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, HEIGHT_OFFSET, value);
    }

    /**
     * {@code __u32 handle}, offset 24.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int handle(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, HANDLE_OFFSET);
    }

    /**
     * Writes {@code handle}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void handle(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, HANDLE_OFFSET, value);
    }
}
