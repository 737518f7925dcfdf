// Generated from drm.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_tex_region}: 8 bytes, alignment 4.
 *
 * <pre>{@code
 * offset  size  member
 *      0     1  unsigned char next
 *      1     1  unsigned char prev
 *      2     1  unsigned char in_use
 *      3     1  unsigned char padding
 *      4     4  unsigned int age
 * }</pre>
 */
public final class DrmTexRegion {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 8;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 4;

    /** Offset of {@code next}, in bytes. */
    public static final long NEXT_OFFSET = 0;

    /** Offset of {@code prev}, in bytes. */
    public static final long PREV_OFFSET = 1;

    /** Offset of {@code in_use}, in bytes. */
    public static final long IN_USE_OFFSET = 2;

    /** Offset of {@code padding}, in bytes. */
    public static final long PADDING_OFFSET = 3;

    /** Offset of {@code age}, in bytes. */
    public static final long AGE_OFFSET = 4;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmTexRegion> TYPE = new StructType<>(DrmTexRegion.class, "drm_tex_region", LAYOUT);

    private DrmTexRegion() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_BYTE.withName("next"), // 0
                ValueLayout.JAVA_BYTE.withName("prev"), // 1
                ValueLayout.JAVA_BYTE.withName("in_use"), // 2
                ValueLayout.JAVA_BYTE.withName("padding"), // 3
                ValueLayout.JAVA_INT.withName("age")); // 4
        return struct.withName("drm_tex_region");
    }

    /**
     * {@code unsigned char next}, offset 0.
     *
     * @param s the struct
     * @return a number of 0 to 255
     */
    public static int next(MemorySegment s) {
        return Byte.toUnsignedInt(s.get(ValueLayout.JAVA_BYTE, NEXT_OFFSET));
    }

    /**
     * Writes {@code next}.
     *
     * @param s the struct
     * @param value a number of 0 to 255; higher bits are dropped
     */
    public static void next(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_BYTE, NEXT_OFFSET, (byte) value);
    }

    /**
     * {@code unsigned char prev}, offset 1.
     *
     * @param s the struct
     * @return a number of 0 to 255
     */
    public static int prev(MemorySegment s) {
        return Byte.toUnsignedInt(s.get(ValueLayout.JAVA_BYTE, PREV_OFFSET));
    }

    /**
     * Writes {@code prev}.
     *
     * @param s the struct
     * @param value a number of 0 to 255; higher bits are dropped
     */
    public static void prev(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_BYTE, PREV_OFFSET, (byte) value);
    }

    /**
     * {@code unsigned char in_use}, offset 2.
     *
     * @param s the struct
     * @return a number of 0 to 255
     */
    public static int inUse(MemorySegment s) {
        return Byte.toUnsignedInt(s.get(ValueLayout.JAVA_BYTE, IN_USE_OFFSET));
    }

    /**
     * Writes {@code in_use}.
     *
     * @param s the struct
     * @param value a number of 0 to 255; higher bits are dropped
     */
    public static void inUse(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_BYTE, IN_USE_OFFSET, (byte) value);
    }

    /**
     * {@code unsigned char padding}, offset 3.
     *
     * @param s the struct
     * @return a number of 0 to 255
     */
    public static int padding(MemorySegment s) {
        return Byte.toUnsignedInt(s.get(ValueLayout.JAVA_BYTE, PADDING_OFFSET));
    }

    /**
     * Writes {@code padding}.
     *
     * @param s the struct
     * @param value a number of 0 to 255; higher bits are dropped
     */
    public static void padding(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_BYTE, PADDING_OFFSET, (byte) value);
    }

    /**
     * {@code unsigned int age}, offset 4.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int age(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, AGE_OFFSET);
    }

    /**
     * Writes {@code age}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void age(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, AGE_OFFSET, value);
    }
}
