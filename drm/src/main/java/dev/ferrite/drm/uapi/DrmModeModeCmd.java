// Generated from drm_mode.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_mode_mode_cmd}: 72 bytes, alignment 4.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  __u32 connector_id
 *      4    68  struct drm_mode_modeinfo mode
 * }</pre>
 */
public final class DrmModeModeCmd {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 72;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 4;

    /** Offset of {@code connector_id}, in bytes. */
    public static final long CONNECTOR_ID_OFFSET = 0;

    /** Offset of {@code mode}, in bytes. */
    public static final long MODE_OFFSET = 4;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmModeModeCmd> TYPE =
            new StructType<>(DrmModeModeCmd.class, "drm_mode_mode_cmd", LAYOUT);

    private DrmModeModeCmd() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_INT.withName("connector_id"), // 0
                DrmModeModeinfo.LAYOUT.withName("mode")); // 4
        return struct.withName("drm_mode_mode_cmd");
    }

    /**
     * {@code __u32 connector_id}, offset 0.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int connectorId(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, CONNECTOR_ID_OFFSET);
    }

    /**
     * Writes {@code connector_id}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void connectorId(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, CONNECTOR_ID_OFFSET, value);
    }

    /**
     * {@code struct drm_mode_modeinfo mode}, offset 4.
     *
     * @param s the struct
     * @return a view of the nested struct
     */
    public static MemorySegment mode(MemorySegment s) {
        return s.asSlice(MODE_OFFSET, 68);
    }
}
