package dev.ferrite.nova.uapi;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;

/**
 * Makes an object: {@code struct drm_nova_gem_create} of {@code nova_drm.h}.
 */
public final class DrmNovaGemCreate {
    /** The C layout, padding included. */
    public static final StructLayout LAYOUT = MemoryLayout.structLayout(
                    JAVA_INT.withName("handle"), JAVA_INT.withName("pad"), JAVA_LONG.withName("size"))
            .withName("drm_nova_gem_create");

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmNovaGemCreate> TYPE =
            new StructType<>(DrmNovaGemCreate.class, "drm_nova_gem_create", LAYOUT);

    /** Size in bytes. */
    public static final long SIZEOF = 16;

    /** Alignment in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code handle} in bytes. */
    public static final long HANDLE_OFFSET = 0;

    /** Offset of {@code pad} in bytes. */
    public static final long PAD_OFFSET = 4;

    /** Offset of {@code size} in bytes. */
    public static final long SIZE_OFFSET = 8;

    private DrmNovaGemCreate() {}

    /**
     * The handle of the new object.
     *
     * @param s the struct
     * @return its {@code handle}
     */
    public static int handle(MemorySegment s) {
        return s.get(JAVA_INT, HANDLE_OFFSET);
    }

    /**
     * Sets {@code handle}.
     *
     * @param s the struct
     * @param v the value
     */
    public static void handle(MemorySegment s, int v) {
        s.set(JAVA_INT, HANDLE_OFFSET, v);
    }

    /**
     * Padding; not looked at.
     *
     * @param s the struct
     * @return its {@code pad}
     */
    public static int pad(MemorySegment s) {
        return s.get(JAVA_INT, PAD_OFFSET);
    }

    /**
     * Sets {@code pad}.
     *
     * @param s the struct
     * @param v the value
     */
    public static void pad(MemorySegment s, int v) {
        s.set(JAVA_INT, PAD_OFFSET, v);
    }

    /**
     * The size asked for, in bytes, unsigned.
     *
     * @param s the struct
     * @return its {@code size}
     */
    public static long size(MemorySegment s) {
        return s.get(JAVA_LONG, SIZE_OFFSET);
    }

    /**
     * Sets {@code size}.
     *
     * @param s the struct
     * @param v the value
     */
    public static void size(MemorySegment s, long v) {
        s.set(JAVA_LONG, SIZE_OFFSET, v);
    }
}
