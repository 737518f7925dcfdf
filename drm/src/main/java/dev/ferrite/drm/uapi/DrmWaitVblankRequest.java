// Generated from drm.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_wait_vblank_request}: 16 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  enum drm_vblank_seq_type type
 *      4     4  unsigned int sequence
 *      8     8  long unsigned int signal
 * }</pre>
 */
public final class DrmWaitVblankRequest {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 16;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code type}, in bytes. */
    public static final long TYPE_OFFSET = 0;

    /** Offset of {@code sequence}, in bytes. */
    public static final long SEQUENCE_OFFSET = 4;

    /** Offset of {@code signal}, in bytes. */
    public static final long SIGNAL_OFFSET = 8;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmWaitVblankRequest> TYPE =
            new StructType<>(DrmWaitVblankRequest.class, "drm_wait_vblank_request", LAYOUT);

    private DrmWaitVblankRequest() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_INT.withName("type"), // 0
                ValueLayout.JAVA_INT.withName("sequence"), // 4
                ValueLayout.JAVA_LONG.withName("signal")); // 8
        return struct.withName("drm_wait_vblank_request");
    }

    /**
     * {@code enum drm_vblank_seq_type type}, offset 0.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int type(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, TYPE_OFFSET);
    }

    /**
     * Writes {@code type}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void type(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, TYPE_OFFSET, value);
    }

    /**
     * {@code unsigned int sequence}, offset 4.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int sequence(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, SEQUENCE_OFFSET);
    }

    /**
     * Writes {@code sequence}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void sequence(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, SEQUENCE_OFFSET, value);
    }

    /**
     * {@code long unsigned int signal}, offset 8.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long signal(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, SIGNAL_OFFSET);
    }

    /**
     * Writes {@code signal}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void signal(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, SIGNAL_OFFSET, value);
    }
}
