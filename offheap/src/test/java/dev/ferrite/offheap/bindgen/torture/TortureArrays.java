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
 * {@code struct torture_arrays}: 224 bytes, alignment 16.
 *
 * <pre>{@code
 * offset  size  member
 *      0     5  uint8_t u8[5]
 *      6     6  int16_t s16[3]
 *     12    16  uint32_t u32[4]
 *     32    16  int64_t s64[2]
 *     48    16  double f64[2]
 *     64     3  _Bool flags[3]
 *     67    16  char name[16]
 *     88    16  void *pointers[2]
 *    104    24  int matrix[2][3]
 *    128    16  struct torture_inner inners[2]
 *    144    32  struct torture_inner grid[2][2]
 *    176     8  enum torture_color colors[2]
 *    192    32  long double wide[2]
 * }</pre>
 */
public final class TortureArrays {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 224;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 16;

    /** Offset of {@code u8}, in bytes. */
    public static final long U8_OFFSET = 0;

    /** Number of elements of {@code u8}. */
    public static final long U8_COUNT = 5;

    /** Offset of {@code s16}, in bytes. */
    public static final long S16_OFFSET = 6;

    /** Number of elements of {@code s16}. */
    public static final long S16_COUNT = 3;

    /** Offset of {@code u32}, in bytes. */
    public static final long U32_OFFSET = 12;

    /** Number of elements of {@code u32}. */
    public static final long U32_COUNT = 4;

    /** Offset of {@code s64}, in bytes. */
    public static final long S64_OFFSET = 32;

    /** Number of elements of {@code s64}. */
    public static final long S64_COUNT = 2;

    /** Offset of {@code f64}, in bytes. */
    public static final long F64_OFFSET = 48;

    /** Number of elements of {@code f64}. */
    public static final long F64_COUNT = 2;

    /** Offset of {@code flags}, in bytes. */
    public static final long FLAGS_OFFSET = 64;

    /** Number of elements of {@code flags}. */
    public static final long FLAGS_COUNT = 3;

    /** Offset of {@code name}, in bytes. */
    public static final long NAME_OFFSET = 67;

    /** Number of elements of {@code name}. */
    public static final long NAME_COUNT = 16;

    /** Offset of {@code pointers}, in bytes. */
    public static final long POINTERS_OFFSET = 88;

    /** Number of elements of {@code pointers}. */
    public static final long POINTERS_COUNT = 2;

    /** Offset of {@code matrix}, in bytes. */
    public static final long MATRIX_OFFSET = 104;

    /** Number of elements of {@code matrix}. */
    public static final long MATRIX_COUNT = 2;

    /** Offset of {@code inners}, in bytes. */
    public static final long INNERS_OFFSET = 128;

    /** Number of elements of {@code inners}. */
    public static final long INNERS_COUNT = 2;

    /** Offset of {@code grid}, in bytes. */
    public static final long GRID_OFFSET = 144;

    /** Number of elements of {@code grid}. */
    public static final long GRID_COUNT = 2;

    /** Offset of {@code colors}, in bytes. */
    public static final long COLORS_OFFSET = 176;

    /** Number of elements of {@code colors}. */
    public static final long COLORS_COUNT = 2;

    /** Offset of {@code wide}, in bytes. */
    public static final long WIDE_OFFSET = 192;

    /** Number of elements of {@code wide}. */
    public static final long WIDE_COUNT = 2;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<TortureArrays> TYPE =
            new StructType<>(TortureArrays.class, "torture_arrays", LAYOUT);

    private TortureArrays() {}

