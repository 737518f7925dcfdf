// Generated from drm.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_map}: 40 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     8  long unsigned int offset
 *      8     8  long unsigned int size
 *     16     4  enum drm_map_type type
 *     20     4  enum drm_map_flags flags
 *     24     8  void *handle
 *     32     4  int mtrr
 * }</pre>
 */
public final class DrmMap {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 40;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code offset}, in bytes. */
    public static final long OFFSET_OFFSET = 0;

    /** Offset of {@code size}, in bytes. */
    public static final long SIZE_OFFSET = 8;

    /** Offset of {@code type}, in bytes. */
    public static final long TYPE_OFFSET = 16;

    /** Offset of {@code flags}, in bytes. */
    public static final long FLAGS_OFFSET = 20;

    /** Offset of {@code handle}, in bytes. */
    public static final long HANDLE_OFFSET = 24;

    /** Offset of {@code mtrr}, in bytes. */
    public static final long MTRR_OFFSET = 32;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmMap> TYPE = new StructType<>(DrmMap.class, "drm_map", LAYOUT);

    private DrmMap() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_LONG.withName("offset"), // 0
                ValueLayout.JAVA_LONG.withName("size"), // 8
                ValueLayout.JAVA_INT.withName("type"), // 16
                ValueLayout.JAVA_INT.withName("flags"), // 20
                ValueLayout.JAVA_LONG.withName("handle"), // 24
                ValueLayout.JAVA_INT.withName("mtrr"), // 32
                MemoryLayout.paddingLayout(4)); // 36
        return struct.withName("drm_map");
    }

    /**
     * {@code long unsigned int offset}, offset 0.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long offset(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, OFFSET_OFFSET);
    }

    /**
     * Writes {@code offset}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void offset(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, OFFSET_OFFSET, value);
    }

    /**
     * {@code long unsigned int size}, offset 8.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long size(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, SIZE_OFFSET);
    }

    /**
     * Writes {@code size}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void size(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, SIZE_OFFSET, value);
    }

    /**
     * {@code enum drm_map_type type}, offset 16.
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
     * {@code enum drm_map_flags flags}, offset 20.
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
     * {@code void *handle}, offset 24.
     *
     * @param s the struct
     * @return an address
     */
    public static long handle(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, HANDLE_OFFSET);
    }

    /**
     * Writes {@code handle}.
     *
     * @param s the struct
     * @param value an address
     */
    public static void handle(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, HANDLE_OFFSET, value);
    }

    /**
     * {@code int mtrr}, offset 32.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int mtrr(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, MTRR_OFFSET);
    }

    /**
     * Writes {@code mtrr}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void mtrr(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, MTRR_OFFSET, value);
    }
}
