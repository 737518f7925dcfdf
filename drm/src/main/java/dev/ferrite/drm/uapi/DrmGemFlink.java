package dev.ferrite.drm.uapi;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;

/** A handle and the global name of its object: the argument of {@link DrmH#DRM_IOCTL_GEM_FLINK}. 8 bytes. */
public final class DrmGemFlink {
    /** The C layout. */
    public static final StructLayout LAYOUT = MemoryLayout.structLayout(
                    JAVA_INT.withName("handle"), JAVA_INT.withName("name"))
            .withName("drm_gem_flink");

    /** The struct's shape. */
    public static final StructType<DrmGemFlink> TYPE = new StructType<>(DrmGemFlink.class, "drm_gem_flink", LAYOUT);

    /** Its size in bytes. */
    public static final long SIZEOF = 8;

    /** Its alignment in bytes. */
    public static final long ALIGNOF = 4;

    /** Offset of {@code handle} in bytes. */
    public static final long HANDLE_OFFSET = 0;

    /** Offset of {@code name} in bytes. */
    public static final long NAME_OFFSET = 4;

    private DrmGemFlink() {}

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
     * Reads {@code name}, plain.
     *
     * @param struct the struct's memory
     * @return an unsigned 32-bit number in an int
     */
    public static int name(MemorySegment struct) {
        return struct.get(JAVA_INT, NAME_OFFSET);
    }

    /**
     * Writes {@code name}, plain.
     *
     * @param struct the struct's memory
     * @param value an unsigned 32-bit number in an int
     */
    public static void name(MemorySegment struct, int value) {
        struct.set(JAVA_INT, NAME_OFFSET, value);
    }
}
