// Generated from drm.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_control}: 8 bytes, alignment 4.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  enum {...} func
 *      4     4  int irq
 * }</pre>
 */
public final class DrmControl {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 8;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 4;

    /** Offset of {@code func}, in bytes. */
    public static final long FUNC_OFFSET = 0;

    /** Offset of {@code irq}, in bytes. */
    public static final long IRQ_OFFSET = 4;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmControl> TYPE = new StructType<>(DrmControl.class, "drm_control", LAYOUT);

    private DrmControl() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_INT.withName("func"), // 0
                ValueLayout.JAVA_INT.withName("irq")); // 4
        return struct.withName("drm_control");
    }

    /**
     * {@code enum {...} func}, offset 0.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int func(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, FUNC_OFFSET);
    }

    /**
     * Writes {@code func}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void func(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, FUNC_OFFSET, value);
    }

    /**
     * {@code int irq}, offset 4.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int irq(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, IRQ_OFFSET);
    }

    /**
     * Writes {@code irq}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void irq(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, IRQ_OFFSET, value);
    }
}
