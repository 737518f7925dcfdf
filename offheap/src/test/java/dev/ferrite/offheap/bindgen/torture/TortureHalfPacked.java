// Generated from torture.h: edit the source, not this file.
package dev.ferrite.offheap.bindgen.torture;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct torture_half_packed}: 16 bytes, alignment 4.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  int i
 *      4     8  long int l
 *     12     2  short int s
 * }</pre>
 */
public final class TortureHalfPacked {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 16;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 4;

    /** Offset of {@code i}, in bytes. */
    public static final long I_OFFSET = 0;

    /** Offset of {@code l}, in bytes. */
    public static final long L_OFFSET = 4;

    /** Offset of {@code s}, in bytes. */
    public static final long S_OFFSET = 12;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<TortureHalfPacked> TYPE =
            new StructType<>(TortureHalfPacked.class, "torture_half_packed", LAYOUT);

    private TortureHalfPacked() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_INT.withName("i"), // 0
                ValueLayout.JAVA_LONG_UNALIGNED.withName("l"), // 4
                ValueLayout.JAVA_SHORT.withName("s"), // 12
                MemoryLayout.paddingLayout(2)); // 14
        return struct.withName("torture_half_packed");
    }

    /**
     * {@code int i}, offset 0.
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
     * {@code long int l}, offset 4.
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
     * {@code short int s}, offset 12.
     *
     * @param s the struct
     * @return a signed 16-bit number
     */
    public static short s(MemorySegment s) {
        return s.get(ValueLayout.JAVA_SHORT, S_OFFSET);
    }

    /**
     * Writes {@code s}.
     *
     * @param s the struct
     * @param value a signed 16-bit number
     */
    public static void s(MemorySegment s, short value) {
        s.set(ValueLayout.JAVA_SHORT, S_OFFSET, value);
    }
}
