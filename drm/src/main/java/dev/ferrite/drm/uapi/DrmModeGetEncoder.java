// Generated from drm_mode.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_mode_get_encoder}: 20 bytes, alignment 4.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  __u32 encoder_id
 *      4     4  __u32 encoder_type
 *      8     4  __u32 crtc_id
 *     12     4  __u32 possible_crtcs
 *     16     4  __u32 possible_clones
 * }</pre>
 */
public final class DrmModeGetEncoder {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 20;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 4;

    /** Offset of {@code encoder_id}, in bytes. */
    public static final long ENCODER_ID_OFFSET = 0;

    /** Offset of {@code encoder_type}, in bytes. */
    public static final long ENCODER_TYPE_OFFSET = 4;

    /** Offset of {@code crtc_id}, in bytes. */
    public static final long CRTC_ID_OFFSET = 8;

    /** Offset of {@code possible_crtcs}, in bytes. */
    public static final long POSSIBLE_CRTCS_OFFSET = 12;

    /** Offset of {@code possible_clones}, in bytes. */
    public static final long POSSIBLE_CLONES_OFFSET = 16;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmModeGetEncoder> TYPE =
            new StructType<>(DrmModeGetEncoder.class, "drm_mode_get_encoder", LAYOUT);

    private DrmModeGetEncoder() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_INT.withName("encoder_id"), // 0
                ValueLayout.JAVA_INT.withName("encoder_type"), // 4
                ValueLayout.JAVA_INT.withName("crtc_id"), // 8
                ValueLayout.JAVA_INT.withName("possible_crtcs"), // 12
                ValueLayout.JAVA_INT.withName("possible_clones")); // 16
        return struct.withName("drm_mode_get_encoder");
    }

    /**
     * {@code __u32 encoder_id}, offset 0.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int encoderId(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, ENCODER_ID_OFFSET);
    }

    /**
     * Writes {@code encoder_id}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void encoderId(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, ENCODER_ID_OFFSET, value);
    }

    /**
     * {@code __u32 encoder_type}, offset 4.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int encoderType(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, ENCODER_TYPE_OFFSET);
    }

    /**
     * Writes {@code encoder_type}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void encoderType(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, ENCODER_TYPE_OFFSET, value);
    }

    /**
     * {@code __u32 crtc_id}, offset 8.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int crtcId(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, CRTC_ID_OFFSET);
    }

    /**
     * Writes {@code crtc_id}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void crtcId(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, CRTC_ID_OFFSET, value);
    }

    /**
     * {@code __u32 possible_crtcs}, offset 12.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int possibleCrtcs(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, POSSIBLE_CRTCS_OFFSET);
    }

    /**
     * Writes {@code possible_crtcs}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void possibleCrtcs(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, POSSIBLE_CRTCS_OFFSET, value);
    }

    /**
     * {@code __u32 possible_clones}, offset 16.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int possibleClones(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, POSSIBLE_CLONES_OFFSET);
    }

    /**
     * Writes {@code possible_clones}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void possibleClones(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, POSSIBLE_CLONES_OFFSET, value);
    }
}
