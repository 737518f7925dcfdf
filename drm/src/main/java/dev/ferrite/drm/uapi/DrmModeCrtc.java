// Generated from drm_mode.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_mode_crtc}: 104 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     8  __u64 set_connectors_ptr
 *      8     4  __u32 count_connectors
 *     12     4  __u32 crtc_id
 *     16     4  __u32 fb_id
 *     20     4  __u32 x
 *     24     4  __u32 y
 *     28     4  __u32 gamma_size
 *     32     4  __u32 mode_valid
 *     36    68  struct drm_mode_modeinfo mode
 * }</pre>
 */
public final class DrmModeCrtc {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 104;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code set_connectors_ptr}, in bytes. */
    public static final long SET_CONNECTORS_PTR_OFFSET = 0;

    /** Offset of {@code count_connectors}, in bytes. */
    public static final long COUNT_CONNECTORS_OFFSET = 8;

    /** Offset of {@code crtc_id}, in bytes. */
    public static final long CRTC_ID_OFFSET = 12;

    /** Offset of {@code fb_id}, in bytes. */
    public static final long FB_ID_OFFSET = 16;

    /** Offset of {@code x}, in bytes. */
    public static final long X_OFFSET = 20;

    /** Offset of {@code y}, in bytes. */
    public static final long Y_OFFSET = 24;

    /** Offset of {@code gamma_size}, in bytes. */
    public static final long GAMMA_SIZE_OFFSET = 28;

    /** Offset of {@code mode_valid}, in bytes. */
    public static final long MODE_VALID_OFFSET = 32;

    /** Offset of {@code mode}, in bytes. */
    public static final long MODE_OFFSET = 36;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmModeCrtc> TYPE = new StructType<>(DrmModeCrtc.class, "drm_mode_crtc", LAYOUT);

    private DrmModeCrtc() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_LONG.withName("set_connectors_ptr"), // 0
                ValueLayout.JAVA_INT.withName("count_connectors"), // 8
                ValueLayout.JAVA_INT.withName("crtc_id"), // 12
                ValueLayout.JAVA_INT.withName("fb_id"), // 16
                ValueLayout.JAVA_INT.withName("x"), // 20
                ValueLayout.JAVA_INT.withName("y"), // 24
                ValueLayout.JAVA_INT.withName("gamma_size"), // 28
                ValueLayout.JAVA_INT.withName("mode_valid"), // 32
                DrmModeModeinfo.LAYOUT.withName("mode")); // 36
        return struct.withName("drm_mode_crtc");
    }

    /**
     * {@code __u64 set_connectors_ptr}, offset 0.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long setConnectorsPtr(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, SET_CONNECTORS_PTR_OFFSET);
    }

    /**
     * Writes {@code set_connectors_ptr}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void setConnectorsPtr(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, SET_CONNECTORS_PTR_OFFSET, value);
    }

    /**
     * {@code __u32 count_connectors}, offset 8.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int countConnectors(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, COUNT_CONNECTORS_OFFSET);
    }

    /**
     * Writes {@code count_connectors}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void countConnectors(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, COUNT_CONNECTORS_OFFSET, value);
    }

    /**
     * {@code __u32 crtc_id}, offset 12.
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
     * {@code __u32 fb_id}, offset 16.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int fbId(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, FB_ID_OFFSET);
    }

    /**
     * Writes {@code fb_id}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void fbId(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, FB_ID_OFFSET, value);
    }

    /**
     * {@code __u32 x}, offset 20.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int x(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, X_OFFSET);
    }

    /**
     * Writes {@code x}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void x(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, X_OFFSET, value);
    }

    /**
     * {@code __u32 y}, offset 24.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int y(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, Y_OFFSET);
    }

    /**
     * Writes {@code y}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void y(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, Y_OFFSET, value);
    }

    /**
     * {@code __u32 gamma_size}, offset 28.
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
     * {@code __u32 mode_valid}, offset 32.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int modeValid(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, MODE_VALID_OFFSET);
    }

    /**
     * Writes {@code mode_valid}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void modeValid(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, MODE_VALID_OFFSET, value);
    }

    /**
     * {@code struct drm_mode_modeinfo mode}, offset 36.
     *
     * @param s the struct
     * @return a view of the nested struct
     */
    public static MemorySegment mode(MemorySegment s) {
        return s.asSlice(MODE_OFFSET, 68);
    }
}
