// Generated from drm_mode.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_mode_create_dumb}: 32 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  __u32 height
 *      4     4  __u32 width
 *      8     4  __u32 bpp
 *     12     4  __u32 flags
 *     16     4  __u32 handle
 *     20     4  __u32 pitch
 *     24     8  __u64 size
 * }</pre>
 */
public final class DrmModeCreateDumb {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 32;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code height}, in bytes. */
    public static final long HEIGHT_OFFSET = 0;

    /** Offset of {@code width}, in bytes. */
    public static final long WIDTH_OFFSET = 4;

    /** Offset of {@code bpp}, in bytes. */
    public static final long BPP_OFFSET = 8;

    /** Offset of {@code flags}, in bytes. */
    public static final long FLAGS_OFFSET = 12;

    /** Offset of {@code handle}, in bytes. */
    public static final long HANDLE_OFFSET = 16;

    /** Offset of {@code pitch}, in bytes. */
    public static final long PITCH_OFFSET = 20;

    /** Offset of {@code size}, in bytes. */
    public static final long SIZE_OFFSET = 24;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmModeCreateDumb> TYPE =
            new StructType<>(DrmModeCreateDumb.class, "drm_mode_create_dumb", LAYOUT);

    private DrmModeCreateDumb() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_INT.withName("height"), // 0
                ValueLayout.JAVA_INT.withName("width"), // 4
                ValueLayout.JAVA_INT.withName("bpp"), // 8
                ValueLayout.JAVA_INT.withName("flags"), // 12
                ValueLayout.JAVA_INT.withName("handle"), // 16
                ValueLayout.JAVA_INT.withName("pitch"), // 20
                ValueLayout.JAVA_LONG.withName("size")); // 24
        return struct.withName("drm_mode_create_dumb");
    }

    /**
     * {@code __u32 height}, offset 0.
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
     * {@code __u32 bpp}, offset 8.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int bpp(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, BPP_OFFSET);
    }

    /**
     * Writes {@code bpp}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void bpp(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, BPP_OFFSET, value);
    }

    /**
     * {@code __u32 flags}, offset 12.
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
     * {@code __u32 handle}, offset 16.
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
     * {@code __u32 pitch}, offset 20.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int pitch(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, PITCH_OFFSET);
    }

    /**
     * Writes {@code pitch}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void pitch(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, PITCH_OFFSET, value);
    }

    /**
     * {@code __u64 size}, offset 24.
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
}