    private static StructLayout layout() {
        MemoryLayout part1 = MemoryLayout.sequenceLayout(3, ValueLayout.JAVA_INT);
        MemoryLayout part2 = MemoryLayout.sequenceLayout(2, TortureInner.LAYOUT);
        MemoryLayout part3 = MemoryLayout.sequenceLayout(16, ValueLayout.JAVA_BYTE);
        StructLayout struct = MemoryLayout.structLayout(
                MemoryLayout.sequenceLayout(5, ValueLayout.JAVA_BYTE).withName("u8"), // 0
                MemoryLayout.paddingLayout(1), // 5
                MemoryLayout.sequenceLayout(3, ValueLayout.JAVA_SHORT).withName("s16"), // 6
                MemoryLayout.sequenceLayout(4, ValueLayout.JAVA_INT).withName("u32"), // 12
                MemoryLayout.paddingLayout(4), // 28
                MemoryLayout.sequenceLayout(2, ValueLayout.JAVA_LONG).withName("s64"), // 32
                MemoryLayout.sequenceLayout(2, ValueLayout.JAVA_DOUBLE).withName("f64"), // 48
                MemoryLayout.sequenceLayout(3, ValueLayout.JAVA_BYTE).withName("flags"), // 64
                MemoryLayout.sequenceLayout(16, ValueLayout.JAVA_BYTE).withName("name"), // 67
                MemoryLayout.paddingLayout(5), // 83
                MemoryLayout.sequenceLayout(2, ValueLayout.JAVA_LONG).withName("pointers"), // 88
                MemoryLayout.sequenceLayout(2, part1).withName("matrix"), // 104
                MemoryLayout.sequenceLayout(2, TortureInner.LAYOUT).withName("inners"), // 128
                MemoryLayout.sequenceLayout(2, part2).withName("grid"), // 144
                MemoryLayout.sequenceLayout(2, ValueLayout.JAVA_INT).withName("colors"), // 176
                MemoryLayout.paddingLayout(8), // 184
                MemoryLayout.sequenceLayout(2, part3).withName("wide")); // 192
        return struct.withName("torture_arrays").withByteAlignment(ALIGNOF);
    }

    /**
     * {@code uint8_t u8[5]}, offset 0.
     *
     * @param s the struct
     * @return a view of the whole array
     */
    public static MemorySegment u8(MemorySegment s) {
        return s.asSlice(U8_OFFSET, 5);
    }

    /**
     * Reads an element of {@code u8}.
     *
     * @param s the struct
     * @param index 0 to 4
     * @return a number of 0 to 255
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static int u8(MemorySegment s, long index) {
        long at = U8_OFFSET + Objects.checkIndex(index, 5);
        return Byte.toUnsignedInt(s.get(ValueLayout.JAVA_BYTE, at));
    }

    /**
     * Writes an element of {@code u8}.
     *
     * @param s the struct
     * @param index 0 to 4
     * @param value a number of 0 to 255
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static void u8(MemorySegment s, long index, int value) {
        long at = U8_OFFSET + Objects.checkIndex(index, 5);
        s.set(ValueLayout.JAVA_BYTE, at, (byte) value);
    }

    /**
     * {@code int16_t s16[3]}, offset 6.
     *
     * @param s the struct
     * @return a view of the whole array
     */
    public static MemorySegment s16(MemorySegment s) {
        return s.asSlice(S16_OFFSET, 6);
    }

    /**
     * Reads an element of {@code s16}.
     *
     * @param s the struct
     * @param index 0 to 2
     * @return a signed 16-bit number
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static short s16(MemorySegment s, long index) {
        long at = S16_OFFSET + Objects.checkIndex(index, 3) * 2;
        return s.get(ValueLayout.JAVA_SHORT, at);
    }

    /**
     * Writes an element of {@code s16}.
     *
     * @param s the struct
     * @param index 0 to 2
     * @param value a signed 16-bit number
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static void s16(MemorySegment s, long index, short value) {
        long at = S16_OFFSET + Objects.checkIndex(index, 3) * 2;
        s.set(ValueLayout.JAVA_SHORT, at, value);
    }

    /**
     * {@code uint32_t u32[4]}, offset 12.
     *
     * @param s the struct
     * @return a view of the whole array
     */
    public static MemorySegment u32(MemorySegment s) {
        return s.asSlice(U32_OFFSET, 16);
    }

    /**
     * Reads an element of {@code u32}.
     *
     * @param s the struct
     * @param index 0 to 3
     * @return an unsigned 32-bit number
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static int u32(MemorySegment s, long index) {
        long at = U32_OFFSET + Objects.checkIndex(index, 4) * 4;
        return s.get(ValueLayout.JAVA_INT, at);
    }

    /**
     * Writes an element of {@code u32}.
     *
     * @param s the struct
     * @param index 0 to 3
     * @param value an unsigned 32-bit number
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static void u32(MemorySegment s, long index, int value) {
        long at = U32_OFFSET + Objects.checkIndex(index, 4) * 4;
        s.set(ValueLayout.JAVA_INT, at, value);
    }

    /**
     * {@code int64_t s64[2]}, offset 32.
     *
     * @param s the struct
     * @return a view of the whole array
     */
    public static MemorySegment s64(MemorySegment s) {
        return s.asSlice(S64_OFFSET, 16);
    }

