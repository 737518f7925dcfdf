package dev.ferrite.drm.uapi;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;

/** The handle of the plain buffer to close: the argument of {@link DrmH#DRM_IOCTL_MODE_DESTROY_DUMB}. 4 bytes. */
public final class DrmModeDestroyDumb {
    /** The C layout. */
    public static final StructLayout LAYOUT =
            MemoryLayout.structLayout(JAVA_INT.withName("handle")).withName("drm_mode_destroy_dumb");

    /** The struct's shape. */
    public static final StructType<DrmModeDestroyDumb> TYPE =
            new StructType<>(DrmModeDestroyDumb.class, "drm_mode_destroy_dumb", LAYOUT);

    /** Its size in bytes. */
    public static final long SIZEOF = 4;

    /** Its alignment in bytes. */
    public static final long ALIGNOF = 4;

    /** Offset of {@code handle} in bytes. */
    public static final long HANDLE_OFFSET = 0;

    private DrmModeDestroyDumb() {}

    /**
     * Reads {@code handle}, plain.
     *
     * @param struct the struct's memory
     * @return an unsigned 32-bit number in an int
     */
    public static int handle(MemorySegment struct) {
        return struct.get(JAVA_INT, HANDLE_OFFSET);
    }

    /**
     * Writes {@code handle}, plain.
     *
     * @param struct the struct's memory
     * @param value an unsigned 32-bit number in an int
     */
    public static void handle(MemorySegment struct, int value) {
        struct.set(JAVA_INT, HANDLE_OFFSET, value);
    }
}
