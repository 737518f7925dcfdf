// Generated from drm_mode.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.util.Objects;

/**
 * {@code struct drm_mode_fb_cmd2}: 104 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  __u32 fb_id
 *      4     4  __u32 width
 *      8     4  __u32 height
 *     12     4  __u32 pixel_format
 *     16     4  __u32 flags
 *     20    16  __u32 handles[4]
 *     36    16  __u32 pitches[4]
 *     52    16  __u32 offsets[4]
 *     72    32  __u64 modifier[4]
 * }</pre>
 */
public final class DrmModeFbCmd2 {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 104;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code fb_id}, in bytes. */
    public static final long FB_ID_OFFSET = 0;

    /** Offset of {@code width}, in bytes. */
    public static final long WIDTH_OFFSET = 4;

    /** Offset of {@code height}, in bytes. */
    public static final long HEIGHT_OFFSET = 8;

    /** Offset of {@code pixel_format}, in bytes. */
    public static final long PIXEL_FORMAT_OFFSET = 12;

    /** Offset of {@code flags}, in bytes. */
    public static final long FLAGS_OFFSET = 16;

    /** Offset of {@code handles}, in bytes. */
    public static final long HANDLES_OFFSET = 20;

    /** Number of elements of {@code handles}. */
    public static final long HANDLES_COUNT = 4;

    /** Offset of {@code pitches}, in bytes. */
    public static final long PITCHES_OFFSET = 36;

    /** Number of elements of {@code pitches}. */
    public static final long PITCHES_COUNT = 4;

    /** Offset of {@code offsets}, in bytes. */
    public static final long OFFSETS_OFFSET = 52;

    /** Number of elements of {@code offsets}. */
    public static final long OFFSETS_COUNT = 4;

    /** Offset of {@code modifier}, in bytes. */
    public static final long MODIFIER_OFFSET = 72;

    /** Number of elements of {@code modifier}. */
    public static final long MODIFIER_COUNT = 4;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmModeFbCmd2> TYPE =
            new StructType<>(DrmModeFbCmd2.class, "drm_mode_fb_cmd2", LAYOUT);

    private DrmModeFbCmd2() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_INT.withName("fb_id"), // 0
                ValueLayout.JAVA_INT.withName("width"), // 4
                ValueLayout.JAVA_INT.withName("height"), // 8
                ValueLayout.JAVA_INT.withName("pixel_format"), // 12
                ValueLayout.JAVA_INT.withName("flags"), // 16
                MemoryLayout.sequenceLayout(4, ValueLayout.JAVA_INT).withName("handles"), // 20
                MemoryLayout.sequenceLayout(4, ValueLayout.JAVA_INT).withName("pitches"), // 36
                MemoryLayout.sequenceLayout(4, ValueLayout.JAVA_INT).withName("offsets"), // 52
                MemoryLayout.paddingLayout(4), // 68
                MemoryLayout.sequenceLayout(4, ValueLayout.JAVA_LONG).withName("modifier")); // 72
        return struct.withName("drm_mode_fb_cmd2");
    }

    /**
     * {@code __u32 fb_id}, offset 0.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int fbId(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, FB_ID_OFFSET);
    }

    /**
     * Writes {@code fb_id}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void fbId(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, FB_ID_OFFSET, value);
    }

    /**
     * {@code __u32 width}, offset 4.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int width(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, WIDTH_OFFSET);
    }

    /**
     * Writes {@code width}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void width(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, WIDTH_OFFSET, value);
    }

    /**
     * {@code __u32 height}, offset 8.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int height(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, HEIGHT_OFFSET);
    }

    /**
     * Writes {@code height}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void height(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, HEIGHT_OFFSET, value);
    }

    /**
     * {@code __u32 pixel_format}, offset 12.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int pixelFormat(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, PIXEL_FORMAT_OFFSET);
    }

    /**
     * Writes {@code pixel_format}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void pixelFormat(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, PIXEL_FORMAT_OFFSET, value);
    }

    /**
     * {@code __u32 flags}, offset 16.
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
     * {@code __u32 handles[4]}, offset 20.
     *
     * @param s the struct
     * @return a view of the whole array
     */
    public static MemorySegment handles(MemorySegment s) {
        return s.asSlice(HANDLES_OFFSET, 16);
    }

    /**
     * Reads an element of {@code handles}.
     *
     * @param s the struct
     * @param index 0 to 3
     * @return an unsigned 32-bit number
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static int handles(MemorySegment s, long index) {
        long at = HANDLES_OFFSET + Objects.checkIndex(index, 4) * 4;
        return s.get(ValueLayout.JAVA_INT, at);
    }

    /**
     * Writes an element of {@code handles}.
     *
     * @param s the struct
     * @param index 0 to 3
     * @param value an unsigned 32-bit number
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static void handles(MemorySegment s, long index, int value) {
        long at = HANDLES_OFFSET + Objects.checkIndex(index, 4) * 4;
        s.set(ValueLayout.JAVA_INT, at, value);
    }

    /**
     * {@code __u32 pitches[4]}, offset 36.
     *
     * @param s the struct
     * @return a view of the whole array
     */
    public static MemorySegment pitches(MemorySegment s) {
        return s.asSlice(PITCHES_OFFSET, 16);
    }

    /**
     * Reads an element of {@code pitches}.
     *
     * @param s the struct
     * @param index 0 to 3
     * @return an unsigned 32-bit number
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static int pitches(MemorySegment s, long index) {
        long at = PITCHES_OFFSET + Objects.checkIndex(index, 4) * 4;
        return s.get(ValueLayout.JAVA_INT, at);
    }

    /**
     * Writes an element of {@code pitches}.
     *
     * @param s the struct
     * @param index 0 to 3
     * @param value an unsigned 32-bit number
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static void pitches(MemorySegment s, long index, int value) {
        long at = PITCHES_OFFSET + Objects.checkIndex(index, 4) * 4;
        s.set(ValueLayout.JAVA_INT, at, value);
    }

    /**
     * {@code __u32 offsets[4]}, offset 52.
     *
     * @param s the struct
     * @return a view of the whole array
     */
    public static MemorySegment offsets(MemorySegment s) {
        return s.asSlice(OFFSETS_OFFSET, 16);
    }

    /**
     * Reads an element of {@code offsets}.
     *
     * @param s the struct
     * @param index 0 to 3
     * @return an unsigned 32-bit number
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static int offsets(MemorySegment s, long index) {
        long at = OFFSETS_OFFSET + Objects.checkIndex(index, 4) * 4;
        return s.get(ValueLayout.JAVA_INT, at);
    }

    /**
     * Writes an element of {@code offsets}.
     *
     * @param s the struct
     * @param index 0 to 3
     * @param value an unsigned 32-bit number
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static void offsets(MemorySegment s, long index, int value) {
        long at = OFFSETS_OFFSET + Objects.checkIndex(index, 4) * 4;
        s.set(ValueLayout.JAVA_INT, at, value);
    }

    /**
     * {@code __u64 modifier[4]}, offset 72.
     *
     * @param s the struct
     * @return a view of the whole array
     */
    public static MemorySegment modifier(MemorySegment s) {
        return s.asSlice(MODIFIER_OFFSET, 32);
    }

    /**
     * Reads an element of {@code modifier}.
     *
     * @param s the struct
     * @param index 0 to 3
     * @return an unsigned 64-bit number
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static long modifier(MemorySegment s, long index) {
        long at = MODIFIER_OFFSET + Objects.checkIndex(index, 4) * 8;
        return s.get(ValueLayout.JAVA_LONG, at);
    }

    /**
     * Writes an element of {@code modifier}.
     *
     * @param s the struct
     * @param index 0 to 3
     * @param value an unsigned 64-bit number
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static void modifier(MemorySegment s, long index, long value) {
        long at = MODIFIER_OFFSET + Objects.checkIndex(index, 4) * 8;
        s.set(ValueLayout.JAVA_LONG, at, value);
    }
}
