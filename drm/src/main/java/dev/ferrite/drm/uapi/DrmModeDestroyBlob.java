// Generated from drm_mode.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_mode_destroy_blob}: 4 bytes, alignment 4.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  __u32 blob_id
 * }</pre>
 */
public final class DrmModeDestroyBlob {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 4;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 4;

    /** Offset of {@code blob_id}, in bytes. */
    public static final long BLOB_ID_OFFSET = 0;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmModeDestroyBlob> TYPE =
            new StructType<>(DrmModeDestroyBlob.class, "drm_mode_destroy_blob", LAYOUT);

    private DrmModeDestroyBlob() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(ValueLayout.JAVA_INT.withName("blob_id"));
        return struct.withName("drm_mode_destroy_blob");
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
}
