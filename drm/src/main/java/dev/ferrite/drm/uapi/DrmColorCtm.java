// Generated from drm_mode.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.util.Objects;

/**
 * {@code struct drm_color_ctm}: 72 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0    72  __u64 matrix[9]
 * }</pre>
 */
public final class DrmColorCtm {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 72;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code matrix}, in bytes. */
    public static final long MATRIX_OFFSET = 0;

    /** Number of elements of {@code matrix}. */
    public static final long MATRIX_COUNT = 9;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmColorCtm> TYPE = new StructType<>(DrmColorCtm.class, "drm_color_ctm", LAYOUT);

    private DrmColorCtm() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                MemoryLayout.sequenceLayout(9, ValueLayout.JAVA_LONG).withName("matrix"));
        return struct.withName("drm_color_ctm");
    }

    /**
     * {@code __u64 matrix[9]}, offset 0.
     *
     * @param s the struct
     * @return a view of the whole array
     */
    public static MemorySegment matrix(MemorySegment s) {
        return s.asSlice(MATRIX_OFFSET, 72);
    }

    /**
     * Reads an element of {@code matrix}.
     *
     * @param s the struct
     * @param index 0 to 8
     * @return an unsigned 64-bit number
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static long matrix(MemorySegment s, long index) {
        long at = MATRIX_OFFSET + Objects.checkIndex(index, 9) * 8;
        return s.get(ValueLayout.JAVA_LONG, at);
    }

    /**
     * Writes an element of {@code matrix}.
     *
     * @param s the struct
     * @param index 0 to 8
     * @param value an unsigned 64-bit number
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static void matrix(MemorySegment s, long index, long value) {
        long at = MATRIX_OFFSET + Objects.checkIndex(index, 9) * 8;
        s.set(ValueLayout.JAVA_LONG, at, value);
    }
}
