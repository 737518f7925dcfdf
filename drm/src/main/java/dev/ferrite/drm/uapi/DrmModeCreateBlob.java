// Generated from drm_mode.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_mode_create_blob}: 16 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     8  __u64 data
 *      8     4  __u32 length
 *     12     4  __u32 blob_id
 * }</pre>
 */
public final class DrmModeCreateBlob {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 16;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code data}, in bytes. */
    public static final long DATA_OFFSET = 0;

    /** Offset of {@code length}, in bytes. */
    public static final long LENGTH_OFFSET = 8;

    /** Offset of {@code blob_id}, in bytes. */
    public static final long BLOB_ID_OFFSET = 12;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmModeCreateBlob> TYPE =
            new StructType<>(DrmModeCreateBlob.class, "drm_mode_create_blob", LAYOUT);

    private DrmModeCreateBlob() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_LONG.withName("data"), // 0
                ValueLayout.JAVA_INT.withName("length"), // 8
                ValueLayout.JAVA_INT.withName("blob_id")); // 12
        return struct.withName("drm_mode_create_blob");
    }

    /**
     * {@code __u64 data}, offset 0.
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

    /**
     * {@code __u32 length}, offset 8.
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
     * {@code __u32 blob_id}, offset 12.
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
}
