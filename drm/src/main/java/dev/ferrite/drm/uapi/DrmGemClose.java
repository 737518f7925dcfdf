package dev.ferrite.drm.uapi;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;

/** The handle to close: the argument of {@link DrmH#DRM_IOCTL_GEM_CLOSE}. 8 bytes. */
public final class DrmGemClose {
    /** The C layout. */
    public static final StructLayout LAYOUT = MemoryLayout.structLayout(
                    JAVA_INT.withName("handle"), JAVA_INT.withName("pad"))
            .withName("drm_gem_close");

    /** The struct's shape. */
    public static final StructType<DrmGemClose> TYPE = new StructType<>(DrmGemClose.class, "drm_gem_close", LAYOUT);

    /** Its size in bytes. */
    public static final long SIZEOF = 8;

    /** Its alignment in bytes. */
    public static final long ALIGNOF = 4;

    /** Offset of {@code handle} in bytes. */
    public static final long HANDLE_OFFSET = 0;

    /** Offset of {@code pad} in bytes. */
    public static final long PAD_OFFSET = 4;

    private DrmGemClose() {}

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

    /**
     * Reads {@code pad}, plain.
     *
     * @param struct the struct's memory
     * @return an unsigned 32-bit number in an int
     */
    public static int pad(MemorySegment struct) {
        return struct.get(JAVA_INT, PAD_OFFSET);
    }

    /**
     * Writes {@code pad}, plain.
     *
     * @param struct the struct's memory
     * @param value an unsigned 32-bit number in an int
     */
    public static void pad(MemorySegment struct, int value) {
        struct.set(JAVA_INT, PAD_OFFSET, value);
    }
}
