package dev.ferrite.drm.uapi;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;

/** A handle and the mmap offset of its object: the argument of {@link DrmH#DRM_IOCTL_MODE_MAP_DUMB}. 16 bytes. */
public final class DrmModeMapDumb {
    /** The C layout. */
    public static final StructLayout LAYOUT = MemoryLayout.structLayout(
                    JAVA_INT.withName("handle"), JAVA_INT.withName("pad"), JAVA_LONG.withName("offset"))
            .withName("drm_mode_map_dumb");

    /** The struct's shape. */
    public static final StructType<DrmModeMapDumb> TYPE =
            new StructType<>(DrmModeMapDumb.class, "drm_mode_map_dumb", LAYOUT);

    /** Its size in bytes. */
    public static final long SIZEOF = 16;

    /** Its alignment in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code handle} in bytes. */
    public static final long HANDLE_OFFSET = 0;

    /** Offset of {@code pad} in bytes. */
    public static final long PAD_OFFSET = 4;

    /** Offset of {@code offset} in bytes. */
    public static final long OFFSET_OFFSET = 8;

    private DrmModeMapDumb() {}

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

    /**
     * Reads {@code offset}, plain.
     *
     * @param struct the struct's memory
     * @return an unsigned 64-bit number in a long
     */
    public static long offset(MemorySegment struct) {
        return struct.get(JAVA_LONG, OFFSET_OFFSET);
    }

    /**
     * Writes {@code offset}, plain.
     *
     * @param struct the struct's memory
     * @param value an unsigned 64-bit number in a long
     */
    public static void offset(MemorySegment struct, long value) {
        struct.set(JAVA_LONG, OFFSET_OFFSET, value);
    }
}
