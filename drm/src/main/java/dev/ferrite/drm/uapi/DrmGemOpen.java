// Generated from drm.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_gem_open}: 16 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  __u32 name
 *      4     4  __u32 handle
 *      8     8  __u64 size
 * }</pre>
 */
public final class DrmGemOpen {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 16;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code name}, in bytes. */
    public static final long NAME_OFFSET = 0;

    /** Offset of {@code handle}, in bytes. */
    public static final long HANDLE_OFFSET = 4;

    /** Offset of {@code size}, in bytes. */
    public static final long SIZE_OFFSET = 8;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmGemOpen> TYPE = new StructType<>(DrmGemOpen.class, "drm_gem_open", LAYOUT);

    private DrmGemOpen() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_INT.withName("name"), // 0
                ValueLayout.JAVA_INT.withName("handle"), // 4
                ValueLayout.JAVA_LONG.withName("size")); // 8
        return struct.withName("drm_gem_open");
    }

    /**
     * {@code __u32 name}, offset 0.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int name(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, NAME_OFFSET);
    }

    /**
     * Writes {@code name}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void name(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, NAME_OFFSET, value);
    }

    /**
     * {@code __u32 handle}, offset 4.
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
     * {@code __u64 size}, offset 8.
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
}
