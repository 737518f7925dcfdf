// Generated from drm.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_unique}: 16 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     8  __kernel_size_t unique_len
 *      8     8  char *unique
 * }</pre>
 */
public final class DrmUnique {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 16;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code unique_len}, in bytes. */
    public static final long UNIQUE_LEN_OFFSET = 0;

    /** Offset of {@code unique}, in bytes. */
    public static final long UNIQUE_OFFSET = 8;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmUnique> TYPE = new StructType<>(DrmUnique.class, "drm_unique", LAYOUT);

    private DrmUnique() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_LONG.withName("unique_len"), // 0
                ValueLayout.JAVA_LONG.withName("unique")); // 8
        return struct.withName("drm_unique");
    }

    /**
     * {@code __kernel_size_t unique_len}, offset 0.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long uniqueLen(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, UNIQUE_LEN_OFFSET);
    }

    /**
     * Writes {@code unique_len}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void uniqueLen(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, UNIQUE_LEN_OFFSET, value);
    }

    /**
     * {@code char *unique}, offset 8.
     *
     * @param s the struct
     * @return an address
     */
    public static long unique(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, UNIQUE_OFFSET);
    }

    /**
     * Writes {@code unique}.
     *
     * @param s the struct
     * @param value an address
     */
    public static void unique(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, UNIQUE_OFFSET, value);
    }
}
