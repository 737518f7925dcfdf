// Generated from drm_newer.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_gem_change_handle}: 8 bytes, alignment 4.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  __u32 handle
 *      4     4  __u32 new_handle
 * }</pre>
 */
public final class DrmGemChangeHandle {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 8;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 4;

    /** Offset of {@code handle}, in bytes. */
    public static final long HANDLE_OFFSET = 0;

    /** Offset of {@code new_handle}, in bytes. */
    public static final long NEW_HANDLE_OFFSET = 4;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmGemChangeHandle> TYPE =
            new StructType<>(DrmGemChangeHandle.class, "drm_gem_change_handle", LAYOUT);

    private DrmGemChangeHandle() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_INT.withName("handle"), // 0
                ValueLayout.JAVA_INT.withName("new_handle")); // 4
        return struct.withName("drm_gem_change_handle");
    }

    /**
     * {@code __u32 handle}, offset 0.
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
     * {@code __u32 new_handle}, offset 4.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int newHandle(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, NEW_HANDLE_OFFSET);
    }

    /**
     * Writes {@code new_handle}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void newHandle(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, NEW_HANDLE_OFFSET, value);
    }
}
