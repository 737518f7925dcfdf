// Generated from drm_mode.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_mode_fb_dirty_cmd}: 24 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  __u32 fb_id
 *      4     4  __u32 flags
 *      8     4  __u32 color
 *     12     4  __u32 num_clips
 *     16     8  __u64 clips_ptr
 * }</pre>
 */
public final class DrmModeFbDirtyCmd {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 24;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code fb_id}, in bytes. */
    public static final long FB_ID_OFFSET = 0;

    /** Offset of {@code flags}, in bytes. */
    public static final long FLAGS_OFFSET = 4;

    /** Offset of {@code color}, in bytes. */
    public static final long COLOR_OFFSET = 8;

    /** Offset of {@code num_clips}, in bytes. */
    public static final long NUM_CLIPS_OFFSET = 12;

    /** Offset of {@code clips_ptr}, in bytes. */
    public static final long CLIPS_PTR_OFFSET = 16;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmModeFbDirtyCmd> TYPE =
            new StructType<>(DrmModeFbDirtyCmd.class, "drm_mode_fb_dirty_cmd", LAYOUT);

    private DrmModeFbDirtyCmd() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_INT.withName("fb_id"), // 0
                ValueLayout.JAVA_INT.withName("flags"), // 4
                ValueLayout.JAVA_INT.withName("color"), // 8
                ValueLayout.JAVA_INT.withName("num_clips"), // 12
                ValueLayout.JAVA_LONG.withName("clips_ptr")); // 16
        return struct.withName("drm_mode_fb_dirty_cmd");
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
     * {@code __u32 flags}, offset 4.
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
     * {@code __u32 color}, offset 8.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int color(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, COLOR_OFFSET);
    }

    /**
     * Writes {@code color}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void color(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, COLOR_OFFSET, value);
    }

    /**
     * {@code __u32 num_clips}, offset 12.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int numClips(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, NUM_CLIPS_OFFSET);
    }

    /**
     * Writes {@code num_clips}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void numClips(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, NUM_CLIPS_OFFSET, value);
    }

    /**
     * {@code __u64 clips_ptr}, offset 16.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long clipsPtr(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, CLIPS_PTR_OFFSET);
    }

    /**
     * Writes {@code clips_ptr}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void clipsPtr(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, CLIPS_PTR_OFFSET, value);
    }
}
