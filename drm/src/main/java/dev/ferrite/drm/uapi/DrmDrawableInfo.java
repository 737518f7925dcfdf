// Generated from drm.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_drawable_info}: 16 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  unsigned int num_rects
 *      8     8  struct drm_clip_rect *rects
 * }</pre>
 */
public final class DrmDrawableInfo {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 16;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code num_rects}, in bytes. */
    public static final long NUM_RECTS_OFFSET = 0;

    /** Offset of {@code rects}, in bytes. */
    public static final long RECTS_OFFSET = 8;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmDrawableInfo> TYPE =
            new StructType<>(DrmDrawableInfo.class, "drm_drawable_info", LAYOUT);

    private DrmDrawableInfo() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_INT.withName("num_rects"), // 0
                MemoryLayout.paddingLayout(4), // 4
                ValueLayout.JAVA_LONG.withName("rects")); // 8
        return struct.withName("drm_drawable_info");
    }

    /**
     * {@code unsigned int num_rects}, offset 0.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int numRects(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, NUM_RECTS_OFFSET);
    }

    /**
     * Writes {@code num_rects}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void numRects(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, NUM_RECTS_OFFSET, value);
    }

    /**
     * {@code struct drm_clip_rect *rects}, offset 8.
     *
     * @param s the struct
     * @return an address
     */
    public static long rects(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, RECTS_OFFSET);
    }

    /**
     * Writes {@code rects}.
     *
     * @param s the struct
     * @param value an address
     */
    public static void rects(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, RECTS_OFFSET, value);
    }
}
