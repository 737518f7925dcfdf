// Generated from drm_mode.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_color_lut}: 8 bytes, alignment 2.
 *
 * <pre>{@code
 * offset  size  member
 *      0     2  __u16 red
 *      2     2  __u16 green
 *      4     2  __u16 blue
 *      6     2  __u16 reserved
 * }</pre>
 */
public final class DrmColorLut {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 8;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 2;

    /** Offset of {@code red}, in bytes. */
    public static final long RED_OFFSET = 0;

    /** Offset of {@code green}, in bytes. */
    public static final long GREEN_OFFSET = 2;

    /** Offset of {@code blue}, in bytes. */
    public static final long BLUE_OFFSET = 4;

    /** Offset of {@code reserved}, in bytes. */
    public static final long RESERVED_OFFSET = 6;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmColorLut> TYPE = new StructType<>(DrmColorLut.class, "drm_color_lut", LAYOUT);

    private DrmColorLut() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_SHORT.withName("red"), // 0
                ValueLayout.JAVA_SHORT.withName("green"), // 2
                ValueLayout.JAVA_SHORT.withName("blue"), // 4
                ValueLayout.JAVA_SHORT.withName("reserved")); // 6
        return struct.withName("drm_color_lut");
    }

    /**
     * {@code __u16 red}, offset 0.
     *
     * @param s the struct
     * @return a number of 0 to 65535
     */
    public static int red(MemorySegment s) {
        return Short.toUnsignedInt(s.get(ValueLayout.JAVA_SHORT, RED_OFFSET));
    }

    /**
     * Writes {@code red}.
     *
     * @param s the struct
     * @param value a number of 0 to 65535; higher bits are dropped
     */
    public static void red(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_SHORT, RED_OFFSET, (short) value);
    }

    /**
     * {@code __u16 green}, offset 2.
     *
     * @param s the struct
     * @return a number of 0 to 65535
     */
    public static int green(MemorySegment s) {
        return Short.toUnsignedInt(s.get(ValueLayout.JAVA_SHORT, GREEN_OFFSET));
    }

    /**
     * Writes {@code green}.
     *
     * @param s the struct
     * @param value a number of 0 to 65535; higher bits are dropped
     */
    public static void green(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_SHORT, GREEN_OFFSET, (short) value);
    }

    /**
     * {@code __u16 blue}, offset 4.
     *
     * @param s the struct
     * @return a number of 0 to 65535
     */
    public static int blue(MemorySegment s) {
        return Short.toUnsignedInt(s.get(ValueLayout.JAVA_SHORT, BLUE_OFFSET));
    }

    /**
     * Writes {@code blue}.
     *
     * @param s the struct
     * @param value a number of 0 to 65535; higher bits are dropped
     */
    public static void blue(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_SHORT, BLUE_OFFSET, (short) value);
    }

    /**
     * {@code __u16 reserved}, offset 6.
     *
     * @param s the struct
     * @return a number of 0 to 65535
     */
    public static int reserved(MemorySegment s) {
        return Short.toUnsignedInt(s.get(ValueLayout.JAVA_SHORT, RESERVED_OFFSET));
    }

    /**
     * Writes {@code reserved}.
     *
     * @param s the struct
     * @param value a number of 0 to 65535; higher bits are dropped
     */
    public static void reserved(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_SHORT, RESERVED_OFFSET, (short) value);
    }
}
