// Generated from drm.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_buf_info}: 16 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  int count
 *      8     8  struct drm_buf_desc *list
 * }</pre>
 */
public final class DrmBufInfo {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 16;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code count}, in bytes. */
    public static final long COUNT_OFFSET = 0;

    /** Offset of {@code list}, in bytes. */
    public static final long LIST_OFFSET = 8;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmBufInfo> TYPE = new StructType<>(DrmBufInfo.class, "drm_buf_info", LAYOUT);

    private DrmBufInfo() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_INT.withName("count"), // 0
                MemoryLayout.paddingLayout(4), // 4
                ValueLayout.JAVA_LONG.withName("list")); // 8
        return struct.withName("drm_buf_info");
    }

    /**
     * {@code int count}, offset 0.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int count(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, COUNT_OFFSET);
    }

    /**
     * Writes {@code count}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void count(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, COUNT_OFFSET, value);
    }

    /**
     * {@code struct drm_buf_desc *list}, offset 8.
     *
     * @param s the struct
     * @return an address
     */
    public static long list(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, LIST_OFFSET);
    }

    /**
     * Writes {@code list}.
     *
     * @param s the struct
     * @param value an address
     */
    public static void list(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, LIST_OFFSET, value);
    }
}
