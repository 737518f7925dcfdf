// Generated from nova_drm.h: edit the source, not this file.
package dev.ferrite.nova.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * Asks the device for a struct; proposed, and not in every driver.
 *
 * <p>{@code struct drm_nova_info}: 16 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  __u32 id
 *      4     4  __u32 size
 *      8     8  __u64 data
 * }</pre>
 */
public final class DrmNovaInfo {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 16;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code id}, in bytes. */
    public static final long ID_OFFSET = 0;

    /** Offset of {@code size}, in bytes. */
    public static final long SIZE_OFFSET = 4;

    /** Offset of {@code data}, in bytes. */
    public static final long DATA_OFFSET = 8;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmNovaInfo> TYPE = new StructType<>(DrmNovaInfo.class, "drm_nova_info", LAYOUT);

    private DrmNovaInfo() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_INT.withName("id"), // 0
                ValueLayout.JAVA_INT.withName("size"), // 4
                ValueLayout.JAVA_LONG.withName("data")); // 8
        return struct.withName("drm_nova_info");
    }

    /**
     * In: which, such as NOVA_INFO_GPU.
     *
     * <p>{@code __u32 id}, offset 0.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int id(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, ID_OFFSET);
    }

    /**
     * Writes {@code id}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void id(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, ID_OFFSET, value);
    }

    /**
     * In: room at data, in bytes; out: bytes written there, or bytes needed if data is 0.
     *
     * <p>{@code __u32 size}, offset 4.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int size(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, SIZE_OFFSET);
    }

    /**
     * Writes {@code size}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void size(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, SIZE_OFFSET, value);
    }

    /**
     * In: address to write to, or 0.
     *
     * <p>{@code __u64 data}, offset 8.
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
