// Generated from drm.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_crtc_queue_sequence}: 24 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  __u32 crtc_id
 *      4     4  __u32 flags
 *      8     8  __u64 sequence
 *     16     8  __u64 user_data
 * }</pre>
 */
public final class DrmCrtcQueueSequence {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 24;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code crtc_id}, in bytes. */
    public static final long CRTC_ID_OFFSET = 0;

    /** Offset of {@code flags}, in bytes. */
    public static final long FLAGS_OFFSET = 4;

    /** Offset of {@code sequence}, in bytes. */
    public static final long SEQUENCE_OFFSET = 8;

    /** Offset of {@code user_data}, in bytes. */
    public static final long USER_DATA_OFFSET = 16;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmCrtcQueueSequence> TYPE =
            new StructType<>(DrmCrtcQueueSequence.class, "drm_crtc_queue_sequence", LAYOUT);

    private DrmCrtcQueueSequence() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_INT.withName("crtc_id"), // 0
                ValueLayout.JAVA_INT.withName("flags"), // 4
                ValueLayout.JAVA_LONG.withName("sequence"), // 8
                ValueLayout.JAVA_LONG.withName("user_data")); // 16
        return struct.withName("drm_crtc_queue_sequence");
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
     * {@code __u32 flags}, offset 4.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int flags(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, FLAGS_OFFSET);
    }

    /**
     * Writes {@code flags}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void flags(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, FLAGS_OFFSET, value);
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
     * {@code __u64 user_data}, offset 16.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long userData(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, USER_DATA_OFFSET);
    }

    /**
     * Writes {@code user_data}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void userData(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, USER_DATA_OFFSET, value);
    }
}
