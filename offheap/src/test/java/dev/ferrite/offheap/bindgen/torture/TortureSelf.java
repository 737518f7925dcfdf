// Generated from torture.h: edit the source, not this file.
package dev.ferrite.offheap.bindgen.torture;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.util.Objects;

/**
 * {@code struct torture_self}: 24 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     8  struct torture_self *next
 *      8    16  struct torture_self *others[2]
 * }</pre>
 */
public final class TortureSelf {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 24;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code next}, in bytes. */
    public static final long NEXT_OFFSET = 0;

    /** Offset of {@code others}, in bytes. */
    public static final long OTHERS_OFFSET = 8;

    /** Number of elements of {@code others}. */
    public static final long OTHERS_COUNT = 2;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<TortureSelf> TYPE = new StructType<>(TortureSelf.class, "torture_self", LAYOUT);

    private TortureSelf() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_LONG.withName("next"), // 0
                MemoryLayout.sequenceLayout(2, ValueLayout.JAVA_LONG).withName("others")); // 8
        return struct.withName("torture_self");
    }

    /**
     * {@code struct torture_self *next}, offset 0.
     *
     * @param s the struct
     * @return an address
     */
    public static long next(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, NEXT_OFFSET);
    }

    /**
     * Writes {@code next}.
     *
     * @param s the struct
     * @param value an address
     */
    public static void next(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, NEXT_OFFSET, value);
    }

    /**
     * {@code struct torture_self *others[2]}, offset 8.
     *
     * @param s the struct
     * @return a view of the whole array
     */
    public static MemorySegment others(MemorySegment s) {
        return s.asSlice(OTHERS_OFFSET, 16);
    }

    /**
     * Reads an element of {@code others}.
     *
     * @param s the struct
     * @param index 0 to 1
     * @return an address
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static long others(MemorySegment s, long index) {
        long at = OTHERS_OFFSET + Objects.checkIndex(index, 2) * 8;
        return s.get(ValueLayout.JAVA_LONG, at);
    }

    /**
     * Writes an element of {@code others}.
     *
     * @param s the struct
     * @param index 0 to 1
     * @param value an address
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static void others(MemorySegment s, long index, long value) {
        long at = OTHERS_OFFSET + Objects.checkIndex(index, 2) * 8;
        s.set(ValueLayout.JAVA_LONG, at, value);
    }
}
