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
 * {@code union torture_union}: 16 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  int32_t i
 *      0     8  double d
 *      0    12  char text[12]
 *      0     8  struct torture_inner inner
 * }</pre>
 */
public final class TortureUnion {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 16;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code i}, in bytes. */
    public static final long I_OFFSET = 0;

    /** Offset of {@code d}, in bytes. */
    public static final long D_OFFSET = 0;

    /** Offset of {@code text}, in bytes. */
    public static final long TEXT_OFFSET = 0;

    /** Number of elements of {@code text}. */
    public static final long TEXT_COUNT = 12;

    /** Offset of {@code inner}, in bytes. */
    public static final long INNER_OFFSET = 0;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<TortureUnion> TYPE = new StructType<>(TortureUnion.class, "torture_union", LAYOUT);

    private TortureUnion() {}

    private static StructLayout layout() {
        MemoryLayout members = MemoryLayout.unionLayout(
                ValueLayout.JAVA_INT.withName("i"), // 0
                ValueLayout.JAVA_DOUBLE.withName("d"), // 0
                MemoryLayout.sequenceLayout(12, ValueLayout.JAVA_BYTE).withName("text"), // 0
                TortureInner.LAYOUT.withName("inner"), // 0
                MemoryLayout.paddingLayout(16)); // 0
        StructLayout struct = MemoryLayout.structLayout(members);
        return struct.withName("torture_union");
    }

    /**
     * {@code int32_t i}, offset 0.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int i(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, I_OFFSET);
    }

    /**
     * Writes {@code i}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void i(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, I_OFFSET, value);
    }

    /**
     * {@code double d}, offset 0.
     *
     * @param s the struct
     * @return the value
     */
    public static double d(MemorySegment s) {
        return s.get(ValueLayout.JAVA_DOUBLE, D_OFFSET);
    }

    /**
     * Writes {@code d}.
     *
     * @param s the struct
     * @param value the value
     */
    public static void d(MemorySegment s, double value) {
        s.set(ValueLayout.JAVA_DOUBLE, D_OFFSET, value);
    }

    /**
     * {@code char text[12]}, offset 0.
     *
     * @param s the struct
     * @return a view of the whole array
     */
    public static MemorySegment text(MemorySegment s) {
        return s.asSlice(TEXT_OFFSET, 12);
    }

    /**
     * Reads an element of {@code text}.
     *
     * @param s the struct
     * @param index 0 to 11
     * @return a signed 8-bit number
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static byte text(MemorySegment s, long index) {
        long at = TEXT_OFFSET + Objects.checkIndex(index, 12);
        return s.get(ValueLayout.JAVA_BYTE, at);
    }

    /**
     * Writes an element of {@code text}.
     *
     * @param s the struct
     * @param index 0 to 11
     * @param value a signed 8-bit number
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static void text(MemorySegment s, long index, byte value) {
        long at = TEXT_OFFSET + Objects.checkIndex(index, 12);
        s.set(ValueLayout.JAVA_BYTE, at, value);
    }

    /**
     * Reads {@code text} as text: UTF-8, up to the first NUL or the end of the array.
     *
     * @param s the struct
     * @return the text
     */
    public static String textString(MemorySegment s) {
        return Fields.getString(s, TEXT_OFFSET, 12);
    }

    /**
     * Writes {@code text} as text: UTF-8, the rest of the array zero.
     *
     * @param s the struct
     * @param value the text
     * @throws IllegalArgumentException if it has more than 11 bytes, or contains NUL
     */
    public static void textString(MemorySegment s, String value) {
        Fields.setString(s, TEXT_OFFSET, 12, value);
    }

    /**
     * {@code struct torture_inner inner}, offset 0.
     *
     * @param s the struct
     * @return a view of the nested struct
     */
    public static MemorySegment inner(MemorySegment s) {
        return s.asSlice(INNER_OFFSET, 8);
    }
}
