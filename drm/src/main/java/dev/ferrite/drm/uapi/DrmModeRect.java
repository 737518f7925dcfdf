// Generated from drm_mode.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_mode_rect}: 16 bytes, alignment 4.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  __s32 x1
 *      4     4  __s32 y1
 *      8     4  __s32 x2
 *     12     4  __s32 y2
 * }</pre>
 */
public final class DrmModeRect {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 16;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 4;

    /** Offset of {@code x1}, in bytes. */
    public static final long X1_OFFSET = 0;

    /** Offset of {@code y1}, in bytes. */
    public static final long Y1_OFFSET = 4;

    /** Offset of {@code x2}, in bytes. */
    public static final long X2_OFFSET = 8;

    /** Offset of {@code y2}, in bytes. */
    public static final long Y2_OFFSET = 12;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmModeRect> TYPE = new StructType<>(DrmModeRect.class, "drm_mode_rect", LAYOUT);

    private DrmModeRect() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_INT.withName("x1"), // 0
                ValueLayout.JAVA_INT.withName("y1"), // 4
                ValueLayout.JAVA_INT.withName("x2"), // 8
                ValueLayout.JAVA_INT.withName("y2")); // 12
        return struct.withName("drm_mode_rect");
    }

    /**
     * {@code __s32 x1}, offset 0.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int x1(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, X1_OFFSET);
    }

    /**
     * Writes {@code x1}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void x1(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, X1_OFFSET, value);
    }

    /**
     * {@code __s32 y1}, offset 4.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int y1(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, Y1_OFFSET);
    }

    /**
     * Writes {@code y1}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void y1(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, Y1_OFFSET, value);
    }

    /**
     * {@code __s32 x2}, offset 8.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int x2(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, X2_OFFSET);
    }

    /**
     * Writes {@code x2}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void x2(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, X2_OFFSET, value);
    }

    /**
     * {@code __s32 y2}, offset 12.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int y2(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, Y2_OFFSET);
    }

    /**
     * Writes {@code y2}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void y2(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, Y2_OFFSET, value);
    }
}
