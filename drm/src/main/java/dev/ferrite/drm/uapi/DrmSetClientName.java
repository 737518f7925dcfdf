// Generated from drm_newer.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_set_client_name}: 16 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     8  __u64 name_len
 *      8     8  __u64 name
 * }</pre>
 */
public final class DrmSetClientName {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 16;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code name_len}, in bytes. */
    public static final long NAME_LEN_OFFSET = 0;

    /** Offset of {@code name}, in bytes. */
    public static final long NAME_OFFSET = 8;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmSetClientName> TYPE =
            new StructType<>(DrmSetClientName.class, "drm_set_client_name", LAYOUT);

    private DrmSetClientName() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_LONG.withName("name_len"), // 0
                ValueLayout.JAVA_LONG.withName("name")); // 8
        return struct.withName("drm_set_client_name");
    }

    /**
     * {@code __u64 name_len}, offset 0.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long nameLen(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, NAME_LEN_OFFSET);
    }

    /**
     * Writes {@code name_len}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void nameLen(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, NAME_LEN_OFFSET, value);
    }

    /**
     * {@code __u64 name}, offset 8.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long name(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, NAME_OFFSET);
    }

    /**
     * Writes {@code name}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void name(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, NAME_OFFSET, value);
    }
}
