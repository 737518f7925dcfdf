// Generated from dma-buf.h: edit the source, not this file.
package dev.ferrite.offheap.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct dma_buf_sync}: 8 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     8  __u64 flags
 * }</pre>
 */
public final class DmaBufSync {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 8;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code flags}, in bytes. */
    public static final long FLAGS_OFFSET = 0;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DmaBufSync> TYPE = new StructType<>(DmaBufSync.class, "dma_buf_sync", LAYOUT);

    private DmaBufSync() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(ValueLayout.JAVA_LONG.withName("flags"));
        return struct.withName("dma_buf_sync");
    }

    /**
     * {@code __u64 flags}, offset 0.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long flags(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, FLAGS_OFFSET);
    }

    /**
     * Writes {@code flags}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void flags(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, FLAGS_OFFSET, value);
    }
}
