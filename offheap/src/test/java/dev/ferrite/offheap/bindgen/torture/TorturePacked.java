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
 * {@code struct torture_packed}: 52 bytes, alignment 1.
 *
 * <pre>{@code
 * offset  size  member
 *      0     1  char c
 *      1     4  int i
 *      5     8  long int l
 *     13     8  struct torture_inner inner
 *     21     6  short int s[3]
 *     27     8  double d
 *   35:0   11b  unsigned int bits : 11
 *   36:3   63b  uint64_t crossing : 63
 *   44:2   61b  int64_t signed_crossing : 61
 * }</pre>
 */
public final class TorturePacked {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 52;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 1;

    /** Offset of {@code c}, in bytes. */
    public static final long C_OFFSET = 0;

    /** Offset of {@code i}, in bytes. */
    public static final long I_OFFSET = 1;

    /** Offset of {@code l}, in bytes. */
    public static final long L_OFFSET = 5;

    /** Offset of {@code inner}, in bytes. */
    public static final long INNER_OFFSET = 13;

    /** Offset of {@code s}, in bytes. */
    public static final long S_OFFSET = 21;

    /** Number of elements of {@code s}. */
    public static final long S_COUNT = 3;

    /** Offset of {@code d}, in bytes. */
    public static final long D_OFFSET = 27;

    /** Offset of {@code bits}, in bits. */
    public static final long BITS_BIT_OFFSET = 280;

    /** Width of {@code bits}, in bits. */
    public static final int BITS_BITS = 11;

    /** Offset of {@code crossing}, in bits. */
    public static final long CROSSING_BIT_OFFSET = 291;

    /** Width of {@code crossing}, in bits. */
    public static final int CROSSING_BITS = 63;

    /** Offset of {@code signed_crossing}, in bits. */
    public static final long SIGNED_CROSSING_BIT_OFFSET = 354;

    /** Width of {@code signed_crossing}, in bits. */
    public static final int SIGNED_CROSSING_BITS = 61;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<TorturePacked> TYPE =
            new StructType<>(TorturePacked.class, "torture_packed", LAYOUT);

