// Generated from drm.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_set_version}: 16 bytes, alignment 4.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  int drm_di_major
 *      4     4  int drm_di_minor
 *      8     4  int drm_dd_major
 *     12     4  int drm_dd_minor
 * }</pre>
 */
public final class DrmSetVersion {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 16;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 4;

    /** Offset of {@code drm_di_major}, in bytes. */
    public static final long DRM_DI_MAJOR_OFFSET = 0;

    /** Offset of {@code drm_di_minor}, in bytes. */
    public static final long DRM_DI_MINOR_OFFSET = 4;

    /** Offset of {@code drm_dd_major}, in bytes. */
    public static final long DRM_DD_MAJOR_OFFSET = 8;

    /** Offset of {@code drm_dd_minor}, in bytes. */
    public static final long DRM_DD_MINOR_OFFSET = 12;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmSetVersion> TYPE =
            new StructType<>(DrmSetVersion.class, "drm_set_version", LAYOUT);

    private DrmSetVersion() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_INT.withName("drm_di_major"), // 0
                ValueLayout.JAVA_INT.withName("drm_di_minor"), // 4
                ValueLayout.JAVA_INT.withName("drm_dd_major"), // 8
                ValueLayout.JAVA_INT.withName("drm_dd_minor")); // 12
        return struct.withName("drm_set_version");
    }

    /**
     * {@code int drm_di_major}, offset 0.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int drmDiMajor(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, DRM_DI_MAJOR_OFFSET);
    }

    /**
     * Writes {@code drm_di_major}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void drmDiMajor(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, DRM_DI_MAJOR_OFFSET, value);
    }

    /**
     * {@code int drm_di_minor}, offset 4.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int drmDiMinor(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, DRM_DI_MINOR_OFFSET);
    }

    /**
     * Writes {@code drm_di_minor}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void drmDiMinor(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, DRM_DI_MINOR_OFFSET, value);
    }

    /**
     * {@code int drm_dd_major}, offset 8.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int drmDdMajor(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, DRM_DD_MAJOR_OFFSET);
    }

    /**
     * Writes {@code drm_dd_major}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void drmDdMajor(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, DRM_DD_MAJOR_OFFSET, value);
    }

    /**
     * {@code int drm_dd_minor}, offset 12.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int drmDdMinor(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, DRM_DD_MINOR_OFFSET);
    }

    /**
     * Writes {@code drm_dd_minor}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void drmDdMinor(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, DRM_DD_MINOR_OFFSET, value);
    }
}
