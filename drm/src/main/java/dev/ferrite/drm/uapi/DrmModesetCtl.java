// Generated from drm.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_modeset_ctl}: 8 bytes, alignment 4.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  __u32 crtc
 *      4     4  __u32 cmd
 * }</pre>
 */
public final class DrmModesetCtl {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 8;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 4;

    /** Offset of {@code crtc}, in bytes. */
    public static final long CRTC_OFFSET = 0;

    /** Offset of {@code cmd}, in bytes. */
    public static final long CMD_OFFSET = 4;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmModesetCtl> TYPE =
            new StructType<>(DrmModesetCtl.class, "drm_modeset_ctl", LAYOUT);

    private DrmModesetCtl() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_INT.withName("crtc"), // 0
                ValueLayout.JAVA_INT.withName("cmd")); // 4
        return struct.withName("drm_modeset_ctl");
    }

    /**
     * {@code __u32 crtc}, offset 0.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int crtc(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, CRTC_OFFSET);
    }

    /**
     * Writes {@code crtc}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void crtc(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, CRTC_OFFSET, value);
    }

    /**
     * {@code __u32 cmd}, offset 4.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int cmd(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, CMD_OFFSET);
    }

    /**
     * Writes {@code cmd}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void cmd(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, CMD_OFFSET, value);
    }
}