    private TorturePacked() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_BYTE.withName("c"), // 0
                ValueLayout.JAVA_INT_UNALIGNED.withName("i"), // 1
                ValueLayout.JAVA_LONG_UNALIGNED.withName("l"), // 5
                MemoryLayout.sequenceLayout(8, ValueLayout.JAVA_BYTE).withName("inner"), // 13
                MemoryLayout.sequenceLayout(3, ValueLayout.JAVA_SHORT_UNALIGNED).withName("s"), // 21
                ValueLayout.JAVA_DOUBLE_UNALIGNED.withName("d"), // 27
                MemoryLayout.paddingLayout(17).withName("bits:11 crossing:63 signed_crossing:61")); // 35
        return struct.withName("torture_packed");
    }

    /**
     * {@code char c}, offset 0.
     *
     * @param s the struct
     * @return a signed 8-bit number
     */
    public static byte c(MemorySegment s) {
        return s.get(ValueLayout.JAVA_BYTE, C_OFFSET);
    }

    /**
     * Writes {@code c}.
     *
     * @param s the struct
     * @param value a signed 8-bit number
     */
    public static void c(MemorySegment s, byte value) {
        s.set(ValueLayout.JAVA_BYTE, C_OFFSET, value);
    }

    /**
     * {@code int i}, offset 1.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int i(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT_UNALIGNED, I_OFFSET);
    }

    /**
     * Writes {@code i}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void i(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT_UNALIGNED, I_OFFSET, value);
    }

    /**
     * {@code long int l}, offset 5.
     *
     * @param s the struct
     * @return a signed 64-bit number
     */
    public static long l(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG_UNALIGNED, L_OFFSET);
    }

    /**
     * Writes {@code l}.
     *
     * @param s the struct
     * @param value a signed 64-bit number
     */
    public static void l(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG_UNALIGNED, L_OFFSET, value);
    }

    /**
     * {@code struct torture_inner inner}, offset 13.
     *
     * @param s the struct
     * @return a view of the nested struct
     */
    public static MemorySegment inner(MemorySegment s) {
        return s.asSlice(INNER_OFFSET, 8);
    }

    /**
     * {@code short int s[3]}, offset 21.
     *
     * @param s the struct
     * @return a view of the whole array
     */
    public static MemorySegment s(MemorySegment s) {
        return s.asSlice(S_OFFSET, 6);
    }

    /**
     * Reads an element of {@code s}.
     *
     * @param s the struct
     * @param index 0 to 2
     * @return a signed 16-bit number
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static short s(MemorySegment s, long index) {
        long at = S_OFFSET + Objects.checkIndex(index, 3) * 2;
        return s.get(ValueLayout.JAVA_SHORT_UNALIGNED, at);
    }

    /**
     * Writes an element of {@code s}.
     *
     * @param s the struct
     * @param index 0 to 2
     * @param value a signed 16-bit number
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static void s(MemorySegment s, long index, short value) {
        long at = S_OFFSET + Objects.checkIndex(index, 3) * 2;
        s.set(ValueLayout.JAVA_SHORT_UNALIGNED, at, value);
    }

    /**
     * {@code double d}, offset 27.
     *
     * @param s the struct
     * @return the value
     */
    public static double d(MemorySegment s) {
        return s.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, D_OFFSET);
    }

    /**
     * Writes {@code d}.
     *
     * @param s the struct
     * @param value the value
     */
    public static void d(MemorySegment s, double value) {
        s.set(ValueLayout.JAVA_DOUBLE_UNALIGNED, D_OFFSET, value);
    }

    /**
     * {@code unsigned int bits : 11}, bits 280 to 290.
     *
     * @param s the struct
     * @return a number of 11 bits
     */
    public static int bits(MemorySegment s) {
        long word = s.get(ValueLayout.JAVA_LONG_UNALIGNED, 32);
        return (int) ((word >>> 24) & 0x7ffL);
    }

    /**
     * Writes {@code bits} and keeps its neighbours.
     *
     * @param s the struct
     * @param value a number of 11 bits; higher bits are dropped
     */
    public static void bits(MemorySegment s, int value) {
        long others = s.get(ValueLayout.JAVA_LONG_UNALIGNED, 32) & ~(0x7ffL << 24);
        s.set(ValueLayout.JAVA_LONG_UNALIGNED, 32, others | ((value & 0x7ffL) << 24));
    }

    /**
     * {@code uint64_t crossing : 63}, bits 291 to 353.
     *
     * @param s the struct
     * @return a number of 63 bits
     */
    public static long crossing(MemorySegment s) {
        return Fields.getBits(s, CROSSING_BIT_OFFSET, CROSSING_BITS);
    }

    /**
     * Writes {@code crossing} and keeps its neighbours.
     *
     * @param s the struct
     * @param value a number of 63 bits; higher bits are dropped
     */
    public static void crossing(MemorySegment s, long value) {
        Fields.setBits(s, CROSSING_BIT_OFFSET, CROSSING_BITS, value);
    }

    /**
     * {@code int64_t signed_crossing : 61}, bits 354 to 414.
     *
     * @param s the struct
     * @return a number of signed 61 bits
     */
    public static long signedCrossing(MemorySegment s) {
        return (Fields.getBits(s, SIGNED_CROSSING_BIT_OFFSET, SIGNED_CROSSING_BITS) << 3) >> 3;
    }

    /**
     * Writes {@code signed_crossing} and keeps its neighbours.
     *
     * @param s the struct
     * @param value a number of signed 61 bits; higher bits are dropped
     */
    public static void signedCrossing(MemorySegment s, long value) {
        Fields.setBits(s, SIGNED_CROSSING_BIT_OFFSET, SIGNED_CROSSING_BITS, value);
    }
}
