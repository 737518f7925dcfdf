// Generated from drm.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_event}: 8 bytes, alignment 4.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  __u32 type
 *      4     4  __u32 length
 * }</pre>
 */
public final class DrmEvent {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 8;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 4;

    /** Offset of {@code type}, in bytes. */
    public static final long TYPE_OFFSET = 0;

    /** Offset of {@code length}, in bytes. */
    public static final long LENGTH_OFFSET = 4;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmEvent> TYPE = new StructType<>(DrmEvent.class, "drm_event", LAYOUT);

    private DrmEvent() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_INT.withName("type"), // 0
                ValueLayout.JAVA_INT.withName("length")); // 4
        return struct.withName("drm_event");
    }

    /**
     * {@code __u32 type}, offset 0.
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
     * {@code __u32 length}, offset 4.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int length(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, LENGTH_OFFSET);
    }

    /**
     * Writes {@code length}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void length(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, LENGTH_OFFSET, value);
    }
}
