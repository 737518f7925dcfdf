// Generated from drm.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_crtc_get_sequence}: 24 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  __u32 crtc_id
 *      4     4  __u32 active
 *      8     8  __u64 sequence
 *     16     8  __s64 sequence_ns
 * }</pre>
 */
public final class DrmCrtcGetSequence {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 24;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code crtc_id}, in bytes. */
    public static final long CRTC_ID_OFFSET = 0;

    /** Offset of {@code active}, in bytes. */
    public static final long ACTIVE_OFFSET = 4;

    /** Offset of {@code sequence}, in bytes. */
    public static final long SEQUENCE_OFFSET = 8;

    /** Offset of {@code sequence_ns}, in bytes. */
    public static final long SEQUENCE_NS_OFFSET = 16;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmCrtcGetSequence> TYPE =
            new StructType<>(DrmCrtcGetSequence.class, "drm_crtc_get_sequence", LAYOUT);

    private DrmCrtcGetSequence() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_INT.withName("crtc_id"), // 0
                ValueLayout.JAVA_INT.withName("active"), // 4
                ValueLayout.JAVA_LONG.withName("sequence"), // 8
                ValueLayout.JAVA_LONG.withName("sequence_ns")); // 16
        return struct.withName("drm_crtc_get_sequence");
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
     * {@code __u32 active}, offset 4.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int active(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, ACTIVE_OFFSET);
    }

    /**
     * Writes {@code active}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void active(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, ACTIVE_OFFSET, value);
    }

    /**
     * {@code __u64 sequence}, offset 8.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long sequence(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, SEQUENCE_OFFSET);
    }

    /**
     * Writes {@code sequence}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void sequence(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, SEQUENCE_OFFSET, value);
    }

    /**
     * {@code __s64 sequence_ns}, offset 16.
     *
     * @param s the struct
     * @return a signed 64-bit number
     */
    public static long sequenceNs(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, SEQUENCE_NS_OFFSET);
    }

    /**
     * Writes {@code sequence_ns}.
     *
     * @param s the struct
     * @param value a signed 64-bit number
     */
    public static void sequenceNs(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, SEQUENCE_NS_OFFSET, value);
    }
}