    /**
     * Reads an element of {@code s64}.
     *
     * @param s the struct
     * @param index 0 to 1
     * @return a signed 64-bit number
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static long s64(MemorySegment s, long index) {
        long at = S64_OFFSET + Objects.checkIndex(index, 2) * 8;
        return s.get(ValueLayout.JAVA_LONG, at);
    }

    /**
     * Writes an element of {@code s64}.
     *
     * @param s the struct
     * @param index 0 to 1
     * @param value a signed 64-bit number
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static void s64(MemorySegment s, long index, long value) {
        long at = S64_OFFSET + Objects.checkIndex(index, 2) * 8;
        s.set(ValueLayout.JAVA_LONG, at, value);
    }

    /**
     * {@code double f64[2]}, offset 48.
     *
     * @param s the struct
     * @return a view of the whole array
     */
    public static MemorySegment f64(MemorySegment s) {
        return s.asSlice(F64_OFFSET, 16);
    }

    /**
     * Reads an element of {@code f64}.
     *
     * @param s the struct
     * @param index 0 to 1
     * @return the value
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static double f64(MemorySegment s, long index) {
        long at = F64_OFFSET + Objects.checkIndex(index, 2) * 8;
        return s.get(ValueLayout.JAVA_DOUBLE, at);
    }

    /**
     * Writes an element of {@code f64}.
     *
     * @param s the struct
     * @param index 0 to 1
     * @param value the value
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static void f64(MemorySegment s, long index, double value) {
        long at = F64_OFFSET + Objects.checkIndex(index, 2) * 8;
        s.set(ValueLayout.JAVA_DOUBLE, at, value);
    }

    /**
     * {@code _Bool flags[3]}, offset 64.
     *
     * @param s the struct
     * @return a view of the whole array
     */
    public static MemorySegment flags(MemorySegment s) {
        return s.asSlice(FLAGS_OFFSET, 3);
    }

    /**
     * Reads an element of {@code flags}.
     *
     * @param s the struct
     * @param index 0 to 2
     * @return whether it is set
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static boolean flags(MemorySegment s, long index) {
        long at = FLAGS_OFFSET + Objects.checkIndex(index, 3);
        return s.get(ValueLayout.JAVA_BYTE, at) != 0;
    }

    /**
     * Writes an element of {@code flags}.
     *
     * @param s the struct
     * @param index 0 to 2
     * @param value whether it is set
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static void flags(MemorySegment s, long index, boolean value) {
        long at = FLAGS_OFFSET + Objects.checkIndex(index, 3);
        s.set(ValueLayout.JAVA_BYTE, at, (byte) (value ? 1 : 0));
    }

    /**
     * {@code char name[16]}, offset 67.
     *
     * @param s the struct
     * @return a view of the whole array
     */
    public static MemorySegment name(MemorySegment s) {
        return s.asSlice(NAME_OFFSET, 16);
    }

    /**
     * Reads an element of {@code name}.
     *
     * @param s the struct
     * @param index 0 to 15
     * @return a signed 8-bit number
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static byte name(MemorySegment s, long index) {
        long at = NAME_OFFSET + Objects.checkIndex(index, 16);
        return s.get(ValueLayout.JAVA_BYTE, at);
    }

    /**
     * Writes an element of {@code name}.
     *
     * @param s the struct
     * @param index 0 to 15
     * @param value a signed 8-bit number
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static void name(MemorySegment s, long index, byte value) {
        long at = NAME_OFFSET + Objects.checkIndex(index, 16);
        s.set(ValueLayout.JAVA_BYTE, at, value);
    }

    /**
     * Reads {@code name} as text: UTF-8, up to the first NUL or the end of the array.
     *
     * @param s the struct
     * @return the text
     */
    public static String nameString(MemorySegment s) {
        return Fields.getString(s, NAME_OFFSET, 16);
    }

    /**
     * Writes {@code name} as text: UTF-8, the rest of the array zero.
     *
     * @param s the struct
     * @param value the text
     * @throws IllegalArgumentException if it has more than 15 bytes, or contains NUL
     */
    public static void nameString(MemorySegment s, String value) {
        Fields.setString(s, NAME_OFFSET, 16, value);
    }

    /**
     * {@code void *pointers[2]}, offset 88.
     *
     * @param s the struct
     * @return a view of the whole array
     */
    public static MemorySegment pointers(MemorySegment s) {
        return s.asSlice(POINTERS_OFFSET, 16);
    }

