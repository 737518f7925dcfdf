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
 * {@code struct drm_mode_get_property}: 64 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     8  __u64 values_ptr
 *      8     8  __u64 enum_blob_ptr
 *     16     4  __u32 prop_id
 *     20     4  __u32 flags
 *     24    32  char name[32]
 *     56     4  __u32 count_values
 *     60     4  __u32 count_enum_blobs
 * }</pre>
 */
public final class DrmModeGetProperty {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 64;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code values_ptr}, in bytes. */
    public static final long VALUES_PTR_OFFSET = 0;

    /** Offset of {@code enum_blob_ptr}, in bytes. */
    public static final long ENUM_BLOB_PTR_OFFSET = 8;

    /** Offset of {@code prop_id}, in bytes. */
    public static final long PROP_ID_OFFSET = 16;

    /** Offset of {@code flags}, in bytes. */
    public static final long FLAGS_OFFSET = 20;

    /** Offset of {@code name}, in bytes. */
    public static final long NAME_OFFSET = 24;

    /** Number of elements of {@code name}. */
    public static final long NAME_COUNT = 32;

    /** Offset of {@code count_values}, in bytes. */
    public static final long COUNT_VALUES_OFFSET = 56;

    /** Offset of {@code count_enum_blobs}, in bytes. */
    public static final long COUNT_ENUM_BLOBS_OFFSET = 60;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmModeGetProperty> TYPE =
            new StructType<>(DrmModeGetProperty.class, "drm_mode_get_property", LAYOUT);

    private DrmModeGetProperty() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_LONG.withName("values_ptr"), // 0
                ValueLayout.JAVA_LONG.withName("enum_blob_ptr"), // 8
                ValueLayout.JAVA_INT.withName("prop_id"), // 16
                ValueLayout.JAVA_INT.withName("flags"), // 20
                MemoryLayout.sequenceLayout(32, ValueLayout.JAVA_BYTE).withName("name"), // 24
                ValueLayout.JAVA_INT.withName("count_values"), // 56
                ValueLayout.JAVA_INT.withName("count_enum_blobs")); // 60
        return struct.withName("drm_mode_get_property");
    }

    /**
     * {@code __u64 values_ptr}, offset 0.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long valuesPtr(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, VALUES_PTR_OFFSET);
    }

    /**
     * Writes {@code values_ptr}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void valuesPtr(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, VALUES_PTR_OFFSET, value);
    }

    /**
     * {@code __u64 enum_blob_ptr}, offset 8.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long enumBlobPtr(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, ENUM_BLOB_PTR_OFFSET);
    }

    /**
     * Writes {@code enum_blob_ptr}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void enumBlobPtr(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, ENUM_BLOB_PTR_OFFSET, value);
    }

    /**
     * {@code __u32 prop_id}, offset 16.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int propId(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, PROP_ID_OFFSET);
    }

    /**
     * Writes {@code prop_id}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void propId(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, PROP_ID_OFFSET, value);
    }

    /**
     * {@code __u32 flags}, offset 20.
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
     * {@code char name[32]}, offset 24.
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

    /**
     * {@code __u32 count_values}, offset 56.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int countValues(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, COUNT_VALUES_OFFSET);
    }

    /**
     * Writes {@code count_values}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void countValues(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, COUNT_VALUES_OFFSET, value);
    }

    /**
     * {@code __u32 count_enum_blobs}, offset 60.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int countEnumBlobs(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, COUNT_ENUM_BLOBS_OFFSET);
    }

    /**
     * Writes {@code count_enum_blobs}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void countEnumBlobs(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, COUNT_ENUM_BLOBS_OFFSET, value);
    }
}
