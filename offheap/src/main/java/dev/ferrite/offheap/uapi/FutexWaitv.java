// Generated from futex.h: edit the source, not this file.
package dev.ferrite.offheap.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct futex_waitv}: 24 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     8  __u64 val
 *      8     8  __u64 uaddr
 *     16     4  __u32 flags
 *     20     4  __u32 __reserved
 * }</pre>
 */
public final class FutexWaitv {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 24;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code val}, in bytes. */
    public static final long VAL_OFFSET = 0;

    /** Offset of {@code uaddr}, in bytes. */
    public static final long UADDR_OFFSET = 8;

    /** Offset of {@code flags}, in bytes. */
    public static final long FLAGS_OFFSET = 16;

    /** Offset of {@code __reserved}, in bytes. */
    public static final long RESERVED_OFFSET = 20;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<FutexWaitv> TYPE = new StructType<>(FutexWaitv.class, "futex_waitv", LAYOUT);

    private FutexWaitv() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_LONG.withName("val"), // 0
                ValueLayout.JAVA_LONG.withName("uaddr"), // 8
                ValueLayout.JAVA_INT.withName("flags"), // 16
                ValueLayout.JAVA_INT.withName("__reserved")); // 20
        return struct.withName("futex_waitv");
    }

    /**
     * {@code __u64 val}, offset 0.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long val(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, VAL_OFFSET);
    }

    /**
     * Writes {@code val}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void val(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, VAL_OFFSET, value);
    }

    /**
     * {@code __u64 uaddr}, offset 8.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long uaddr(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, UADDR_OFFSET);
    }

    /**
     * Writes {@code uaddr}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void uaddr(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, UADDR_OFFSET, value);
    }

    /**
     * {@code __u32 flags}, offset 16.
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
     * {@code __u32 __reserved}, offset 20.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int reserved(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, RESERVED_OFFSET);
    }

    /**
     * Writes {@code __reserved}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void reserved(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, RESERVED_OFFSET, value);
    }
}
