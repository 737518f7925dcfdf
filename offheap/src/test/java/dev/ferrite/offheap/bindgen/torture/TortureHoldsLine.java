// Generated from torture.h: edit the source, not this file.
package dev.ferrite.offheap.bindgen.torture;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct torture_holds_line}: 128 bytes, alignment 64.
 *
 * <pre>{@code
 * offset  size  member
 *      0     1  char c
 *     64    64  struct torture_line line
 * }</pre>
 */
public final class TortureHoldsLine {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 128;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 64;

    /** Offset of {@code c}, in bytes. */
    public static final long C_OFFSET = 0;

    /** Offset of {@code line}, in bytes. */
    public static final long LINE_OFFSET = 64;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<TortureHoldsLine> TYPE =
            new StructType<>(TortureHoldsLine.class, "torture_holds_line", LAYOUT);

    private TortureHoldsLine() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_BYTE.withName("c"), // 0
                MemoryLayout.paddingLayout(63), // 1
                TortureLine.LAYOUT.withName("line")); // 64
        return struct.withName("torture_holds_line");
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
     * {@code struct torture_line line}, offset 64.
     *
     * @param s the struct
     * @return a view of the nested struct
     */
    public static MemorySegment line(MemorySegment s) {
        return s.asSlice(LINE_OFFSET, 64);
    }
}
