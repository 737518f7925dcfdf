// Generated from drm.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_ctx_priv_map}: 16 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  unsigned int ctx_id
 *      8     8  void *handle
 * }</pre>
 */
public final class DrmCtxPrivMap {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 16;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code ctx_id}, in bytes. */
    public static final long CTX_ID_OFFSET = 0;

    /** Offset of {@code handle}, in bytes. */
    public static final long HANDLE_OFFSET = 8;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmCtxPrivMap> TYPE =
            new StructType<>(DrmCtxPrivMap.class, "drm_ctx_priv_map", LAYOUT);

    private DrmCtxPrivMap() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_INT.withName("ctx_id"), // 0
                MemoryLayout.paddingLayout(4), // 4
                ValueLayout.JAVA_LONG.withName("handle")); // 8
        return struct.withName("drm_ctx_priv_map");
    }

    /**
     * {@code unsigned int ctx_id}, offset 0.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int ctxId(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, CTX_ID_OFFSET);
    }

    /**
     * Writes {@code ctx_id}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void ctxId(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, CTX_ID_OFFSET, value);
    }

    /**
     * {@code void *handle}, offset 8.
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
}
