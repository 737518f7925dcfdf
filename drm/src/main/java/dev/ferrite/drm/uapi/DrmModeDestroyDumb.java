// Generated from drm_mode.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_mode_destroy_dumb}: 4 bytes, alignment 4.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  __u32 handle
 * }</pre>
 */
public final class DrmModeDestroyDumb {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 4;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 4;

    /** Offset of {@code handle}, in bytes. */
    public static final long HANDLE_OFFSET = 0;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmModeDestroyDumb> TYPE =
            new StructType<>(DrmModeDestroyDumb.class, "drm_mode_destroy_dumb", LAYOUT);

    private DrmModeDestroyDumb() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(ValueLayout.JAVA_INT.withName("handle"));
        return struct.withName("drm_mode_destroy_dumb");
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
}
