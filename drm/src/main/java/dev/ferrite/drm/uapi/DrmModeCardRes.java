// Generated from drm_mode.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_mode_card_res}: 64 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     8  __u64 fb_id_ptr
 *      8     8  __u64 crtc_id_ptr
 *     16     8  __u64 connector_id_ptr
 *     24     8  __u64 encoder_id_ptr
 *     32     4  __u32 count_fbs
 *     36     4  __u32 count_crtcs
 *     40     4  __u32 count_connectors
 *     44     4  __u32 count_encoders
 *     48     4  __u32 min_width
 *     52     4  __u32 max_width
 *     56     4  __u32 min_height
 *     60     4  __u32 max_height
 * }</pre>
 */
public final class DrmModeCardRes {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 64;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code fb_id_ptr}, in bytes. */
    public static final long FB_ID_PTR_OFFSET = 0;

    /** Offset of {@code crtc_id_ptr}, in bytes. */
    public static final long CRTC_ID_PTR_OFFSET = 8;

    /** Offset of {@code connector_id_ptr}, in bytes. */
    public static final long CONNECTOR_ID_PTR_OFFSET = 16;

    /** Offset of {@code encoder_id_ptr}, in bytes. */
    public static final long ENCODER_ID_PTR_OFFSET = 24;

    /** Offset of {@code count_fbs}, in bytes. */
    public static final long COUNT_FBS_OFFSET = 32;

    /** Offset of {@code count_crtcs}, in bytes. */
    public static final long COUNT_CRTCS_OFFSET = 36;

    /** Offset of {@code count_connectors}, in bytes. */
    public static final long COUNT_CONNECTORS_OFFSET = 40;

    /** Offset of {@code count_encoders}, in bytes. */
    public static final long COUNT_ENCODERS_OFFSET = 44;

    /** Offset of {@code min_width}, in bytes. */
    public static final long MIN_WIDTH_OFFSET = 48;

    /** Offset of {@code max_width}, in bytes. */
    public static final long MAX_WIDTH_OFFSET = 52;

    /** Offset of {@code min_height}, in bytes. */
    public static final long MIN_HEIGHT_OFFSET = 56;

    /** Offset of {@code max_height}, in bytes. */
    public static final long MAX_HEIGHT_OFFSET = 60;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmModeCardRes> TYPE =
            new StructType<>(DrmModeCardRes.class, "drm_mode_card_res", LAYOUT);

    private DrmModeCardRes() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_LONG.withName("fb_id_ptr"), // 0
                ValueLayout.JAVA_LONG.withName("crtc_id_ptr"), // 8
                ValueLayout.JAVA_LONG.withName("connector_id_ptr"), // 16
                ValueLayout.JAVA_LONG.withName("encoder_id_ptr"), // 24
                ValueLayout.JAVA_INT.withName("count_fbs"), // 32
                ValueLayout.JAVA_INT.withName("count_crtcs"), // 36
                ValueLayout.JAVA_INT.withName("count_connectors"), // 40
                ValueLayout.JAVA_INT.withName("count_encoders"), // 44
                ValueLayout.JAVA_INT.withName("min_width"), // 48
                ValueLayout.JAVA_INT.withName("max_width"), // 52
                ValueLayout.JAVA_INT.withName("min_height"), // 56
                ValueLayout.JAVA_INT.withName("max_height")); // 60
        return struct.withName("drm_mode_card_res");
    }

    /**
     * {@code __u64 fb_id_ptr}, offset 0.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long fbIdPtr(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, FB_ID_PTR_OFFSET);
    }

    /**
     * Writes {@code fb_id_ptr}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void fbIdPtr(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, FB_ID_PTR_OFFSET, value);
    }

    /**
     * {@code __u64 crtc_id_ptr}, offset 8.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long crtcIdPtr(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, CRTC_ID_PTR_OFFSET);
    }

    /**
     * Writes {@code crtc_id_ptr}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void crtcIdPtr(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, CRTC_ID_PTR_OFFSET, value);
    }

    /**
     * {@code __u64 connector_id_ptr}, offset 16.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long connectorIdPtr(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, CONNECTOR_ID_PTR_OFFSET);
    }

    /**
     * Writes {@code connector_id_ptr}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void connectorIdPtr(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, CONNECTOR_ID_PTR_OFFSET, value);
    }

    /**
     * {@code __u64 encoder_id_ptr}, offset 24.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long encoderIdPtr(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, ENCODER_ID_PTR_OFFSET);
    }

    /**
     * Writes {@code encoder_id_ptr}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void encoderIdPtr(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, ENCODER_ID_PTR_OFFSET, value);
    }

    /**
     * {@code __u32 count_fbs}, offset 32.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int countFbs(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, COUNT_FBS_OFFSET);
    }

    /**
     * Writes {@code count_fbs}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void countFbs(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, COUNT_FBS_OFFSET, value);
    }

    /**
     * {@code __u32 count_crtcs}, offset 36.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int countCrtcs(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, COUNT_CRTCS_OFFSET);
    }

    /**
     * Writes {@code count_crtcs}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void countCrtcs(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, COUNT_CRTCS_OFFSET, value);
    }

    /**
     * {@code __u32 count_connectors}, offset 40.
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
     * {@code __u32 count_encoders}, offset 44.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int countEncoders(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, COUNT_ENCODERS_OFFSET);
    }

    /**
     * Writes {@code count_encoders}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void countEncoders(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, COUNT_ENCODERS_OFFSET, value);
    }

    /**
     * {@code __u32 min_width}, offset 48.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int minWidth(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, MIN_WIDTH_OFFSET);
    }

    /**
     * Writes {@code min_width}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void minWidth(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, MIN_WIDTH_OFFSET, value);
    }

    /**
     * {@code __u32 max_width}, offset 52.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int maxWidth(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, MAX_WIDTH_OFFSET);
    }

    /**
     * Writes {@code max_width}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void maxWidth(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, MAX_WIDTH_OFFSET, value);
    }

    /**
     * {@code __u32 min_height}, offset 56.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int minHeight(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, MIN_HEIGHT_OFFSET);
    }

    /**
     * Writes {@code min_height}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void minHeight(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, MIN_HEIGHT_OFFSET, value);
    }

    /**
     * {@code __u32 max_height}, offset 60.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int maxHeight(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, MAX_HEIGHT_OFFSET);
    }

    /**
     * Writes {@code max_height}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void maxHeight(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, MAX_HEIGHT_OFFSET, value);
    }
}
