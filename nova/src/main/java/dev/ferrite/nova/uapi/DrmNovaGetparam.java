package dev.ferrite.nova.uapi;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;

/**
 * Asks the device for a number: {@code struct drm_nova_getparam} of {@code nova_drm.h}.
 */
public final class DrmNovaGetparam {
    /** The C layout, padding included. */
    public static final StructLayout LAYOUT = MemoryLayout.structLayout(
                    JAVA_LONG.withName("param"), JAVA_LONG.withName("value"))
            .withName("drm_nova_getparam");

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmNovaGetparam> TYPE =
            new StructType<>(DrmNovaGetparam.class, "drm_nova_getparam", LAYOUT);

    /** Size in bytes. */
    public static final long SIZEOF = 16;

    /** Alignment in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code param} in bytes. */
    public static final long PARAM_OFFSET = 0;

    /** Offset of {@code value} in bytes. */
    public static final long VALUE_OFFSET = 8;

    private DrmNovaGetparam() {}

    /**
     * Which number: {@link NovaDrmH#NOVA_GETPARAM_VRAM_BAR_SIZE}.
     *
     * @param s the struct
     * @return its {@code param}
     */
    public static long param(MemorySegment s) {
        return s.get(JAVA_LONG, PARAM_OFFSET);
    }

    /**
     * Sets {@code param}.
     *
     * @param s the struct
     * @param v the value
     */
    public static void param(MemorySegment s, long v) {
        s.set(JAVA_LONG, PARAM_OFFSET, v);
    }

    /**
     * The answer.
     *
     * @param s the struct
     * @return its {@code value}
     */
    public static long value(MemorySegment s) {
        return s.get(JAVA_LONG, VALUE_OFFSET);
    }

    /**
     * Sets {@code value}.
     *
     * @param s the struct
     * @param v the value
     */
    public static void value(MemorySegment s, long v) {
        s.set(JAVA_LONG, VALUE_OFFSET, v);
    }
}
