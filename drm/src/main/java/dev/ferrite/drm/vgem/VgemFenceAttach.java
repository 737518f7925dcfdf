package dev.ferrite.drm.vgem;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;

/** The argument of {@link Vgem#FENCE_ATTACH}: {@code struct drm_vgem_fence_attach}. */
public final class VgemFenceAttach {
    /** Flag: the fence stands for a write. */
    public static final int WRITE = 1;

    /** The struct's layout. */
    public static final StructLayout LAYOUT = MemoryLayout.structLayout(
                    JAVA_INT.withName("handle"),
                    JAVA_INT.withName("flags"),
                    JAVA_INT.withName("out_fence"),
                    JAVA_INT.withName("pad"))
            .withName("drm_vgem_fence_attach");

    /** The struct. */
    public static final StructType<VgemFenceAttach> TYPE =
            new StructType<>(VgemFenceAttach.class, "drm_vgem_fence_attach", LAYOUT);

    private VgemFenceAttach() {}

    /**
     * The buffer.
     *
     * @param s the struct
     * @return a handle
     */
    public static int handle(MemorySegment s) {
        return s.get(JAVA_INT, 0);
    }

    /**
     * Sets the buffer.
     *
     * @param s the struct
     * @param value a handle
     */
    public static void handle(MemorySegment s, int value) {
        s.set(JAVA_INT, 0, value);
    }

    /**
     * The flags.
     *
     * @param s the struct
     * @return {@link #WRITE} or 0
     */
    public static int flags(MemorySegment s) {
        return s.get(JAVA_INT, 4);
    }

    /**
     * Sets the flags.
     *
     * @param s the struct
     * @param value {@link #WRITE} or 0
     */
    public static void flags(MemorySegment s, int value) {
        s.set(JAVA_INT, 4, value);
    }

    /**
     * The number of the new fence.
     *
     * @param s the struct
     * @return for {@link Vgem#FENCE_SIGNAL}
     */
    public static int outFence(MemorySegment s) {
        return s.get(JAVA_INT, 8);
    }

    /**
     * Sets the number of the new fence.
     *
     * @param s the struct
     * @param value the number
     */
    public static void outFence(MemorySegment s, int value) {
        s.set(JAVA_INT, 8, value);
    }

    /**
     * Nothing.
     *
     * @param s the struct
     * @return must be 0
     */
    public static int pad(MemorySegment s) {
        return s.get(JAVA_INT, 12);
    }
}
