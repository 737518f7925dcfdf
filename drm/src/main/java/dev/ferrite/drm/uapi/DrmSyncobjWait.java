// Generated from drm_newer.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_syncobj_wait}: 40 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     8  __u64 handles
 *      8     8  __s64 timeout_nsec
 *     16     4  __u32 count_handles
 *     20     4  __u32 flags
 *     24     4  __u32 first_signaled
 *     28     4  __u32 pad
 *     32     8  __u64 deadline_nsec
 * }</pre>
 */
public final class DrmSyncobjWait {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 40;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code handles}, in bytes. */
    public static final long HANDLES_OFFSET = 0;

    /** Offset of {@code timeout_nsec}, in bytes. */
    public static final long TIMEOUT_NSEC_OFFSET = 8;

    /** Offset of {@code count_handles}, in bytes. */
    public static final long COUNT_HANDLES_OFFSET = 16;

    /** Offset of {@code flags}, in bytes. */
    public static final long FLAGS_OFFSET = 20;

    /** Offset of {@code first_signaled}, in bytes. */
    public static final long FIRST_SIGNALED_OFFSET = 24;

    /** Offset of {@code pad}, in bytes. */
    public static final long PAD_OFFSET = 28;

    /** Offset of {@code deadline_nsec}, in bytes. */
    public static final long DEADLINE_NSEC_OFFSET = 32;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmSyncobjWait> TYPE =
            new StructType<>(DrmSyncobjWait.class, "drm_syncobj_wait", LAYOUT);

    private DrmSyncobjWait() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_LONG.withName("handles"), // 0
                ValueLayout.JAVA_LONG.withName("timeout_nsec"), // 8
                ValueLayout.JAVA_INT.withName("count_handles"), // 16
                ValueLayout.JAVA_INT.withName("flags"), // 20
                ValueLayout.JAVA_INT.withName("first_signaled"), // 24
                ValueLayout.JAVA_INT.withName("pad"), // 28
                ValueLayout.JAVA_LONG.withName("deadline_nsec")); // 32
        return struct.withName("drm_syncobj_wait");
    }

    /**
     * {@code __u64 handles}, offset 0.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long handles(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, HANDLES_OFFSET);
    }

    /**
     * Writes {@code handles}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void handles(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, HANDLES_OFFSET, value);
    }

    /**
     * {@code __s64 timeout_nsec}, offset 8.
     *
     * @param s the struct
     * @return a signed 64-bit number
     */
    public static long timeoutNsec(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, TIMEOUT_NSEC_OFFSET);
    }

    /**
     * Writes {@code timeout_nsec}.
     *
     * @param s the struct
     * @param value a signed 64-bit number
     */
    public static void timeoutNsec(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, TIMEOUT_NSEC_OFFSET, value);
    }

    /**
     * {@code __u32 count_handles}, offset 16.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int countHandles(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, COUNT_HANDLES_OFFSET);
    }

    /**
     * Writes {@code count_handles}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void countHandles(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, COUNT_HANDLES_OFFSET, value);
    }

    /**
     * {@code __u32 flags}, offset 20.
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
     * {@code __u32 first_signaled}, offset 24.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int firstSignaled(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, FIRST_SIGNALED_OFFSET);
    }

    /**
     * Writes {@code first_signaled}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void firstSignaled(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, FIRST_SIGNALED_OFFSET, value);
    }

    /**
     * {@code __u32 pad}, offset 28.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int pad(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, PAD_OFFSET);
    }

    /**
     * Writes {@code pad}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void pad(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, PAD_OFFSET, value);
    }

    /**
     * {@code __u64 deadline_nsec}, offset 32.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long deadlineNsec(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, DEADLINE_NSEC_OFFSET);
    }

    /**
     * Writes {@code deadline_nsec}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void deadlineNsec(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, DEADLINE_NSEC_OFFSET, value);
    }
}
