// Generated from futex.h: edit the source, not this file.
package dev.ferrite.offheap.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct robust_list}: 8 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     8  struct robust_list *next
 * }</pre>
 */
public final class RobustList {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 8;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code next}, in bytes. */
    public static final long NEXT_OFFSET = 0;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<RobustList> TYPE = new StructType<>(RobustList.class, "robust_list", LAYOUT);

    private RobustList() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(ValueLayout.JAVA_LONG.withName("next"));
        return struct.withName("robust_list");
    }

    /**
     * {@code struct robust_list *next}, offset 0.
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
}
