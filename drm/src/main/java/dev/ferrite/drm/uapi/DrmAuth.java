// Generated from drm.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_auth}: 4 bytes, alignment 4.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  drm_magic_t magic
 * }</pre>
 */
public final class DrmAuth {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 4;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 4;

    /** Offset of {@code magic}, in bytes. */
    public static final long MAGIC_OFFSET = 0;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmAuth> TYPE = new StructType<>(DrmAuth.class, "drm_auth", LAYOUT);

    private DrmAuth() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(ValueLayout.JAVA_INT.withName("magic"));
        return struct.withName("drm_auth");
    }

    /**
     * {@code drm_magic_t magic}, offset 0.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int magic(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, MAGIC_OFFSET);
    }

    /**
     * Writes {@code magic}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void magic(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, MAGIC_OFFSET, value);
    }
}
