package dev.ferrite.drm.uapi;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;

/** What the core knows of a client: the argument of {@link DrmH#DRM_IOCTL_GET_CLIENT}. 40 bytes. */
public final class DrmClient {
    /** The C layout. */
    public static final StructLayout LAYOUT = MemoryLayout.structLayout(
                    JAVA_INT.withName("idx"),
                    JAVA_INT.withName("auth"),
                    JAVA_LONG.withName("pid"),
                    JAVA_LONG.withName("uid"),
                    JAVA_LONG.withName("magic"),
                    JAVA_LONG.withName("iocs"))
            .withName("drm_client");

    /** The struct's shape. */
    public static final StructType<DrmClient> TYPE = new StructType<>(DrmClient.class, "drm_client", LAYOUT);

    /** Its size in bytes. */
    public static final long SIZEOF = 40;

    /** Its alignment in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code idx} in bytes. */
    public static final long IDX_OFFSET = 0;

    /** Offset of {@code auth} in bytes. */
    public static final long AUTH_OFFSET = 4;

    /** Offset of {@code pid} in bytes. */
    public static final long PID_OFFSET = 8;

    /** Offset of {@code uid} in bytes. */
    public static final long UID_OFFSET = 16;

    /** Offset of {@code magic} in bytes. */
    public static final long MAGIC_OFFSET = 24;

    /** Offset of {@code iocs} in bytes. */
    public static final long IOCS_OFFSET = 32;

    private DrmClient() {}

    /**
     * Reads {@code idx}, plain.
     *
     * @param struct the struct's memory
     * @return a signed 32-bit number
     */
    public static int idx(MemorySegment struct) {
        return struct.get(JAVA_INT, IDX_OFFSET);
    }

    /**
     * Writes {@code idx}, plain.
     *
     * @param struct the struct's memory
     * @param value a signed 32-bit number
     */
    public static void idx(MemorySegment struct, int value) {
        struct.set(JAVA_INT, IDX_OFFSET, value);
    }

    /**
     * Reads {@code auth}, plain.
     *
     * @param struct the struct's memory
     * @return a signed 32-bit number
     */
    public static int auth(MemorySegment struct) {
        return struct.get(JAVA_INT, AUTH_OFFSET);
    }

    /**
     * Writes {@code auth}, plain.
     *
     * @param struct the struct's memory
     * @param value a signed 32-bit number
     */
    public static void auth(MemorySegment struct, int value) {
        struct.set(JAVA_INT, AUTH_OFFSET, value);
    }

    /**
     * Reads {@code pid}, plain.
     *
     * @param struct the struct's memory
     * @return an unsigned 64-bit number in a long
     */
    public static long pid(MemorySegment struct) {
        return struct.get(JAVA_LONG, PID_OFFSET);
    }

    /**
     * Writes {@code pid}, plain.
     *
     * @param struct the struct's memory
     * @param value an unsigned 64-bit number in a long
     */
    public static void pid(MemorySegment struct, long value) {
        struct.set(JAVA_LONG, PID_OFFSET, value);
    }

    /**
     * Reads {@code uid}, plain.
     *
     * @param struct the struct's memory
     * @return an unsigned 64-bit number in a long
     */
    public static long uid(MemorySegment struct) {
        return struct.get(JAVA_LONG, UID_OFFSET);
    }

    /**
     * Writes {@code uid}, plain.
     *
     * @param struct the struct's memory
     * @param value an unsigned 64-bit number in a long
     */
    public static void uid(MemorySegment struct, long value) {
        struct.set(JAVA_LONG, UID_OFFSET, value);
    }

    /**
     * Reads {@code magic}, plain.
     *
     * @param struct the struct's memory
     * @return an unsigned 64-bit number in a long
     */
    public static long magic(MemorySegment struct) {
        return struct.get(JAVA_LONG, MAGIC_OFFSET);
    }

    /**
     * Writes {@code magic}, plain.
     *
     * @param struct the struct's memory
     * @param value an unsigned 64-bit number in a long
     */
    public static void magic(MemorySegment struct, long value) {
        struct.set(JAVA_LONG, MAGIC_OFFSET, value);
    }

    /**
     * Reads {@code iocs}, plain.
     *
     * @param struct the struct's memory
     * @return an unsigned 64-bit number in a long
     */
    public static long iocs(MemorySegment struct) {
        return struct.get(JAVA_LONG, IOCS_OFFSET);
    }

    /**
     * Writes {@code iocs}, plain.
     *
     * @param struct the struct's memory
     * @param value an unsigned 64-bit number in a long
     */
    public static void iocs(MemorySegment struct, long value) {
        struct.set(JAVA_LONG, IOCS_OFFSET, value);
    }
}
