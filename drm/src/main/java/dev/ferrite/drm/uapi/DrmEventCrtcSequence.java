// Generated from drm.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_event_crtc_sequence}: 32 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     8  struct drm_event base
 *      8     8  __u64 user_data
 *     16     8  __s64 time_ns
 *     24     8  __u64 sequence
 * }</pre>
 */
public final class DrmEventCrtcSequence {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 32;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code base}, in bytes. */
    public static final long BASE_OFFSET = 0;

    /** Offset of {@code user_data}, in bytes. */
    public static final long USER_DATA_OFFSET = 8;

    /** Offset of {@code time_ns}, in bytes. */
    public static final long TIME_NS_OFFSET = 16;

    /** Offset of {@code sequence}, in bytes. */
    public static final long SEQUENCE_OFFSET = 24;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmEventCrtcSequence> TYPE =
            new StructType<>(DrmEventCrtcSequence.class, "drm_event_crtc_sequence", LAYOUT);

    private DrmEventCrtcSequence() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                DrmEvent.LAYOUT.withName("base"), // 0
                ValueLayout.JAVA_LONG.withName("user_data"), // 8
                ValueLayout.JAVA_LONG.withName("time_ns"), // 16
                ValueLayout.JAVA_LONG.withName("sequence")); // 24
        return struct.withName("drm_event_crtc_sequence");
    }

    /**
     * {@code struct drm_event base}, offset 0.
     *
     * @param s the struct
     * @return a view of the nested struct
     */
    public static MemorySegment base(MemorySegment s) {
        return s.asSlice(BASE_OFFSET, 8);
    }

    /**
     * {@code __u64 user_data}, offset 8.
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

    /**
     * {@code __s64 time_ns}, offset 16.
     *
     * @param s the struct
     * @return a signed 64-bit number
     */
    public static long timeNs(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, TIME_NS_OFFSET);
    }

    /**
     * Writes {@code time_ns}.
     *
     * @param s the struct
     * @param value a signed 64-bit number
     */
    public static void timeNs(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, TIME_NS_OFFSET, value);
    }

    /**
     * {@code __u64 sequence}, offset 24.
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
}
