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
 * {@code pthread_cond_t}: 48 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0    48  struct __pthread_cond_s __data
 *      0    48  char __size[48]
 *      0     8  long long int __align
 * }</pre>
 */
public final class PthreadCondT {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 48;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code __data}, in bytes. */
    public static final long DATA_OFFSET = 0;

    /** Offset of {@code __size}, in bytes. */
    public static final long SIZE_OFFSET = 0;

    /** Number of elements of {@code __size}. */
    public static final long SIZE_COUNT = 48;

    /** Offset of {@code __align}, in bytes. */
    public static final long ALIGN_OFFSET = 0;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<PthreadCondT> TYPE = new StructType<>(PthreadCondT.class, "pthread_cond_t", LAYOUT);

    private PthreadCondT() {}

    private static StructLayout layout() {
        MemoryLayout members = MemoryLayout.unionLayout(
                PthreadCondS.LAYOUT.withName("__data"), // 0
                MemoryLayout.sequenceLayout(48, ValueLayout.JAVA_BYTE).withName("__size"), // 0
                ValueLayout.JAVA_LONG.withName("__align")); // 0
        StructLayout struct = MemoryLayout.structLayout(members);
        return struct.withName("pthread_cond_t");
    }

    /**
     * {@code struct __pthread_cond_s __data}, offset 0.
     *
     * @param s the struct
     * @return a view of the nested struct
     */
    public static MemorySegment data(MemorySegment s) {
        return s.asSlice(DATA_OFFSET, 48);
    }

    /**
     * {@code char __size[48]}, offset 0.
     *
     * @param s the struct
     * @return a view of the whole array
     */
    public static MemorySegment size(MemorySegment s) {
        return s.asSlice(SIZE_OFFSET, 48);
    }

    /**
     * Reads an element of {@code __size}.
     *
     * @param s the struct
     * @param index 0 to 47
     * @return a signed 8-bit number
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static byte size(MemorySegment s, long index) {
        long at = SIZE_OFFSET + Objects.checkIndex(index, 48);
        return s.get(ValueLayout.JAVA_BYTE, at);
    }

    /**
     * Writes an element of {@code __size}.
     *
     * @param s the struct
     * @param index 0 to 47
     * @param value a signed 8-bit number
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static void size(MemorySegment s, long index, byte value) {
        long at = SIZE_OFFSET + Objects.checkIndex(index, 48);
        s.set(ValueLayout.JAVA_BYTE, at, value);
    }

    /**
     * Reads {@code __size} as text: UTF-8, up to the first NUL or the end of the array.
     *
     * @param s the struct
     * @return the text
     */
    public static String sizeString(MemorySegment s) {
        return Fields.getString(s, SIZE_OFFSET, 48);
    }

    /**
     * Writes {@code __size} as text: UTF-8, the rest of the array zero.
     *
     * @param s the struct
     * @param value the text
     * @throws IllegalArgumentException if it has more than 47 bytes, or contains NUL
     */
    public static void sizeString(MemorySegment s, String value) {
        Fields.setString(s, SIZE_OFFSET, 48, value);
    }

    /**
     * {@code long long int __align}, offset 0.
     *
     * @param s the struct
     * @return a signed 64-bit number
     */
    public static long align(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, ALIGN_OFFSET);
    }

    /**
     * Writes {@code __align}.
     *
     * @param s the struct
     * @param value a signed 64-bit number
     */
    public static void align(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, ALIGN_OFFSET, value);
    }
}
