package dev.ferrite.drm.uapi;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;

/** The unique name of the bus the device sits on: the argument of {@link DrmH#DRM_IOCTL_GET_UNIQUE}. 16 bytes. */
public final class DrmUnique {
    /** The C layout. */
    public static final StructLayout LAYOUT = MemoryLayout.structLayout(
                    JAVA_LONG.withName("unique_len"), JAVA_LONG.withName("unique"))
            .withName("drm_unique");

    /** The struct's shape. */
    public static final StructType<DrmUnique> TYPE = new StructType<>(DrmUnique.class, "drm_unique", LAYOUT);

    /** Its size in bytes. */
    public static final long SIZEOF = 16;

    /** Its alignment in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code unique_len} in bytes. */
    public static final long UNIQUE_LEN_OFFSET = 0;

    /** Offset of {@code unique} in bytes. */
    public static final long UNIQUE_OFFSET = 8;

    private DrmUnique() {}

    /**
     * Reads {@code unique_len}, plain.
     *
     * @param struct the struct's memory
     * @return an unsigned 64-bit number in a long
     */
    public static long uniqueLen(MemorySegment struct) {
        return struct.get(JAVA_LONG, UNIQUE_LEN_OFFSET);
    }

    /**
     * Writes {@code unique_len}, plain.
     *
     * @param struct the struct's memory
     * @param value an unsigned 64-bit number in a long
     */
    public static void uniqueLen(MemorySegment struct, long value) {
        struct.set(JAVA_LONG, UNIQUE_LEN_OFFSET, value);
    }

    /**
     * Reads {@code unique}, plain.
     *
     * @param struct the struct's memory
     * @return an address in the caller's memory
     */
    public static long unique(MemorySegment struct) {
        return struct.get(JAVA_LONG, UNIQUE_OFFSET);
    }

    /**
     * Writes {@code unique}, plain.
     *
     * @param struct the struct's memory
     * @param value an address in the caller's memory
     */
    public static void unique(MemorySegment struct, long value) {
        struct.set(JAVA_LONG, UNIQUE_OFFSET, value);
    }
}
