// Generated from thread-shared-types.h: edit the source, not this file.
package dev.ferrite.offheap.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct __pthread_internal_list}: 16 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     8  struct __pthread_internal_list *__prev
 *      8     8  struct __pthread_internal_list *__next
 * }</pre>
 */
public final class PthreadInternalList {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 16;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code __prev}, in bytes. */
    public static final long PREV_OFFSET = 0;

    /** Offset of {@code __next}, in bytes. */
    public static final long NEXT_OFFSET = 8;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<PthreadInternalList> TYPE =
            new StructType<>(PthreadInternalList.class, "__pthread_internal_list", LAYOUT);

    private PthreadInternalList() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_LONG.withName("__prev"), // 0
                ValueLayout.JAVA_LONG.withName("__next")); // 8
        return struct.withName("__pthread_internal_list");
    }

    /**
     * {@code struct __pthread_internal_list *__prev}, offset 0.
     *
     * @param s the struct
     * @return an address
     */
    public static long prev(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, PREV_OFFSET);
    }

    /**
     * Writes {@code __prev}.
     *
     * @param s the struct
     * @param value an address
     */
    public static void prev(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, PREV_OFFSET, value);
    }

    /**
     * {@code struct __pthread_internal_list *__next}, offset 8.
     *
     * @param s the struct
     * @return an address
     */
    public static long next(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, NEXT_OFFSET);
    }

    /**
     * Writes {@code __next}.
     *
     * @param s the struct
     * @param value an address
     */
    public static void next(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, NEXT_OFFSET, value);
    }
}
