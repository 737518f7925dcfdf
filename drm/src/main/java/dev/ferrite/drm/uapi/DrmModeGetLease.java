// Generated from drm_mode.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_mode_get_lease}: 16 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  __u32 count_objects
 *      4     4  __u32 pad
 *      8     8  __u64 objects_ptr
 * }</pre>
 */
public final class DrmModeGetLease {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 16;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code count_objects}, in bytes. */
    public static final long COUNT_OBJECTS_OFFSET = 0;

    /** Offset of {@code pad}, in bytes. */
    public static final long PAD_OFFSET = 4;

    /** Offset of {@code objects_ptr}, in bytes. */
    public static final long OBJECTS_PTR_OFFSET = 8;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmModeGetLease> TYPE =
            new StructType<>(DrmModeGetLease.class, "drm_mode_get_lease", LAYOUT);

    private DrmModeGetLease() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_INT.withName("count_objects"), // 0
                ValueLayout.JAVA_INT.withName("pad"), // 4
                ValueLayout.JAVA_LONG.withName("objects_ptr")); // 8
        return struct.withName("drm_mode_get_lease");
    }

    /**
     * {@code __u32 count_objects}, offset 0.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int countObjects(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, COUNT_OBJECTS_OFFSET);
    }

    /**
     * Writes {@code count_objects}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void countObjects(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, COUNT_OBJECTS_OFFSET, value);
    }

    /**
     * {@code __u32 pad}, offset 4.
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
     * {@code __u64 objects_ptr}, offset 8.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long objectsPtr(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, OBJECTS_PTR_OFFSET);
    }

    /**
     * Writes {@code objects_ptr}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void objectsPtr(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, OBJECTS_PTR_OFFSET, value);
    }
}
