// Generated from drm_mode.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_mode_get_blob}: 16 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  __u32 blob_id
 *      4     4  __u32 length
 *      8     8  __u64 data
 * }</pre>
 */
public final class DrmModeGetBlob {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 16;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code blob_id}, in bytes. */
    public static final long BLOB_ID_OFFSET = 0;

    /** Offset of {@code length}, in bytes. */
    public static final long LENGTH_OFFSET = 4;

    /** Offset of {@code data}, in bytes. */
    public static final long DATA_OFFSET = 8;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmModeGetBlob> TYPE =
            new StructType<>(DrmModeGetBlob.class, "drm_mode_get_blob", LAYOUT);

    private DrmModeGetBlob() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_INT.withName("blob_id"), // 0
                ValueLayout.JAVA_INT.withName("length"), // 4
                ValueLayout.JAVA_LONG.withName("data")); // 8
        return struct.withName("drm_mode_get_blob");
    }

    /**
     * {@code __u32 blob_id}, offset 0.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int blobId(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, BLOB_ID_OFFSET);
    }

    /**
     * Writes {@code blob_id}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void blobId(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, BLOB_ID_OFFSET, value);
    }

    /**
     * {@code __u32 length}, offset 4.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int length(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, LENGTH_OFFSET);
    }

    /**
     * Writes {@code length}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void length(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, LENGTH_OFFSET, value);
    }

    /**
     * {@code __u64 data}, offset 8.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long data(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, DATA_OFFSET);
    }

    /**
     * Writes {@code data}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void data(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, DATA_OFFSET, value);
    }
}
