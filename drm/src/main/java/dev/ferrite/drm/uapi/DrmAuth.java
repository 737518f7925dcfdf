package dev.ferrite.drm.uapi;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;

/** An authentication token: the argument of {@link DrmH#DRM_IOCTL_GET_MAGIC} and {@link DrmH#DRM_IOCTL_AUTH_MAGIC}. 4 bytes. */
public final class DrmAuth {
    /** The C layout. */
    public static final StructLayout LAYOUT =
            MemoryLayout.structLayout(JAVA_INT.withName("magic")).withName("drm_auth");

    /** The struct's shape. */
    public static final StructType<DrmAuth> TYPE = new StructType<>(DrmAuth.class, "drm_auth", LAYOUT);

    /** Its size in bytes. */
    public static final long SIZEOF = 4;

    /** Its alignment in bytes. */
    public static final long ALIGNOF = 4;

    /** Offset of {@code magic} in bytes. */
    public static final long MAGIC_OFFSET = 0;

    private DrmAuth() {}

    /**
     * Reads {@code magic}, plain.
     *
     * @param struct the struct's memory
     * @return an unsigned 32-bit number in an int
     */
    public static int magic(MemorySegment struct) {
        return struct.get(JAVA_INT, MAGIC_OFFSET);
    }

    /**
     * Writes {@code magic}, plain.
     *
     * @param struct the struct's memory
     * @param value an unsigned 32-bit number in an int
     */
    public static void magic(MemorySegment struct, int value) {
        struct.set(JAVA_INT, MAGIC_OFFSET, value);
    }
}
