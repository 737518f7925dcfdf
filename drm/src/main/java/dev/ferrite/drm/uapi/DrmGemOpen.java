package dev.ferrite.drm.uapi;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;

/** A global name and the new handle on its object: the argument of {@link DrmH#DRM_IOCTL_GEM_OPEN}. 16 bytes. */
public final class DrmGemOpen {
    /** The C layout. */
    public static final StructLayout LAYOUT = MemoryLayout.structLayout(
                    JAVA_INT.withName("name"), JAVA_INT.withName("handle"), JAVA_LONG.withName("size"))
            .withName("drm_gem_open");

    /** The struct's shape. */
    public static final StructType<DrmGemOpen> TYPE = new StructType<>(DrmGemOpen.class, "drm_gem_open", LAYOUT);

    /** Its size in bytes. */
    public static final long SIZEOF = 16;

    /** Its alignment in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code name} in bytes. */
    public static final long NAME_OFFSET = 0;

    /** Offset of {@code handle} in bytes. */
    public static final long HANDLE_OFFSET = 4;

    /** Offset of {@code size} in bytes. */
    public static final long SIZE_OFFSET = 8;

    private DrmGemOpen() {}

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
     * Reads {@code size}, plain.
     *
     * @param struct the struct's memory
     * @return an unsigned 64-bit number in a long
     */
    public static long size(MemorySegment struct) {
        return struct.get(JAVA_LONG, SIZE_OFFSET);
    }

    /**
     * Writes {@code size}, plain.
     *
     * @param struct the struct's memory
     * @param value an unsigned 64-bit number in a long
     */
    public static void size(MemorySegment struct, long value) {
        struct.set(JAVA_LONG, SIZE_OFFSET, value);
    }
}
