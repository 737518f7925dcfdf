// Generated from futex.h: edit the source, not this file.
package dev.ferrite.offheap.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct robust_list_head}: 24 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     8  struct robust_list list
 *      8     8  long int futex_offset
 *     16     8  struct robust_list *list_op_pending
 * }</pre>
 */
public final class RobustListHead {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 24;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code list}, in bytes. */
    public static final long LIST_OFFSET = 0;

    /** Offset of {@code futex_offset}, in bytes. */
    public static final long FUTEX_OFFSET_OFFSET = 8;

    /** Offset of {@code list_op_pending}, in bytes. */
    public static final long LIST_OP_PENDING_OFFSET = 16;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<RobustListHead> TYPE =
            new StructType<>(RobustListHead.class, "robust_list_head", LAYOUT);

    private RobustListHead() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                RobustList.LAYOUT.withName("list"), // 0
                ValueLayout.JAVA_LONG.withName("futex_offset"), // 8
                ValueLayout.JAVA_LONG.withName("list_op_pending")); // 16
        return struct.withName("robust_list_head");
    }

    /**
     * {@code struct robust_list list}, offset 0.
     *
     * @param s the struct
     * @return a view of the nested struct
     */
    public static MemorySegment list(MemorySegment s) {
        return s.asSlice(LIST_OFFSET, 8);
    }

    /**
     * {@code long int futex_offset}, offset 8.
     *
     * @param s the struct
     * @return a signed 64-bit number
     */
    public static long futexOffset(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, FUTEX_OFFSET_OFFSET);
    }

    /**
     * Writes {@code futex_offset}.
     *
     * @param s the struct
     * @param value a signed 64-bit number
     */
    public static void futexOffset(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, FUTEX_OFFSET_OFFSET, value);
    }

    /**
     * {@code struct robust_list *list_op_pending}, offset 16.
     *
     * @param s the struct
     * @return an address
     */
    public static long listOpPending(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, LIST_OP_PENDING_OFFSET);
    }

    /**
     * Writes {@code list_op_pending}.
     *
     * @param s the struct
     * @param value an address
     */
    public static void listOpPending(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, LIST_OP_PENDING_OFFSET, value);
    }
}
