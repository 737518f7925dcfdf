// Generated from drm.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_buf_pub}: 24 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  int idx
 *      4     4  int total
 *      8     4  int used
 *     16     8  void *address
 * }</pre>
 */
public final class DrmBufPub {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 24;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code idx}, in bytes. */
    public static final long IDX_OFFSET = 0;

    /** Offset of {@code total}, in bytes. */
    public static final long TOTAL_OFFSET = 4;

    /** Offset of {@code used}, in bytes. */
    public static final long USED_OFFSET = 8;

    /** Offset of {@code address}, in bytes. */
    public static final long ADDRESS_OFFSET = 16;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmBufPub> TYPE = new StructType<>(DrmBufPub.class, "drm_buf_pub", LAYOUT);

    private DrmBufPub() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_INT.withName("idx"), // 0
                ValueLayout.JAVA_INT.withName("total"), // 4
                ValueLayout.JAVA_INT.withName("used"), // 8
                MemoryLayout.paddingLayout(4), // 12
                ValueLayout.JAVA_LONG.withName("address")); // 16
        return struct.withName("drm_buf_pub");
    }

    /**
     * {@code int idx}, offset 0.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int idx(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, IDX_OFFSET);
    }

    /**
     * Writes {@code idx}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void idx(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, IDX_OFFSET, value);
    }

    /**
     * {@code int total}, offset 4.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int total(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, TOTAL_OFFSET);
    }

    /**
     * Writes {@code total}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void total(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, TOTAL_OFFSET, value);
    }

    /**
     * {@code int used}, offset 8.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int used(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, USED_OFFSET);
    }

    /**
     * Writes {@code used}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void used(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, USED_OFFSET, value);
    }

    /**
     * {@code void *address}, offset 16.
     *
     * @param s the struct
     * @return an address
     */
    public static long address(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, ADDRESS_OFFSET);
    }

    /**
     * Writes {@code address}.
     *
     * @param s the struct
     * @param value an address
     */
    public static void address(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, ADDRESS_OFFSET, value);
    }
}
