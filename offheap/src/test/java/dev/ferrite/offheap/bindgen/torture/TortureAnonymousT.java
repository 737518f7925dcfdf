// Generated from torture.h: edit the source, not this file.
package dev.ferrite.offheap.bindgen.torture;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code torture_anonymous_t}: 4 bytes, alignment 4.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  int x
 * }</pre>
 */
public final class TortureAnonymousT {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 4;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 4;

    /** Offset of {@code x}, in bytes. */
    public static final long X_OFFSET = 0;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<TortureAnonymousT> TYPE =
            new StructType<>(TortureAnonymousT.class, "torture_anonymous_t", LAYOUT);

    private TortureAnonymousT() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(ValueLayout.JAVA_INT.withName("x"));
        return struct.withName("torture_anonymous_t");
    }

    /**
     * {@code int x}, offset 0.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int x(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, X_OFFSET);
    }

    /**
     * Writes {@code x}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void x(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, X_OFFSET, value);
    }
}
