// Generated from drm.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_clip_rect}: 8 bytes, alignment 2.
 *
 * <pre>{@code
 * offset  size  member
 *      0     2  short unsigned int x1
 *      2     2  short unsigned int y1
 *      4     2  short unsigned int x2
 *      6     2  short unsigned int y2
 * }</pre>
 */
public final class DrmClipRect {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 8;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 2;

    /** Offset of {@code x1}, in bytes. */
    public static final long X1_OFFSET = 0;

    /** Offset of {@code y1}, in bytes. */
    public static final long Y1_OFFSET = 2;

    /** Offset of {@code x2}, in bytes. */
    public static final long X2_OFFSET = 4;

    /** Offset of {@code y2}, in bytes. */
    public static final long Y2_OFFSET = 6;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmClipRect> TYPE = new StructType<>(DrmClipRect.class, "drm_clip_rect", LAYOUT);

    private DrmClipRect() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_SHORT.withName("x1"), // 0
                ValueLayout.JAVA_SHORT.withName("y1"), // 2
                ValueLayout.JAVA_SHORT.withName("x2"), // 4
                ValueLayout.JAVA_SHORT.withName("y2")); // 6
        return struct.withName("drm_clip_rect");
    }

    /**
     * {@code short unsigned int x1}, offset 0.
     *
     * @param s the struct
     * @return a number of 0 to 65535
     */
    public static int x1(MemorySegment s) {
        return Short.toUnsignedInt(s.get(ValueLayout.JAVA_SHORT, X1_OFFSET));
    }

    /**
     * Writes {@code x1}.
     *
     * @param s the struct
     * @param value a number of 0 to 65535; higher bits are dropped
     */
    public static void x1(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_SHORT, X1_OFFSET, (short) value);
    }

    /**
     * {@code short unsigned int y1}, offset 2.
     *
     * @param s the struct
     * @return a number of 0 to 65535
     */
    public static int y1(MemorySegment s) {
        return Short.toUnsignedInt(s.get(ValueLayout.JAVA_SHORT, Y1_OFFSET));
    }

    /**
     * Writes {@code y1}.
     *
     * @param s the struct
     * @param value a number of 0 to 65535; higher bits are dropped
     */
    public static void y1(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_SHORT, Y1_OFFSET, (short) value);
    }

    /**
     * {@code short unsigned int x2}, offset 4.
     *
     * @param s the struct
     * @return a number of 0 to 65535
     */
    public static int x2(MemorySegment s) {
        return Short.toUnsignedInt(s.get(ValueLayout.JAVA_SHORT, X2_OFFSET));
    }

    /**
     * Writes {@code x2}.
     *
     * @param s the struct
     * @param value a number of 0 to 65535; higher bits are dropped
     */
    public static void x2(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_SHORT, X2_OFFSET, (short) value);
    }

    /**
     * {@code short unsigned int y2}, offset 6.
     *
     * @param s the struct
     * @return a number of 0 to 65535
     */
    public static int y2(MemorySegment s) {
        return Short.toUnsignedInt(s.get(ValueLayout.JAVA_SHORT, Y2_OFFSET));
    }

    /**
     * Writes {@code y2}.
     *
     * @param s the struct
     * @param value a number of 0 to 65535; higher bits are dropped
     */
    public static void y2(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_SHORT, Y2_OFFSET, (short) value);
    }
}
