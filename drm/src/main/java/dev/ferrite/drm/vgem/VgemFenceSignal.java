package dev.ferrite.drm.vgem;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;

/** The argument of {@link Vgem#FENCE_SIGNAL}: {@code struct drm_vgem_fence_signal}. */
public final class VgemFenceSignal {
    /** The struct's layout. */
    public static final StructLayout LAYOUT = MemoryLayout.structLayout(
                    JAVA_INT.withName("fence"), JAVA_INT.withName("flags"))
            .withName("drm_vgem_fence_signal");

    /** The struct. */
    public static final StructType<VgemFenceSignal> TYPE =
            new StructType<>(VgemFenceSignal.class, "drm_vgem_fence_signal", LAYOUT);

    private VgemFenceSignal() {}

    /**
     * The fence.
     *
     * @param s the struct
     * @return the number FENCE_ATTACH gave
     */
    public static int fence(MemorySegment s) {
        return s.get(JAVA_INT, 0);
    }

    /**
     * Sets the fence.
     *
     * @param s the struct
     * @param value the number FENCE_ATTACH gave
     */
    public static void fence(MemorySegment s, int value) {
        s.set(JAVA_INT, 0, value);
    }

    /**
     * Nothing.
     *
     * @param s the struct
     * @return must be 0
     */
    public static int flags(MemorySegment s) {
        return s.get(JAVA_INT, 4);
    }
}
