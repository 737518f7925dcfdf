// Generated from nova_drm.h: edit the source, not this file.
package dev.ferrite.nova.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * Asks the device for a number.
 *
 * <p>{@code struct drm_nova_getparam}: 16 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     8  __u64 param
 *      8     8  __u64 value
 * }</pre>
 */
public final class DrmNovaGetparam {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 16;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code param}, in bytes. */
    public static final long PARAM_OFFSET = 0;

    /** Offset of {@code value}, in bytes. */
    public static final long VALUE_OFFSET = 8;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmNovaGetparam> TYPE =
            new StructType<>(DrmNovaGetparam.class, "drm_nova_getparam", LAYOUT);

    private DrmNovaGetparam() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_LONG.withName("param"), // 0
                ValueLayout.JAVA_LONG.withName("value")); // 8
        return struct.withName("drm_nova_getparam");
    }

    /**
     * In: which number, such as NOVA_GETPARAM_VRAM_BAR_SIZE.
     *
     * <p>{@code __u64 param}, offset 0.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long param(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, PARAM_OFFSET);
    }

    /**
     * Writes {@code param}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void param(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, PARAM_OFFSET, value);
    }

    /**
     * Out: the answer.
     *
     * <p>{@code __u64 value}, offset 8.
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
