// Generated from drm.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_agp_mode}: 8 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     8  long unsigned int mode
 * }</pre>
 */
public final class DrmAgpMode {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 8;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code mode}, in bytes. */
    public static final long MODE_OFFSET = 0;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmAgpMode> TYPE = new StructType<>(DrmAgpMode.class, "drm_agp_mode", LAYOUT);

    private DrmAgpMode() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(ValueLayout.JAVA_LONG.withName("mode"));
        return struct.withName("drm_agp_mode");
    }

    /**
     * {@code long unsigned int mode}, offset 0.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long mode(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, MODE_OFFSET);
    }

    /**
     * Writes {@code mode}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void mode(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, MODE_OFFSET, value);
    }
}
