package dev.ferrite.drm.uapi;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;

/** Interface and driver version to agree on: the argument of {@link DrmH#DRM_IOCTL_SET_VERSION}. 16 bytes. */
public final class DrmSetVersion {
    /** The C layout. */
    public static final StructLayout LAYOUT = MemoryLayout.structLayout(
                    JAVA_INT.withName("drm_di_major"),
                    JAVA_INT.withName("drm_di_minor"),
                    JAVA_INT.withName("drm_dd_major"),
                    JAVA_INT.withName("drm_dd_minor"))
            .withName("drm_set_version");

    /** The struct's shape. */
    public static final StructType<DrmSetVersion> TYPE =
            new StructType<>(DrmSetVersion.class, "drm_set_version", LAYOUT);

    /** Its size in bytes. */
    public static final long SIZEOF = 16;

    /** Its alignment in bytes. */
    public static final long ALIGNOF = 4;

    /** Offset of {@code drm_di_major} in bytes. */
    public static final long DRM_DI_MAJOR_OFFSET = 0;

    /** Offset of {@code drm_di_minor} in bytes. */
    public static final long DRM_DI_MINOR_OFFSET = 4;

    /** Offset of {@code drm_dd_major} in bytes. */
    public static final long DRM_DD_MAJOR_OFFSET = 8;

    /** Offset of {@code drm_dd_minor} in bytes. */
    public static final long DRM_DD_MINOR_OFFSET = 12;

    private DrmSetVersion() {}

    /**
     * Reads {@code drm_di_major}, plain.
     *
     * @param struct the struct's memory
     * @return a signed 32-bit number
     */
    public static int drmDiMajor(MemorySegment struct) {
        return struct.get(JAVA_INT, DRM_DI_MAJOR_OFFSET);
    }

    /**
     * Writes {@code drm_di_major}, plain.
     *
     * @param struct the struct's memory
     * @param value a signed 32-bit number
     */
    public static void drmDiMajor(MemorySegment struct, int value) {
        struct.set(JAVA_INT, DRM_DI_MAJOR_OFFSET, value);
    }

    /**
     * Reads {@code drm_di_minor}, plain.
     *
     * @param struct the struct's memory
     * @return a signed 32-bit number
     */
    public static int drmDiMinor(MemorySegment struct) {
        return struct.get(JAVA_INT, DRM_DI_MINOR_OFFSET);
    }

    /**
     * Writes {@code drm_di_minor}, plain.
     *
     * @param struct the struct's memory
     * @param value a signed 32-bit number
     */
    public static void drmDiMinor(MemorySegment struct, int value) {
        struct.set(JAVA_INT, DRM_DI_MINOR_OFFSET, value);
    }

    /**
     * Reads {@code drm_dd_major}, plain.
     *
     * @param struct the struct's memory
     * @return a signed 32-bit number
     */
    public static int drmDdMajor(MemorySegment struct) {
        return struct.get(JAVA_INT, DRM_DD_MAJOR_OFFSET);
    }

    /**
     * Writes {@code drm_dd_major}, plain.
     *
     * @param struct the struct's memory
     * @param value a signed 32-bit number
     */
    public static void drmDdMajor(MemorySegment struct, int value) {
        struct.set(JAVA_INT, DRM_DD_MAJOR_OFFSET, value);
    }

    /**
     * Reads {@code drm_dd_minor}, plain.
     *
     * @param struct the struct's memory
     * @return a signed 32-bit number
     */
    public static int drmDdMinor(MemorySegment struct) {
        return struct.get(JAVA_INT, DRM_DD_MINOR_OFFSET);
    }

    /**
     * Writes {@code drm_dd_minor}, plain.
     *
     * @param struct the struct's memory
     * @param value a signed 32-bit number
     */
    public static void drmDdMinor(MemorySegment struct, int value) {
        struct.set(JAVA_INT, DRM_DD_MINOR_OFFSET, value);
    }
}
