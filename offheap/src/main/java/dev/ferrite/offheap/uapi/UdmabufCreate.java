// Generated from udmabuf.h: edit the source, not this file.
package dev.ferrite.offheap.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct udmabuf_create}: 24 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  __u32 memfd
 *      4     4  __u32 flags
 *      8     8  __u64 offset
 *     16     8  __u64 size
 * }</pre>
 */
public final class UdmabufCreate {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 24;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code memfd}, in bytes. */
    public static final long MEMFD_OFFSET = 0;

    /** Offset of {@code flags}, in bytes. */
    public static final long FLAGS_OFFSET = 4;

    /** Offset of {@code offset}, in bytes. */
    public static final long OFFSET_OFFSET = 8;

    /** Offset of {@code size}, in bytes. */
    public static final long SIZE_OFFSET = 16;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<UdmabufCreate> TYPE =
            new StructType<>(UdmabufCreate.class, "udmabuf_create", LAYOUT);

    private UdmabufCreate() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_INT.withName("memfd"), // 0
                ValueLayout.JAVA_INT.withName("flags"), // 4
                ValueLayout.JAVA_LONG.withName("offset"), // 8
                ValueLayout.JAVA_LONG.withName("size")); // 16
        return struct.withName("udmabuf_create");
    }

    /**
     * {@code __u32 memfd}, offset 0.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int memfd(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, MEMFD_OFFSET);
    }

    /**
     * Writes {@code memfd}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void memfd(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, MEMFD_OFFSET, value);
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
     * {@code __u64 offset}, offset 8.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long offset(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, OFFSET_OFFSET);
    }

    /**
     * Writes {@code offset}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void offset(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, OFFSET_OFFSET, value);
    }

    /**
     * {@code __u64 size}, offset 16.
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
