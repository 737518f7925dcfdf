// Generated from struct_timespec.h: edit the source, not this file.
package dev.ferrite.offheap.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct timespec}: 16 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     8  __time_t tv_sec
 *      8     8  __syscall_slong_t tv_nsec
 * }</pre>
 */
public final class Timespec {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 16;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code tv_sec}, in bytes. */
    public static final long TV_SEC_OFFSET = 0;

    /** Offset of {@code tv_nsec}, in bytes. */
    public static final long TV_NSEC_OFFSET = 8;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<Timespec> TYPE = new StructType<>(Timespec.class, "timespec", LAYOUT);

    private Timespec() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_LONG.withName("tv_sec"), // 0
                ValueLayout.JAVA_LONG.withName("tv_nsec")); // 8
        return struct.withName("timespec");
    }

    /**
     * {@code __time_t tv_sec}, offset 0.
     *
     * @param s the struct
     * @return a signed 64-bit number
     */
    public static long tvSec(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, TV_SEC_OFFSET);
    }

    /**
     * Writes {@code tv_sec}.
     *
     * @param s the struct
     * @param value a signed 64-bit number
     */
    public static void tvSec(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, TV_SEC_OFFSET, value);
    }

    /**
     * {@code __syscall_slong_t tv_nsec}, offset 8.
     *
     * @param s the struct
     * @return a signed 64-bit number
     */
    public static long tvNsec(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, TV_NSEC_OFFSET);
    }

    /**
     * Writes {@code tv_nsec}.
     *
     * @param s the struct
     * @param value a signed 64-bit number
     */
    public static void tvNsec(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, TV_NSEC_OFFSET, value);
    }
}
