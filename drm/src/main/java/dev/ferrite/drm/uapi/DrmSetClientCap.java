package dev.ferrite.drm.uapi;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;

/** A client capability and its value: the argument of {@link DrmH#DRM_IOCTL_SET_CLIENT_CAP}. 16 bytes. */
public final class DrmSetClientCap {
    /** The C layout. */
    public static final StructLayout LAYOUT = MemoryLayout.structLayout(
                    JAVA_LONG.withName("capability"), JAVA_LONG.withName("value"))
            .withName("drm_set_client_cap");

    /** The struct's shape. */
    public static final StructType<DrmSetClientCap> TYPE =
            new StructType<>(DrmSetClientCap.class, "drm_set_client_cap", LAYOUT);

    /** Its size in bytes. */
    public static final long SIZEOF = 16;

    /** Its alignment in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code capability} in bytes. */
    public static final long CAPABILITY_OFFSET = 0;

    /** Offset of {@code value} in bytes. */
    public static final long VALUE_OFFSET = 8;

    private DrmSetClientCap() {}

    /**
     * Reads {@code capability}, plain.
     *
     * @param struct the struct's memory
     * @return an unsigned 64-bit number in a long
     */
    public static long capability(MemorySegment struct) {
        return struct.get(JAVA_LONG, CAPABILITY_OFFSET);
    }

    /**
     * Writes {@code capability}, plain.
     *
     * @param struct the struct's memory
     * @param value an unsigned 64-bit number in a long
     */
    public static void capability(MemorySegment struct, long value) {
        struct.set(JAVA_LONG, CAPABILITY_OFFSET, value);
    }

    /**
     * Reads {@code value}, plain.
     *
     * @param struct the struct's memory
     * @return an unsigned 64-bit number in a long
     */
    public static long value(MemorySegment struct) {
        return struct.get(JAVA_LONG, VALUE_OFFSET);
    }

    /**
     * Writes {@code value}, plain.
     *
     * @param struct the struct's memory
     * @param value an unsigned 64-bit number in a long
     */
    public static void value(MemorySegment struct, long value) {
        struct.set(JAVA_LONG, VALUE_OFFSET, value);
    }
}
