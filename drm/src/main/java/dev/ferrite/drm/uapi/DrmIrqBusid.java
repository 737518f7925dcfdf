// Generated from drm.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_irq_busid}: 16 bytes, alignment 4.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  int irq
 *      4     4  int busnum
 *      8     4  int devnum
 *     12     4  int funcnum
 * }</pre>
 */
public final class DrmIrqBusid {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 16;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 4;

    /** Offset of {@code irq}, in bytes. */
    public static final long IRQ_OFFSET = 0;

    /** Offset of {@code busnum}, in bytes. */
    public static final long BUSNUM_OFFSET = 4;

    /** Offset of {@code devnum}, in bytes. */
    public static final long DEVNUM_OFFSET = 8;

    /** Offset of {@code funcnum}, in bytes. */
    public static final long FUNCNUM_OFFSET = 12;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmIrqBusid> TYPE = new StructType<>(DrmIrqBusid.class, "drm_irq_busid", LAYOUT);

    private DrmIrqBusid() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_INT.withName("irq"), // 0
                ValueLayout.JAVA_INT.withName("busnum"), // 4
                ValueLayout.JAVA_INT.withName("devnum"), // 8
                ValueLayout.JAVA_INT.withName("funcnum")); // 12
        return struct.withName("drm_irq_busid");
    }

    /**
     * {@code int irq}, offset 0.
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

    /**
     * {@code int busnum}, offset 4.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int busnum(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, BUSNUM_OFFSET);
    }

    /**
     * Writes {@code busnum}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void busnum(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, BUSNUM_OFFSET, value);
    }

    /**
     * {@code int devnum}, offset 8.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int devnum(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, DEVNUM_OFFSET);
    }

    /**
     * Writes {@code devnum}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void devnum(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, DEVNUM_OFFSET, value);
    }

    /**
     * {@code int funcnum}, offset 12.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int funcnum(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, FUNCNUM_OFFSET);
    }

    /**
     * Writes {@code funcnum}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void funcnum(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, FUNCNUM_OFFSET, value);
    }
}
