// Generated from torture.h: edit the source, not this file.
package dev.ferrite.offheap.bindgen.torture;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.StructLayout;

/** {@code struct torture_empty}: 0 bytes, alignment 1. */
public final class TortureEmpty {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 0;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 1;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<TortureEmpty> TYPE = new StructType<>(TortureEmpty.class, "torture_empty", LAYOUT);

    private TortureEmpty() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout();
        return struct.withName("torture_empty");
    }
}
