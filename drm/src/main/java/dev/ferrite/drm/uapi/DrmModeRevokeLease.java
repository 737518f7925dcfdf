// Generated from drm_mode.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_mode_revoke_lease}: 4 bytes, alignment 4.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  __u32 lessee_id
 * }</pre>
 */
public final class DrmModeRevokeLease {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 4;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 4;

    /** Offset of {@code lessee_id}, in bytes. */
    public static final long LESSEE_ID_OFFSET = 0;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmModeRevokeLease> TYPE =
            new StructType<>(DrmModeRevokeLease.class, "drm_mode_revoke_lease", LAYOUT);

    private DrmModeRevokeLease() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(ValueLayout.JAVA_INT.withName("lessee_id"));
        return struct.withName("drm_mode_revoke_lease");
    }

    /**
     * {@code __u32 lessee_id}, offset 0.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int lesseeId(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, LESSEE_ID_OFFSET);
    }

    /**
     * Writes {@code lessee_id}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void lesseeId(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, LESSEE_ID_OFFSET, value);
    }
}
