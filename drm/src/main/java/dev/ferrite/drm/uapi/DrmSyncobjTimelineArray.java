// Generated from drm.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_syncobj_timeline_array}: 24 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     8  __u64 handles
 *      8     8  __u64 points
 *     16     4  __u32 count_handles
 *     20     4  __u32 flags
 * }</pre>
 */
public final class DrmSyncobjTimelineArray {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 24;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code handles}, in bytes. */
    public static final long HANDLES_OFFSET = 0;

    /** Offset of {@code points}, in bytes. */
    public static final long POINTS_OFFSET = 8;

    /** Offset of {@code count_handles}, in bytes. */
    public static final long COUNT_HANDLES_OFFSET = 16;

    /** Offset of {@code flags}, in bytes. */
    public static final long FLAGS_OFFSET = 20;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmSyncobjTimelineArray> TYPE =
            new StructType<>(DrmSyncobjTimelineArray.class, "drm_syncobj_timeline_array", LAYOUT);

    private DrmSyncobjTimelineArray() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_LONG.withName("handles"), // 0
                ValueLayout.JAVA_LONG.withName("points"), // 8
                ValueLayout.JAVA_INT.withName("count_handles"), // 16
                ValueLayout.JAVA_INT.withName("flags")); // 20
        return struct.withName("drm_syncobj_timeline_array");
    }

    /**
     * {@code __u64 handles}, offset 0.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long handles(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, HANDLES_OFFSET);
    }

    /**
     * Writes {@code handles}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void handles(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, HANDLES_OFFSET, value);
    }

    /**
     * {@code __u64 points}, offset 8.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long points(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, POINTS_OFFSET);
    }

    /**
     * Writes {@code points}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void points(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, POINTS_OFFSET, value);
    }

    /**
     * {@code __u32 count_handles}, offset 16.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int countHandles(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, COUNT_HANDLES_OFFSET);
    }

    /**
     * Writes {@code count_handles}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void countHandles(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, COUNT_HANDLES_OFFSET, value);
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
}