    /**
     * Reads an element of {@code pointers}.
     *
     * @param s the struct
     * @param index 0 to 1
     * @return an address
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static long pointers(MemorySegment s, long index) {
        long at = POINTERS_OFFSET + Objects.checkIndex(index, 2) * 8;
        return s.get(ValueLayout.JAVA_LONG, at);
    }

    /**
     * Writes an element of {@code pointers}.
     *
     * @param s the struct
     * @param index 0 to 1
     * @param value an address
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static void pointers(MemorySegment s, long index, long value) {
        long at = POINTERS_OFFSET + Objects.checkIndex(index, 2) * 8;
        s.set(ValueLayout.JAVA_LONG, at, value);
    }

    /**
     * {@code int matrix[2][3]}, offset 104.
     *
     * @param s the struct
     * @return a view of the whole array
     */
    public static MemorySegment matrix(MemorySegment s) {
        return s.asSlice(MATRIX_OFFSET, 24);
    }

    /**
     * Reads an element of {@code matrix}.
     *
     * @param s the struct
     * @param i 0 to 1
     * @param j 0 to 2
     * @return a signed 32-bit number
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static int matrix(MemorySegment s, long i, long j) {
        long iAt = Objects.checkIndex(i, 2) * 3;
        long jAt = Objects.checkIndex(j, 3);
        long at = MATRIX_OFFSET + (iAt + jAt) * 4;
        return s.get(ValueLayout.JAVA_INT, at);
    }

    /**
     * Writes an element of {@code matrix}.
     *
     * @param s the struct
     * @param i 0 to 1
     * @param j 0 to 2
     * @param value a signed 32-bit number
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static void matrix(MemorySegment s, long i, long j, int value) {
        long iAt = Objects.checkIndex(i, 2) * 3;
        long jAt = Objects.checkIndex(j, 3);
        long at = MATRIX_OFFSET + (iAt + jAt) * 4;
        s.set(ValueLayout.JAVA_INT, at, value);
    }

    /**
     * {@code struct torture_inner inners[2]}, offset 128.
     *
     * @param s the struct
     * @return a view of the whole array
     */
    public static MemorySegment inners(MemorySegment s) {
        return s.asSlice(INNERS_OFFSET, 16);
    }

    /**
     * One element of {@code inners}.
     *
     * @param s the struct
     * @param index 0 to 1
     * @return a view of the element
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static MemorySegment inners(MemorySegment s, long index) {
        long at = INNERS_OFFSET + Objects.checkIndex(index, 2) * 8;
        return s.asSlice(at, 8);
    }

    /**
     * {@code struct torture_inner grid[2][2]}, offset 144.
     *
     * @param s the struct
     * @return a view of the whole array
     */
    public static MemorySegment grid(MemorySegment s) {
        return s.asSlice(GRID_OFFSET, 32);
    }

    /**
     * One element of {@code grid}.
     *
     * @param s the struct
     * @param i 0 to 1
     * @param j 0 to 1
     * @return a view of the element
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static MemorySegment grid(MemorySegment s, long i, long j) {
        long iAt = Objects.checkIndex(i, 2) * 2;
        long jAt = Objects.checkIndex(j, 2);
        long at = GRID_OFFSET + (iAt + jAt) * 8;
        return s.asSlice(at, 8);
    }

    /**
     * {@code enum torture_color colors[2]}, offset 176.
     *
     * @param s the struct
     * @return a view of the whole array
     */
    public static MemorySegment colors(MemorySegment s) {
        return s.asSlice(COLORS_OFFSET, 8);
    }

    /**
     * Reads an element of {@code colors}.
     *
     * @param s the struct
     * @param index 0 to 1
     * @return a signed 32-bit number
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static int colors(MemorySegment s, long index) {
        long at = COLORS_OFFSET + Objects.checkIndex(index, 2) * 4;
        return s.get(ValueLayout.JAVA_INT, at);
    }

    /**
     * Writes an element of {@code colors}.
     *
     * @param s the struct
     * @param index 0 to 1
     * @param value a signed 32-bit number
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static void colors(MemorySegment s, long index, int value) {
        long at = COLORS_OFFSET + Objects.checkIndex(index, 2) * 4;
        s.set(ValueLayout.JAVA_INT, at, value);
    }

    /**
     * {@code long double wide[2]}, offset 192.
     *
     * @param s the struct
     * @return a view of the whole array
     */
    public static MemorySegment wide(MemorySegment s) {
        return s.asSlice(WIDE_OFFSET, 32);
    }

    /**
     * One element of {@code wide}.
     *
     * @param s the struct
     * @param index 0 to 1
     * @return a view of the element
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static MemorySegment wide(MemorySegment s, long index) {
        long at = WIDE_OFFSET + Objects.checkIndex(index, 2) * 16;
        return s.asSlice(at, 16);
    }
}
