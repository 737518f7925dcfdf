// Generated from drm_mode.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_format_modifier}: 24 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     8  __u64 formats
 *      8     4  __u32 offset
 *     12     4  __u32 pad
 *     16     8  __u64 modifier
 * }</pre>
 */
public final class DrmFormatModifier {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 24;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code formats}, in bytes. */
    public static final long FORMATS_OFFSET = 0;

    /** Offset of {@code offset}, in bytes. */
    public static final long OFFSET_OFFSET = 8;

    /** Offset of {@code pad}, in bytes. */
    public static final long PAD_OFFSET = 12;

    /** Offset of {@code modifier}, in bytes. */
    public static final long MODIFIER_OFFSET = 16;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmFormatModifier> TYPE =
            new StructType<>(DrmFormatModifier.class, "drm_format_modifier", LAYOUT);

    private DrmFormatModifier() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_LONG.withName("formats"), // 0
                ValueLayout.JAVA_INT.withName("offset"), // 8
                ValueLayout.JAVA_INT.withName("pad"), // 12
                ValueLayout.JAVA_LONG.withName("modifier")); // 16
        return struct.withName("drm_format_modifier");
    }

    /**
     * {@code __u64 formats}, offset 0.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long formats(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, FORMATS_OFFSET);
    }

    /**
     * Writes {@code formats}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void formats(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, FORMATS_OFFSET, value);
    }

    /**
     * {@code __u32 offset}, offset 8.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int offset(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, OFFSET_OFFSET);
    }

    /**
     * Writes {@code offset}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void offset(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, OFFSET_OFFSET, value);
    }

    /**
     * {@code __u32 pad}, offset 12.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int pad(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, PAD_OFFSET);
    }

    /**
     * Writes {@code pad}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void pad(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, PAD_OFFSET, value);
    }

    /**
     * {@code __u64 modifier}, offset 16.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long modifier(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, MODIFIER_OFFSET);
    }

    /**
     * Writes {@code modifier}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void modifier(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, MODIFIER_OFFSET, value);
    }
}
