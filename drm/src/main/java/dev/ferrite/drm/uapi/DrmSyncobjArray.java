// Generated from drm.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_syncobj_array}: 16 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     8  __u64 handles
 *      8     4  __u32 count_handles
 *     12     4  __u32 pad
 * }</pre>
 */
public final class DrmSyncobjArray {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 16;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code handles}, in bytes. */
    public static final long HANDLES_OFFSET = 0;

    /** Offset of {@code count_handles}, in bytes. */
    public static final long COUNT_HANDLES_OFFSET = 8;

    /** Offset of {@code pad}, in bytes. */
    public static final long PAD_OFFSET = 12;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmSyncobjArray> TYPE =
            new StructType<>(DrmSyncobjArray.class, "drm_syncobj_array", LAYOUT);

    private DrmSyncobjArray() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_LONG.withName("handles"), // 0
                ValueLayout.JAVA_INT.withName("count_handles"), // 8
                ValueLayout.JAVA_INT.withName("pad")); // 12
        return struct.withName("drm_syncobj_array");
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
     * {@code __u32 count_handles}, offset 8.
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
}
