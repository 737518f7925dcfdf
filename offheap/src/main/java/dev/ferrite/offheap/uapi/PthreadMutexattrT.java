// Generated from pthreadtypes.h: edit the source, not this file.
package dev.ferrite.offheap.uapi;

import dev.ferrite.offheap.StructType;
import dev.ferrite.offheap.struct.Fields;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.util.Objects;

/**
 * {@code pthread_mutexattr_t}: 4 bytes, alignment 4.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  char __size[4]
 *      0     4  int __align
 * }</pre>
 */
public final class PthreadMutexattrT {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 4;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 4;

    /** Offset of {@code __size}, in bytes. */
    public static final long SIZE_OFFSET = 0;

    /** Number of elements of {@code __size}. */
    public static final long SIZE_COUNT = 4;

    /** Offset of {@code __align}, in bytes. */
    public static final long ALIGN_OFFSET = 0;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<PthreadMutexattrT> TYPE =
            new StructType<>(PthreadMutexattrT.class, "pthread_mutexattr_t", LAYOUT);

    private PthreadMutexattrT() {}

    private static StructLayout layout() {
        MemoryLayout members = MemoryLayout.unionLayout(
                MemoryLayout.sequenceLayout(4, ValueLayout.JAVA_BYTE).withName("__size"), // 0
                ValueLayout.JAVA_INT.withName("__align")); // 0
        StructLayout struct = MemoryLayout.structLayout(members);
        return struct.withName("pthread_mutexattr_t");
    }

    /**
     * {@code char __size[4]}, offset 0.
     *
     * @param s the struct
     * @return a view of the whole array
     */
    public static MemorySegment size(MemorySegment s) {
        return s.asSlice(SIZE_OFFSET, 4);
    }

    /**
     * Reads an element of {@code __size}.
     *
     * @param s the struct
     * @param index 0 to 3
     * @return a signed 8-bit number
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static byte size(MemorySegment s, long index) {
        long at = SIZE_OFFSET + Objects.checkIndex(index, 4);
        return s.get(ValueLayout.JAVA_BYTE, at);
    }

    /**
     * Writes an element of {@code __size}.
     *
     * @param s the struct
     * @param index 0 to 3
     * @param value a signed 8-bit number
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static void size(MemorySegment s, long index, byte value) {
        long at = SIZE_OFFSET + Objects.checkIndex(index, 4);
        s.set(ValueLayout.JAVA_BYTE, at, value);
    }

    /**
     * Reads {@code __size} as text: UTF-8, up to the first NUL or the end of the array.
     *
     * @param s the struct
     * @return the text
     */
    public static String sizeString(MemorySegment s) {
        return Fields.getString(s, SIZE_OFFSET, 4);
    }

    /**
     * Writes {@code __size} as text: UTF-8, the rest of the array zero.
     *
     * @param s the struct
     * @param value the text
     * @throws IllegalArgumentException if it has more than 3 bytes, or contains NUL
     */
    public static void sizeString(MemorySegment s, String value) {
        Fields.setString(s, SIZE_OFFSET, 4, value);
    }

    /**
     * {@code int __align}, offset 0.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int align(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, ALIGN_OFFSET);
    }

    /**
     * Writes {@code __align}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void align(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, ALIGN_OFFSET, value);
    }
}
