// Generated from drm.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_buf_desc}: 32 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  int count
 *      4     4  int size
 *      8     4  int low_mark
 *     12     4  int high_mark
 *     16     4  enum {...} flags
 *     24     8  long unsigned int agp_start
 * }</pre>
 */
public final class DrmBufDesc {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 32;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code count}, in bytes. */
    public static final long COUNT_OFFSET = 0;

    /** Offset of {@code size}, in bytes. */
    public static final long SIZE_OFFSET = 4;

    /** Offset of {@code low_mark}, in bytes. */
    public static final long LOW_MARK_OFFSET = 8;

    /** Offset of {@code high_mark}, in bytes. */
    public static final long HIGH_MARK_OFFSET = 12;

    /** Offset of {@code flags}, in bytes. */
    public static final long FLAGS_OFFSET = 16;

    /** Offset of {@code agp_start}, in bytes. */
    public static final long AGP_START_OFFSET = 24;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmBufDesc> TYPE = new StructType<>(DrmBufDesc.class, "drm_buf_desc", LAYOUT);

    private DrmBufDesc() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_INT.withName("count"), // 0
                ValueLayout.JAVA_INT.withName("size"), // 4
                ValueLayout.JAVA_INT.withName("low_mark"), // 8
                ValueLayout.JAVA_INT.withName("high_mark"), // 12
                ValueLayout.JAVA_INT.withName("flags"), // 16
                MemoryLayout.paddingLayout(4), // 20
                ValueLayout.JAVA_LONG.withName("agp_start")); // 24
        return struct.withName("drm_buf_desc");
    }

    /**
     * {@code int count}, offset 0.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int count(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, COUNT_OFFSET);
    }

    /**
     * Writes {@code count}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void count(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, COUNT_OFFSET, value);
    }

    /**
     * {@code int size}, offset 4.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int size(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, SIZE_OFFSET);
    }

    /**
     * Writes {@code size}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void size(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, SIZE_OFFSET, value);
    }

    /**
     * {@code int low_mark}, offset 8.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int lowMark(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, LOW_MARK_OFFSET);
    }

    /**
     * Writes {@code low_mark}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void lowMark(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, LOW_MARK_OFFSET, value);
    }

    /**
     * {@code int high_mark}, offset 12.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int highMark(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, HIGH_MARK_OFFSET);
    }

    /**
     * Writes {@code high_mark}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void highMark(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, HIGH_MARK_OFFSET, value);
    }

    /**
     * {@code enum {...} flags}, offset 16.
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
     * {@code long unsigned int agp_start}, offset 24.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long agpStart(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, AGP_START_OFFSET);
    }

    /**
     * Writes {@code agp_start}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void agpStart(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, AGP_START_OFFSET, value);
    }
}
