// Generated from drm_mode.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_mode_map_dumb}: 16 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  __u32 handle
 *      4     4  __u32 pad
 *      8     8  __u64 offset
 * }</pre>
 */
public final class DrmModeMapDumb {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 16;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code handle}, in bytes. */
    public static final long HANDLE_OFFSET = 0;

    /** Offset of {@code pad}, in bytes. */
    public static final long PAD_OFFSET = 4;

    /** Offset of {@code offset}, in bytes. */
    public static final long OFFSET_OFFSET = 8;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmModeMapDumb> TYPE =
            new StructType<>(DrmModeMapDumb.class, "drm_mode_map_dumb", LAYOUT);

    private DrmModeMapDumb() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_INT.withName("handle"), // 0
                ValueLayout.JAVA_INT.withName("pad"), // 4
                ValueLayout.JAVA_LONG.withName("offset")); // 8
        return struct.withName("drm_mode_map_dumb");
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

    /**
     * {@code __u64 offset}, offset 8.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long offset(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, OFFSET_OFFSET);
    }

    /**
     * Writes {@code offset}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void offset(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, OFFSET_OFFSET, value);
    }
}
