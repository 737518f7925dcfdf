// Generated from drm.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_block}: 4 bytes, alignment 4.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  int unused
 * }</pre>
 */
public final class DrmBlock {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 4;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 4;

    /** Offset of {@code unused}, in bytes. */
    public static final long UNUSED_OFFSET = 0;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmBlock> TYPE = new StructType<>(DrmBlock.class, "drm_block", LAYOUT);

    private DrmBlock() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(ValueLayout.JAVA_INT.withName("unused"));
        return struct.withName("drm_block");
    }

    /**
     * {@code int unused}, offset 0.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int unused(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, UNUSED_OFFSET);
    }

    /**
     * Writes {@code unused}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void unused(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, UNUSED_OFFSET, value);
    }
}
