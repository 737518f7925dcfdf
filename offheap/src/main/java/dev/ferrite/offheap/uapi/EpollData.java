// Generated from epoll.h: edit the source, not this file.
package dev.ferrite.offheap.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code union epoll_data}: 8 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     8  void *ptr
 *      0     4  int fd
 *      0     4  uint32_t u32
 *      0     8  uint64_t u64
 * }</pre>
 */
public final class EpollData {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 8;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code ptr}, in bytes. */
    public static final long PTR_OFFSET = 0;

    /** Offset of {@code fd}, in bytes. */
    public static final long FD_OFFSET = 0;

    /** Offset of {@code u32}, in bytes. */
    public static final long U32_OFFSET = 0;

    /** Offset of {@code u64}, in bytes. */
    public static final long U64_OFFSET = 0;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<EpollData> TYPE = new StructType<>(EpollData.class, "epoll_data", LAYOUT);

    private EpollData() {}

    private static StructLayout layout() {
        MemoryLayout members = MemoryLayout.unionLayout(
                ValueLayout.JAVA_LONG.withName("ptr"), // 0
                ValueLayout.JAVA_INT.withName("fd"), // 0
                ValueLayout.JAVA_INT.withName("u32"), // 0
                ValueLayout.JAVA_LONG.withName("u64")); // 0
        StructLayout struct = MemoryLayout.structLayout(members);
        return struct.withName("epoll_data");
    }

    /**
     * {@code void *ptr}, offset 0.
     *
     * @param s the struct
     * @return an address
     */
    public static long ptr(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG_UNALIGNED, PTR_OFFSET);
    }

    /**
     * Writes {@code ptr}.
     *
     * @param s the struct
     * @param value an address
     */
    public static void ptr(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG_UNALIGNED, PTR_OFFSET, value);
    }

    /**
     * {@code int fd}, offset 0.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int fd(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT_UNALIGNED, FD_OFFSET);
    }

    /**
     * Writes {@code fd}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void fd(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT_UNALIGNED, FD_OFFSET, value);
    }

    /**
     * {@code uint32_t u32}, offset 0.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int u32(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT_UNALIGNED, U32_OFFSET);
    }

    /**
     * Writes {@code u32}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void u32(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT_UNALIGNED, U32_OFFSET, value);
    }

    /**
     * {@code uint64_t u64}, offset 0.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long u64(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG_UNALIGNED, U64_OFFSET);
    }

    /**
     * Writes {@code u64}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void u64(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG_UNALIGNED, U64_OFFSET, value);
    }
}
