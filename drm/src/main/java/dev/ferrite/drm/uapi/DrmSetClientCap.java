// Generated from drm.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_set_client_cap}: 16 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     8  __u64 capability
 *      8     8  __u64 value
 * }</pre>
 */
public final class DrmSetClientCap {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 16;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code capability}, in bytes. */
    public static final long CAPABILITY_OFFSET = 0;

    /** Offset of {@code value}, in bytes. */
    public static final long VALUE_OFFSET = 8;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmSetClientCap> TYPE =
            new StructType<>(DrmSetClientCap.class, "drm_set_client_cap", LAYOUT);

    private DrmSetClientCap() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_LONG.withName("capability"), // 0
                ValueLayout.JAVA_LONG.withName("value")); // 8
        return struct.withName("drm_set_client_cap");
    }

    /**
     * {@code __u64 capability}, offset 0.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long capability(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, CAPABILITY_OFFSET);
    }

    /**
     * Writes {@code capability}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void capability(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, CAPABILITY_OFFSET, value);
    }

    /**
     * {@code __u64 value}, offset 8.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long value(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, VALUE_OFFSET);
    }

    /**
     * Writes {@code value}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void value(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, VALUE_OFFSET, value);
    }
}
