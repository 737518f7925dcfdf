// Generated from drm_mode.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_mode_crtc_lut}: 32 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  __u32 crtc_id
 *      4     4  __u32 gamma_size
 *      8     8  __u64 red
 *     16     8  __u64 green
 *     24     8  __u64 blue
 * }</pre>
 */
public final class DrmModeCrtcLut {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 32;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code crtc_id}, in bytes. */
    public static final long CRTC_ID_OFFSET = 0;

    /** Offset of {@code gamma_size}, in bytes. */
    public static final long GAMMA_SIZE_OFFSET = 4;

    /** Offset of {@code red}, in bytes. */
    public static final long RED_OFFSET = 8;

    /** Offset of {@code green}, in bytes. */
    public static final long GREEN_OFFSET = 16;

    /** Offset of {@code blue}, in bytes. */
    public static final long BLUE_OFFSET = 24;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmModeCrtcLut> TYPE =
            new StructType<>(DrmModeCrtcLut.class, "drm_mode_crtc_lut", LAYOUT);

    private DrmModeCrtcLut() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_INT.withName("crtc_id"), // 0
                ValueLayout.JAVA_INT.withName("gamma_size"), // 4
                ValueLayout.JAVA_LONG.withName("red"), // 8
                ValueLayout.JAVA_LONG.withName("green"), // 16
                ValueLayout.JAVA_LONG.withName("blue")); // 24
        return struct.withName("drm_mode_crtc_lut");
    }

    /**
     * {@code __u32 crtc_id}, offset 0.
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
     * {@code __u32 gamma_size}, offset 4.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int gammaSize(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, GAMMA_SIZE_OFFSET);
    }

    /**
     * Writes {@code gamma_size}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void gammaSize(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, GAMMA_SIZE_OFFSET, value);
    }

    /**
     * {@code __u64 red}, offset 8.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long red(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, RED_OFFSET);
    }

    /**
     * Writes {@code red}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void red(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, RED_OFFSET, value);
    }

    /**
     * {@code __u64 green}, offset 16.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long green(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, GREEN_OFFSET);
    }

    /**
     * Writes {@code green}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void green(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, GREEN_OFFSET, value);
    }

    /**
     * {@code __u64 blue}, offset 24.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long blue(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, BLUE_OFFSET);
    }

    /**
     * Writes {@code blue}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void blue(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, BLUE_OFFSET, value);
    }
}
