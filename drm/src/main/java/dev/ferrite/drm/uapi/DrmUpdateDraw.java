// Generated from drm.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_update_draw}: 24 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  drm_drawable_t handle
 *      4     4  unsigned int type
 *      8     4  unsigned int num
 *     16     8  long long unsigned int data
 * }</pre>
 */
public final class DrmUpdateDraw {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 24;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code handle}, in bytes. */
    public static final long HANDLE_OFFSET = 0;

    /** Offset of {@code type}, in bytes. */
    public static final long TYPE_OFFSET = 4;

    /** Offset of {@code num}, in bytes. */
    public static final long NUM_OFFSET = 8;

    /** Offset of {@code data}, in bytes. */
    public static final long DATA_OFFSET = 16;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmUpdateDraw> TYPE =
            new StructType<>(DrmUpdateDraw.class, "drm_update_draw", LAYOUT);

    private DrmUpdateDraw() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_INT.withName("handle"), // 0
                ValueLayout.JAVA_INT.withName("type"), // 4
                ValueLayout.JAVA_INT.withName("num"), // 8
                MemoryLayout.paddingLayout(4), // 12
                ValueLayout.JAVA_LONG.withName("data")); // 16
        return struct.withName("drm_update_draw");
    }

    /**
     * {@code drm_drawable_t handle}, offset 0.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int handle(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, HANDLE_OFFSET);
    }

    /**
     * Writes {@code handle}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void handle(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, HANDLE_OFFSET, value);
    }

    /**
     * {@code unsigned int type}, offset 4.
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
     * {@code unsigned int num}, offset 8.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int num(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, NUM_OFFSET);
    }

    /**
     * Writes {@code num}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void num(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, NUM_OFFSET, value);
    }

    /**
     * {@code long long unsigned int data}, offset 16.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long data(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, DATA_OFFSET);
    }

    /**
     * Writes {@code data}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void data(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, DATA_OFFSET, value);
    }
}
