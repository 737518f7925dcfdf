// Generated from drm_mode.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import dev.ferrite.offheap.struct.Fields;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.util.Objects;

/**
 * {@code struct drm_mode_property_enum}: 40 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     8  __u64 value
 *      8    32  char name[32]
 * }</pre>
 */
public final class DrmModePropertyEnum {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 40;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code value}, in bytes. */
    public static final long VALUE_OFFSET = 0;

    /** Offset of {@code name}, in bytes. */
    public static final long NAME_OFFSET = 8;

    /** Number of elements of {@code name}. */
    public static final long NAME_COUNT = 32;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmModePropertyEnum> TYPE =
            new StructType<>(DrmModePropertyEnum.class, "drm_mode_property_enum", LAYOUT);

    private DrmModePropertyEnum() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_LONG.withName("value"), // 0
                MemoryLayout.sequenceLayout(32, ValueLayout.JAVA_BYTE).withName("name")); // 8
        return struct.withName("drm_mode_property_enum");
    }

    /**
     * {@code __u64 value}, offset 0.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long value(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, VALUE_OFFSET);
    }

    /**
     * Writes {@code value}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void value(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, VALUE_OFFSET, value);
    }

    /**
     * {@code char name[32]}, offset 8.
     *
     * @param s the struct
     * @return a view of the whole array
     */
    public static MemorySegment name(MemorySegment s) {
        return s.asSlice(NAME_OFFSET, 32);
    }

    /**
     * Reads an element of {@code name}.
     *
     * @param s the struct
     * @param index 0 to 31
     * @return a signed 8-bit number
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static byte name(MemorySegment s, long index) {
        long at = NAME_OFFSET + Objects.checkIndex(index, 32);
        return s.get(ValueLayout.JAVA_BYTE, at);
    }

    /**
     * Writes an element of {@code name}.
     *
     * @param s the struct
     * @param index 0 to 31
     * @param value a signed 8-bit number
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static void name(MemorySegment s, long index, byte value) {
        long at = NAME_OFFSET + Objects.checkIndex(index, 32);
        s.set(ValueLayout.JAVA_BYTE, at, value);
    }

    /**
     * Reads {@code name} as text: UTF-8, up to the first NUL or the end of the array.
     *
     * @param s the struct
     * @return the text
     */
    public static String nameString(MemorySegment s) {
        return Fields.getString(s, NAME_OFFSET, 32);
    }

    /**
     * Writes {@code name} as text: UTF-8, the rest of the array zero.
     *
     * @param s the struct
     * @param value the text
     * @throws IllegalArgumentException if it has more than 31 bytes, or contains NUL
     */
    public static void nameString(MemorySegment s, String value) {
        Fields.setString(s, NAME_OFFSET, 32, value);
    }
}
