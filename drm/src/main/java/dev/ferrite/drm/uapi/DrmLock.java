// Generated from drm.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_lock}: 8 bytes, alignment 4.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  int context
 *      4     4  enum drm_lock_flags flags
 * }</pre>
 */
public final class DrmLock {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 8;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 4;

    /** Offset of {@code context}, in bytes. */
    public static final long CONTEXT_OFFSET = 0;

    /** Offset of {@code flags}, in bytes. */
    public static final long FLAGS_OFFSET = 4;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmLock> TYPE = new StructType<>(DrmLock.class, "drm_lock", LAYOUT);

    private DrmLock() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_INT.withName("context"), // 0
                ValueLayout.JAVA_INT.withName("flags")); // 4
        return struct.withName("drm_lock");
    }

    /**
     * {@code int context}, offset 0.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int context(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, CONTEXT_OFFSET);
    }

    /**
     * Writes {@code context}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void context(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, CONTEXT_OFFSET, value);
    }

    /**
     * {@code enum drm_lock_flags flags}, offset 4.
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
}
