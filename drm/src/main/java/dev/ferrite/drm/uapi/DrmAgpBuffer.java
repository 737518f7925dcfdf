// Generated from drm.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_agp_buffer}: 32 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     8  long unsigned int size
 *      8     8  long unsigned int handle
 *     16     8  long unsigned int type
 *     24     8  long unsigned int physical
 * }</pre>
 */
public final class DrmAgpBuffer {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 32;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code size}, in bytes. */
    public static final long SIZE_OFFSET = 0;

    /** Offset of {@code handle}, in bytes. */
    public static final long HANDLE_OFFSET = 8;

    /** Offset of {@code type}, in bytes. */
    public static final long TYPE_OFFSET = 16;

    /** Offset of {@code physical}, in bytes. */
    public static final long PHYSICAL_OFFSET = 24;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmAgpBuffer> TYPE = new StructType<>(DrmAgpBuffer.class, "drm_agp_buffer", LAYOUT);

    private DrmAgpBuffer() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_LONG.withName("size"), // 0
                ValueLayout.JAVA_LONG.withName("handle"), // 8
                ValueLayout.JAVA_LONG.withName("type"), // 16
                ValueLayout.JAVA_LONG.withName("physical")); // 24
        return struct.withName("drm_agp_buffer");
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

    /**
     * {@code long unsigned int type}, offset 16.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long type(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, TYPE_OFFSET);
    }

    /**
     * Writes {@code type}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void type(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, TYPE_OFFSET, value);
    }

    /**
     * {@code long unsigned int physical}, offset 24.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long physical(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, PHYSICAL_OFFSET);
    }

    /**
     * Writes {@code physical}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void physical(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, PHYSICAL_OFFSET, value);
    }
}
