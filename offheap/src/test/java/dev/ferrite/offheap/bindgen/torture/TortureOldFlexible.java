// Generated from torture.h: edit the source, not this file.
package dev.ferrite.offheap.bindgen.torture;

import dev.ferrite.offheap.StructType;
import dev.ferrite.offheap.struct.Fields;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.util.Objects;

/**
 * {@code struct torture_old_flexible}: 4 bytes, alignment 4.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  int count
 *      4     0  char tail[]
 * }</pre>
 */
public final class TortureOldFlexible {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 4;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 4;

    /** Offset of {@code count}, in bytes. */
    public static final long COUNT_OFFSET = 0;

    /** Offset of {@code tail}, in bytes. */
    public static final long TAIL_OFFSET = 4;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<TortureOldFlexible> TYPE =
            new StructType<>(TortureOldFlexible.class, "torture_old_flexible", LAYOUT);

    private TortureOldFlexible() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_INT.withName("count"), // 0
                MemoryLayout.sequenceLayout(0, ValueLayout.JAVA_BYTE).withName("tail")); // 4
        return struct.withName("torture_old_flexible");
    }

    /**
     * {@code int count}, offset 0.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int count(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, COUNT_OFFSET);
    }

    /**
     * Writes {@code count}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void count(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, COUNT_OFFSET, value);
    }

    /**
     * {@code char tail[]}, offset 4.
     *
     * @param s the struct with its tail
     * @return a view of the whole array, as long as the segment allows
     */
    public static MemorySegment tail(MemorySegment s) {
        return s.asSlice(TAIL_OFFSET, s.byteSize() - TAIL_OFFSET);
    }

    /**
     * Reads an element of {@code tail}.
     *
     * @param s the struct with its tail
     * @param index from 0
     * @return a signed 8-bit number
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static byte tail(MemorySegment s, long index) {
        long at = TAIL_OFFSET + Objects.checkIndex(index, (s.byteSize() - TAIL_OFFSET) / 1);
        return s.get(ValueLayout.JAVA_BYTE, at);
    }

    /**
     * Writes an element of {@code tail}.
     *
     * @param s the struct with its tail
     * @param index from 0
     * @param value a signed 8-bit number
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static void tail(MemorySegment s, long index, byte value) {
        long at = TAIL_OFFSET + Objects.checkIndex(index, (s.byteSize() - TAIL_OFFSET) / 1);
        s.set(ValueLayout.JAVA_BYTE, at, value);
    }

    /**
     * The size of the struct with a tail of elements in {@code tail}.
     *
     * @param count how many elements, 0 or more
     * @return bytes, at least {@link #SIZEOF}
     * @throws ArithmeticException if it does not fit a long
     * @throws IllegalArgumentException if the count is negative
     */
    public static long sizeWithTail(long count) {
        return Fields.sizeWith(SIZEOF, TAIL_OFFSET, 1, count);
    }
}
