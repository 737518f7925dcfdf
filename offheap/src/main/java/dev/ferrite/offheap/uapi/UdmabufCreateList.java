// Generated from udmabuf.h: edit the source, not this file.
package dev.ferrite.offheap.uapi;

import dev.ferrite.offheap.StructType;
import dev.ferrite.offheap.struct.Fields;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.util.Objects;

/**
 * {@code struct udmabuf_create_list}: 8 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  __u32 flags
 *      4     4  __u32 count
 *      8     0  struct udmabuf_create_item list[]
 * }</pre>
 */
public final class UdmabufCreateList {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 8;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code flags}, in bytes. */
    public static final long FLAGS_OFFSET = 0;

    /** Offset of {@code count}, in bytes. */
    public static final long COUNT_OFFSET = 4;

    /** Offset of {@code list}, in bytes. */
    public static final long LIST_OFFSET = 8;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<UdmabufCreateList> TYPE =
            new StructType<>(UdmabufCreateList.class, "udmabuf_create_list", LAYOUT);

    private UdmabufCreateList() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_INT.withName("flags"), // 0
                ValueLayout.JAVA_INT.withName("count"), // 4
                MemoryLayout.sequenceLayout(0, UdmabufCreateItem.LAYOUT).withName("list")); // 8
        return struct.withName("udmabuf_create_list");
    }

    /**
     * {@code __u32 flags}, offset 0.
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
     * {@code __u32 count}, offset 4.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int count(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, COUNT_OFFSET);
    }

    /**
     * Writes {@code count}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void count(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, COUNT_OFFSET, value);
    }

    /**
     * {@code struct udmabuf_create_item list[]}, offset 8.
     *
     * @param s the struct with its tail
     * @return a view of the whole array, as long as the segment allows
     */
    public static MemorySegment list(MemorySegment s) {
        return s.asSlice(LIST_OFFSET, s.byteSize() - LIST_OFFSET);
    }

    /**
     * One element of {@code list}.
     *
     * @param s the struct with its tail
     * @param index from 0
     * @return a view of the element
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static MemorySegment list(MemorySegment s, long index) {
        long at = LIST_OFFSET + Objects.checkIndex(index, (s.byteSize() - LIST_OFFSET) / 24) * 24;
        return s.asSlice(at, 24);
    }

    /**
     * The size of the struct with a tail of elements in {@code list}.
     *
     * @param count how many elements, 0 or more
     * @return bytes, at least {@link #SIZEOF}
     * @throws ArithmeticException if it does not fit a long
     * @throws IllegalArgumentException if the count is negative
     */
    public static long sizeWithList(long count) {
        return Fields.sizeWith(SIZEOF, LIST_OFFSET, 24, count);
    }
}
