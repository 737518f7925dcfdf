// Generated from drm.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_gem_close}: 8 bytes, alignment 4.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  __u32 handle
 *      4     4  __u32 pad
 * }</pre>
 */
public final class DrmGemClose {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 8;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 4;

    /** Offset of {@code handle}, in bytes. */
    public static final long HANDLE_OFFSET = 0;

    /** Offset of {@code pad}, in bytes. */
    public static final long PAD_OFFSET = 4;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmGemClose> TYPE = new StructType<>(DrmGemClose.class, "drm_gem_close", LAYOUT);

    private DrmGemClose() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_INT.withName("handle"), // 0
                ValueLayout.JAVA_INT.withName("pad")); // 4
        return struct.withName("drm_gem_close");
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
     * {@code __u32 pad}, offset 4.
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
}
