// Generated from drm.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_scatter_gather}: 16 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     8  long unsigned int size
 *      8     8  long unsigned int handle
 * }</pre>
 */
public final class DrmScatterGather {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 16;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code size}, in bytes. */
    public static final long SIZE_OFFSET = 0;

    /** Offset of {@code handle}, in bytes. */
    public static final long HANDLE_OFFSET = 8;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmScatterGather> TYPE =
            new StructType<>(DrmScatterGather.class, "drm_scatter_gather", LAYOUT);

    private DrmScatterGather() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_LONG.withName("size"), // 0
                ValueLayout.JAVA_LONG.withName("handle")); // 8
        return struct.withName("drm_scatter_gather");
    }

    /**
     * {@code long unsigned int size}, offset 0.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long size(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, SIZE_OFFSET);
    }

    /**
     * Writes {@code size}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void size(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, SIZE_OFFSET, value);
    }

    /**
     * {@code long unsigned int handle}, offset 8.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long handle(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, HANDLE_OFFSET);
    }

    /**
     * Writes {@code handle}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void handle(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, HANDLE_OFFSET, value);
    }
}
