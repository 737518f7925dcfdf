// Generated from drm_mode.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_format_modifier_blob}: 24 bytes, alignment 4.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  __u32 version
 *      4     4  __u32 flags
 *      8     4  __u32 count_formats
 *     12     4  __u32 formats_offset
 *     16     4  __u32 count_modifiers
 *     20     4  __u32 modifiers_offset
 * }</pre>
 */
public final class DrmFormatModifierBlob {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 24;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 4;

    /** Offset of {@code version}, in bytes. */
    public static final long VERSION_OFFSET = 0;

    /** Offset of {@code flags}, in bytes. */
    public static final long FLAGS_OFFSET = 4;

    /** Offset of {@code count_formats}, in bytes. */
    public static final long COUNT_FORMATS_OFFSET = 8;

    /** Offset of {@code formats_offset}, in bytes. */
    public static final long FORMATS_OFFSET_OFFSET = 12;

    /** Offset of {@code count_modifiers}, in bytes. */
    public static final long COUNT_MODIFIERS_OFFSET = 16;

    /** Offset of {@code modifiers_offset}, in bytes. */
    public static final long MODIFIERS_OFFSET_OFFSET = 20;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmFormatModifierBlob> TYPE =
            new StructType<>(DrmFormatModifierBlob.class, "drm_format_modifier_blob", LAYOUT);

    private DrmFormatModifierBlob() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_INT.withName("version"), // 0
                ValueLayout.JAVA_INT.withName("flags"), // 4
                ValueLayout.JAVA_INT.withName("count_formats"), // 8
                ValueLayout.JAVA_INT.withName("formats_offset"), // 12
                ValueLayout.JAVA_INT.withName("count_modifiers"), // 16
                ValueLayout.JAVA_INT.withName("modifiers_offset")); // 20
        return struct.withName("drm_format_modifier_blob");
    }

    /**
     * {@code __u32 version}, offset 0.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int version(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, VERSION_OFFSET);
    }

    /**
     * Writes {@code version}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void version(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, VERSION_OFFSET, value);
    }

    /**
     * {@code __u32 flags}, offset 4.
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
     * {@code __u32 count_formats}, offset 8.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int countFormats(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, COUNT_FORMATS_OFFSET);
    }

    /**
     * Writes {@code count_formats}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void countFormats(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, COUNT_FORMATS_OFFSET, value);
    }

    /**
     * {@code __u32 formats_offset}, offset 12.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int formatsOffset(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, FORMATS_OFFSET_OFFSET);
    }

    /**
     * Writes {@code formats_offset}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void formatsOffset(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, FORMATS_OFFSET_OFFSET, value);
    }

    /**
     * {@code __u32 count_modifiers}, offset 16.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int countModifiers(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, COUNT_MODIFIERS_OFFSET);
    }

    /**
     * Writes {@code count_modifiers}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void countModifiers(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, COUNT_MODIFIERS_OFFSET, value);
    }

    /**
     * {@code __u32 modifiers_offset}, offset 20.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int modifiersOffset(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, MODIFIERS_OFFSET_OFFSET);
    }

    /**
     * Writes {@code modifiers_offset}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void modifiersOffset(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, MODIFIERS_OFFSET_OFFSET, value);
    }
}
