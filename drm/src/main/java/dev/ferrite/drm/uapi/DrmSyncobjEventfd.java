// Generated from drm_newer.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_syncobj_eventfd}: 24 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  __u32 handle
 *      4     4  __u32 flags
 *      8     8  __u64 point
 *     16     4  __s32 fd
 *     20     4  __u32 pad
 * }</pre>
 */
public final class DrmSyncobjEventfd {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 24;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code handle}, in bytes. */
    public static final long HANDLE_OFFSET = 0;

    /** Offset of {@code flags}, in bytes. */
    public static final long FLAGS_OFFSET = 4;

    /** Offset of {@code point}, in bytes. */
    public static final long POINT_OFFSET = 8;

    /** Offset of {@code fd}, in bytes. */
    public static final long FD_OFFSET = 16;

    /** Offset of {@code pad}, in bytes. */
    public static final long PAD_OFFSET = 20;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmSyncobjEventfd> TYPE =
            new StructType<>(DrmSyncobjEventfd.class, "drm_syncobj_eventfd", LAYOUT);

    private DrmSyncobjEventfd() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_INT.withName("handle"), // 0
                ValueLayout.JAVA_INT.withName("flags"), // 4
                ValueLayout.JAVA_LONG.withName("point"), // 8
                ValueLayout.JAVA_INT.withName("fd"), // 16
                ValueLayout.JAVA_INT.withName("pad")); // 20
        return struct.withName("drm_syncobj_eventfd");
    }

    /**
     * {@code __u32 handle}, offset 0.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int handle(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, HANDLE_OFFSET);
    }

    /**
     * Writes {@code handle}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void handle(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, HANDLE_OFFSET, value);
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
     * {@code __u64 point}, offset 8.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long point(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, POINT_OFFSET);
    }

    /**
     * Writes {@code point}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void point(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, POINT_OFFSET, value);
    }

    /**
     * {@code __s32 fd}, offset 16.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int fd(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, FD_OFFSET);
    }

    /**
     * Writes {@code fd}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void fd(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, FD_OFFSET, value);
    }

    /**
     * {@code __u32 pad}, offset 20.
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
