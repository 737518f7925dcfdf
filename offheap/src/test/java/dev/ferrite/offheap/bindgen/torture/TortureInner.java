// Generated from torture.h: edit the source, not this file.
package dev.ferrite.offheap.bindgen.torture;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct torture_inner}: 8 bytes, alignment 4.
 *
 * <pre>{@code
 * offset  size  member
 *      0     2  short int a
 *      4     4  int b
 * }</pre>
 */
public final class TortureInner {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 8;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 4;

    /** Offset of {@code a}, in bytes. */
    public static final long A_OFFSET = 0;

    /** Offset of {@code b}, in bytes. */
    public static final long B_OFFSET = 4;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<TortureInner> TYPE = new StructType<>(TortureInner.class, "torture_inner", LAYOUT);

    private TortureInner() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_SHORT.withName("a"), // 0
                MemoryLayout.paddingLayout(2), // 2
                ValueLayout.JAVA_INT.withName("b")); // 4
        return struct.withName("torture_inner");
    }

    /**
     * {@code short int a}, offset 0.
     *
     * @param s the struct
     * @return a signed 16-bit number
     */
    public static short a(MemorySegment s) {
        return s.get(ValueLayout.JAVA_SHORT_UNALIGNED, A_OFFSET);
    }

    /**
     * Writes {@code a}.
     *
     * @param s the struct
     * @param value a signed 16-bit number
     */
    public static void a(MemorySegment s, short value) {
        s.set(ValueLayout.JAVA_SHORT_UNALIGNED, A_OFFSET, value);
    }

    /**
     * {@code int b}, offset 4.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int b(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT_UNALIGNED, B_OFFSET);
    }

    /**
     * Writes {@code b}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void b(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT_UNALIGNED, B_OFFSET, value);
    }
}
