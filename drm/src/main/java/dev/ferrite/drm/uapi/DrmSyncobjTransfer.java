// Generated from drm.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_syncobj_transfer}: 32 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  __u32 src_handle
 *      4     4  __u32 dst_handle
 *      8     8  __u64 src_point
 *     16     8  __u64 dst_point
 *     24     4  __u32 flags
 *     28     4  __u32 pad
 * }</pre>
 */
public final class DrmSyncobjTransfer {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 32;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code src_handle}, in bytes. */
    public static final long SRC_HANDLE_OFFSET = 0;

    /** Offset of {@code dst_handle}, in bytes. */
    public static final long DST_HANDLE_OFFSET = 4;

    /** Offset of {@code src_point}, in bytes. */
    public static final long SRC_POINT_OFFSET = 8;

    /** Offset of {@code dst_point}, in bytes. */
    public static final long DST_POINT_OFFSET = 16;

    /** Offset of {@code flags}, in bytes. */
    public static final long FLAGS_OFFSET = 24;

    /** Offset of {@code pad}, in bytes. */
    public static final long PAD_OFFSET = 28;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmSyncobjTransfer> TYPE =
            new StructType<>(DrmSyncobjTransfer.class, "drm_syncobj_transfer", LAYOUT);

    private DrmSyncobjTransfer() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_INT.withName("src_handle"), // 0
                ValueLayout.JAVA_INT.withName("dst_handle"), // 4
                ValueLayout.JAVA_LONG.withName("src_point"), // 8
                ValueLayout.JAVA_LONG.withName("dst_point"), // 16
                ValueLayout.JAVA_INT.withName("flags"), // 24
                ValueLayout.JAVA_INT.withName("pad")); // 28
        return struct.withName("drm_syncobj_transfer");
    }

    /**
     * {@code __u32 src_handle}, offset 0.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int srcHandle(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, SRC_HANDLE_OFFSET);
    }

    /**
     * Writes {@code src_handle}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void srcHandle(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, SRC_HANDLE_OFFSET, value);
    }

    /**
     * {@code __u32 dst_handle}, offset 4.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int dstHandle(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, DST_HANDLE_OFFSET);
    }

    /**
     * Writes {@code dst_handle}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void dstHandle(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, DST_HANDLE_OFFSET, value);
    }

    /**
     * {@code __u64 src_point}, offset 8.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long srcPoint(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, SRC_POINT_OFFSET);
    }

    /**
     * Writes {@code src_point}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void srcPoint(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, SRC_POINT_OFFSET, value);
    }

    /**
     * {@code __u64 dst_point}, offset 16.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long dstPoint(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, DST_POINT_OFFSET);
    }

    /**
     * Writes {@code dst_point}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void dstPoint(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, DST_POINT_OFFSET, value);
    }

    /**
     * {@code __u32 flags}, offset 24.
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
     * {@code __u32 pad}, offset 28.
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
