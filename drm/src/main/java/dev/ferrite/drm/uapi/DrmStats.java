package dev.ferrite.drm.uapi;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;

/** Statistics nobody keeps any more: the argument of {@link DrmH#DRM_IOCTL_GET_STATS}, always zero. 248 bytes. */
public final class DrmStats {
    /** The C layout. */
    public static final StructLayout LAYOUT = MemoryLayout.structLayout(
                    JAVA_LONG.withName("count"),
                    MemoryLayout.sequenceLayout(
                                    15,
                                    MemoryLayout.structLayout(
                                            JAVA_LONG.withName("value"),
                                            JAVA_INT.withName("type"),
                                            MemoryLayout.paddingLayout(4)))
                            .withName("data"))
            .withName("drm_stats");

    /** The struct's shape. */
    public static final StructType<DrmStats> TYPE = new StructType<>(DrmStats.class, "drm_stats", LAYOUT);

    /** Its size in bytes. */
    public static final long SIZEOF = 248;

    /** Its alignment in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code count} in bytes. */
    public static final long COUNT_OFFSET = 0;

    /** Offset of {@code data} in bytes. */
    public static final long DATA_OFFSET = 8;

    private DrmStats() {}

    /**
     * Reads {@code count}, plain.
     *
     * @param struct the struct's memory
     * @return an unsigned 64-bit number in a long
     */
    public static long count(MemorySegment struct) {
        return struct.get(JAVA_LONG, COUNT_OFFSET);
    }

    /**
     * Writes {@code count}, plain.
     *
     * @param struct the struct's memory
     * @param value an unsigned 64-bit number in a long
     */
    public static void count(MemorySegment struct, long value) {
        struct.set(JAVA_LONG, COUNT_OFFSET, value);
    }
}
