// Generated from drm_mode.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_mode_create_lease}: 24 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     8  __u64 object_ids
 *      8     4  __u32 object_count
 *     12     4  __u32 flags
 *     16     4  __u32 lessee_id
 *     20     4  __u32 fd
 * }</pre>
 */
public final class DrmModeCreateLease {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 24;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code object_ids}, in bytes. */
    public static final long OBJECT_IDS_OFFSET = 0;

    /** Offset of {@code object_count}, in bytes. */
    public static final long OBJECT_COUNT_OFFSET = 8;

    /** Offset of {@code flags}, in bytes. */
    public static final long FLAGS_OFFSET = 12;

    /** Offset of {@code lessee_id}, in bytes. */
    public static final long LESSEE_ID_OFFSET = 16;

    /** Offset of {@code fd}, in bytes. */
    public static final long FD_OFFSET = 20;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmModeCreateLease> TYPE =
            new StructType<>(DrmModeCreateLease.class, "drm_mode_create_lease", LAYOUT);

    private DrmModeCreateLease() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_LONG.withName("object_ids"), // 0
                ValueLayout.JAVA_INT.withName("object_count"), // 8
                ValueLayout.JAVA_INT.withName("flags"), // 12
                ValueLayout.JAVA_INT.withName("lessee_id"), // 16
                ValueLayout.JAVA_INT.withName("fd")); // 20
        return struct.withName("drm_mode_create_lease");
    }

    /**
     * {@code __u64 object_ids}, offset 0.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long objectIds(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, OBJECT_IDS_OFFSET);
    }

    /**
     * Writes {@code object_ids}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void objectIds(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, OBJECT_IDS_OFFSET, value);
    }

    /**
     * {@code __u32 object_count}, offset 8.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int objectCount(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, OBJECT_COUNT_OFFSET);
    }

    /**
     * Writes {@code object_count}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void objectCount(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, OBJECT_COUNT_OFFSET, value);
    }

    /**
     * {@code __u32 flags}, offset 12.
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
     * {@code __u32 lessee_id}, offset 16.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int lesseeId(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, LESSEE_ID_OFFSET);
    }

    /**
     * Writes {@code lessee_id}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void lesseeId(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, LESSEE_ID_OFFSET, value);
    }

    /**
     * {@code __u32 fd}, offset 20.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int fd(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, FD_OFFSET);
    }

    /**
     * Writes {@code fd}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void fd(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, FD_OFFSET, value);
    }
}
