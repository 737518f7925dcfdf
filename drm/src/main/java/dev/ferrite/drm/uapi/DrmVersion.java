package dev.ferrite.drm.uapi;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;

/** Driver version and names: the argument of {@link DrmH#DRM_IOCTL_VERSION}. 64 bytes. */
public final class DrmVersion {
    /** The C layout. */
    public static final StructLayout LAYOUT = MemoryLayout.structLayout(
                    JAVA_INT.withName("version_major"),
                    JAVA_INT.withName("version_minor"),
                    JAVA_INT.withName("version_patchlevel"),
                    MemoryLayout.paddingLayout(4),
                    JAVA_LONG.withName("name_len"),
                    JAVA_LONG.withName("name"),
                    JAVA_LONG.withName("date_len"),
                    JAVA_LONG.withName("date"),
                    JAVA_LONG.withName("desc_len"),
                    JAVA_LONG.withName("desc"))
            .withName("drm_version");

    /** The struct's shape. */
    public static final StructType<DrmVersion> TYPE = new StructType<>(DrmVersion.class, "drm_version", LAYOUT);

    /** Its size in bytes. */
    public static final long SIZEOF = 64;

    /** Its alignment in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code version_major} in bytes. */
    public static final long VERSION_MAJOR_OFFSET = 0;

    /** Offset of {@code version_minor} in bytes. */
    public static final long VERSION_MINOR_OFFSET = 4;

    /** Offset of {@code version_patchlevel} in bytes. */
    public static final long VERSION_PATCHLEVEL_OFFSET = 8;

    /** Offset of {@code name_len} in bytes. */
    public static final long NAME_LEN_OFFSET = 16;

    /** Offset of {@code name} in bytes. */
    public static final long NAME_OFFSET = 24;

    /** Offset of {@code date_len} in bytes. */
    public static final long DATE_LEN_OFFSET = 32;

    /** Offset of {@code date} in bytes. */
    public static final long DATE_OFFSET = 40;

    /** Offset of {@code desc_len} in bytes. */
    public static final long DESC_LEN_OFFSET = 48;

    /** Offset of {@code desc} in bytes. */
    public static final long DESC_OFFSET = 56;

    private DrmVersion() {}

    /**
     * Reads {@code version_major}, plain.
     *
     * @param struct the struct's memory
     * @return a signed 32-bit number
     */
    public static int versionMajor(MemorySegment struct) {
        return struct.get(JAVA_INT, VERSION_MAJOR_OFFSET);
    }

    /**
     * Writes {@code version_major}, plain.
     *
     * @param struct the struct's memory
     * @param value a signed 32-bit number
     */
    public static void versionMajor(MemorySegment struct, int value) {
        struct.set(JAVA_INT, VERSION_MAJOR_OFFSET, value);
    }

    /**
     * Reads {@code version_minor}, plain.
     *
     * @param struct the struct's memory
     * @return a signed 32-bit number
     */
    public static int versionMinor(MemorySegment struct) {
        return struct.get(JAVA_INT, VERSION_MINOR_OFFSET);
    }

    /**
     * Writes {@code version_minor}, plain.
     *
     * @param struct the struct's memory
     * @param value a signed 32-bit number
     */
    public static void versionMinor(MemorySegment struct, int value) {
        struct.set(JAVA_INT, VERSION_MINOR_OFFSET, value);
    }

    /**
     * Reads {@code version_patchlevel}, plain.
     *
     * @param struct the struct's memory
     * @return a signed 32-bit number
     */
    public static int versionPatchlevel(MemorySegment struct) {
        return struct.get(JAVA_INT, VERSION_PATCHLEVEL_OFFSET);
    }

    /**
     * Writes {@code version_patchlevel}, plain.
     *
     * @param struct the struct's memory
     * @param value a signed 32-bit number
     */
    public static void versionPatchlevel(MemorySegment struct, int value) {
        struct.set(JAVA_INT, VERSION_PATCHLEVEL_OFFSET, value);
    }

    /**
     * Reads {@code name_len}, plain.
     *
     * @param struct the struct's memory
     * @return an unsigned 64-bit number in a long
     */
    public static long nameLen(MemorySegment struct) {
        return struct.get(JAVA_LONG, NAME_LEN_OFFSET);
    }

    /**
     * Writes {@code name_len}, plain.
     *
     * @param struct the struct's memory
     * @param value an unsigned 64-bit number in a long
     */
    public static void nameLen(MemorySegment struct, long value) {
        struct.set(JAVA_LONG, NAME_LEN_OFFSET, value);
    }

    /**
     * Reads {@code name}, plain.
     *
     * @param struct the struct's memory
     * @return an address in the caller's memory
     */
    public static long name(MemorySegment struct) {
        return struct.get(JAVA_LONG, NAME_OFFSET);
    }

    /**
     * Writes {@code name}, plain.
     *
     * @param struct the struct's memory
     * @param value an address in the caller's memory
     */
    public static void name(MemorySegment struct, long value) {
        struct.set(JAVA_LONG, NAME_OFFSET, value);
    }

    /**
     * Reads {@code date_len}, plain.
     *
     * @param struct the struct's memory
     * @return an unsigned 64-bit number in a long
     */
    public static long dateLen(MemorySegment struct) {
        return struct.get(JAVA_LONG, DATE_LEN_OFFSET);
    }

    /**
     * Writes {@code date_len}, plain.
     *
     * @param struct the struct's memory
     * @param value an unsigned 64-bit number in a long
     */
    public static void dateLen(MemorySegment struct, long value) {
        struct.set(JAVA_LONG, DATE_LEN_OFFSET, value);
    }

    /**
     * Reads {@code date}, plain.
     *
     * @param struct the struct's memory
     * @return an address in the caller's memory
     */
    public static long date(MemorySegment struct) {
        return struct.get(JAVA_LONG, DATE_OFFSET);
    }

    /**
     * Writes {@code date}, plain.
     *
     * @param struct the struct's memory
     * @param value an address in the caller's memory
     */
    public static void date(MemorySegment struct, long value) {
        struct.set(JAVA_LONG, DATE_OFFSET, value);
    }

    /**
     * Reads {@code desc_len}, plain.
     *
     * @param struct the struct's memory
     * @return an unsigned 64-bit number in a long
     */
    public static long descLen(MemorySegment struct) {
        return struct.get(JAVA_LONG, DESC_LEN_OFFSET);
    }

    /**
     * Writes {@code desc_len}, plain.
     *
     * @param struct the struct's memory
     * @param value an unsigned 64-bit number in a long
     */
    public static void descLen(MemorySegment struct, long value) {
        struct.set(JAVA_LONG, DESC_LEN_OFFSET, value);
    }

    /**
     * Reads {@code desc}, plain.
     *
     * @param struct the struct's memory
     * @return an address in the caller's memory
     */
    public static long desc(MemorySegment struct) {
        return struct.get(JAVA_LONG, DESC_OFFSET);
    }

    /**
     * Writes {@code desc}, plain.
     *
     * @param struct the struct's memory
     * @param value an address in the caller's memory
     */
    public static void desc(MemorySegment struct, long value) {
        struct.set(JAVA_LONG, DESC_OFFSET, value);
    }
}
