// Generated from drm.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_list}: 16 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  int count
 *      8     8  struct drm_version *version
 * }</pre>
 */
public final class DrmList {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 16;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code count}, in bytes. */
    public static final long COUNT_OFFSET = 0;

    /** Offset of {@code version}, in bytes. */
    public static final long VERSION_OFFSET = 8;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmList> TYPE = new StructType<>(DrmList.class, "drm_list", LAYOUT);

    private DrmList() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_INT.withName("count"), // 0
                MemoryLayout.paddingLayout(4), // 4
                ValueLayout.JAVA_LONG.withName("version")); // 8
        return struct.withName("drm_list");
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
     * {@code struct drm_version *version}, offset 8.
     *
     * @param s the struct
     * @return an address
     */
    public static long version(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, VERSION_OFFSET);
    }

    /**
     * Writes {@code version}.
     *
     * @param s the struct
     * @param value an address
     */
    public static void version(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, VERSION_OFFSET, value);
    }
}
