// Generated from nova_drm.h: edit the source, not this file.
package dev.ferrite.nova.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * Creates a buffer.
 *
 * <p>{@code struct drm_nova_gem_create}: 16 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  __u32 handle
 *      4     4  __u32 pad
 *      8     8  __u64 size
 * }</pre>
 */
public final class DrmNovaGemCreate {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 16;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code handle}, in bytes. */
    public static final long HANDLE_OFFSET = 0;

    /** Offset of {@code pad}, in bytes. */
    public static final long PAD_OFFSET = 4;

    /** Offset of {@code size}, in bytes. */
    public static final long SIZE_OFFSET = 8;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmNovaGemCreate> TYPE =
            new StructType<>(DrmNovaGemCreate.class, "drm_nova_gem_create", LAYOUT);

    private DrmNovaGemCreate() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_INT.withName("handle"), // 0
                ValueLayout.JAVA_INT.withName("pad"), // 4
                ValueLayout.JAVA_LONG.withName("size")); // 8
        return struct.withName("drm_nova_gem_create");
    }

    /**
     * Out: its handle, 1 or more.
     *
     * <p>{@code __u32 handle}, offset 0.
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
     * Should be zero.
     *
     * <p>{@code __u32 pad}, offset 4.
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
     * In: bytes wanted, more than 0; the buffer has the next multiple of the page size.
     *
     * <p>{@code __u64 size}, offset 8.
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
