// Generated from torture.h: edit the source, not this file.
package dev.ferrite.offheap.bindgen.torture;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct torture_line}: 64 bytes, alignment 64.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  int value
 *     32     4  int other
 * }</pre>
 */
public final class TortureLine {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 64;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 64;

    /** Offset of {@code value}, in bytes. */
    public static final long VALUE_OFFSET = 0;

    /** Offset of {@code other}, in bytes. */
    public static final long OTHER_OFFSET = 32;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<TortureLine> TYPE = new StructType<>(TortureLine.class, "torture_line", LAYOUT);

    private TortureLine() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_INT.withName("value"), // 0
                MemoryLayout.paddingLayout(28), // 4
                ValueLayout.JAVA_INT.withName("other"), // 32
                MemoryLayout.paddingLayout(28)); // 36
        return struct.withName("torture_line").withByteAlignment(ALIGNOF);
    }

    /**
     * {@code int value}, offset 0.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int value(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, VALUE_OFFSET);
    }

    /**
     * Writes {@code value}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void value(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, VALUE_OFFSET, value);
    }

    /**
     * {@code int other}, offset 32.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int other(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, OTHER_OFFSET);
    }

    /**
     * Writes {@code other}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void other(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, OTHER_OFFSET, value);
    }
}
