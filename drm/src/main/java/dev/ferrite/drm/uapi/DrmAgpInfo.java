// Generated from drm.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_agp_info}: 56 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  int agp_version_major
 *      4     4  int agp_version_minor
 *      8     8  long unsigned int mode
 *     16     8  long unsigned int aperture_base
 *     24     8  long unsigned int aperture_size
 *     32     8  long unsigned int memory_allowed
 *     40     8  long unsigned int memory_used
 *     48     2  short unsigned int id_vendor
 *     50     2  short unsigned int id_device
 * }</pre>
 */
public final class DrmAgpInfo {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 56;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code agp_version_major}, in bytes. */
    public static final long AGP_VERSION_MAJOR_OFFSET = 0;

    /** Offset of {@code agp_version_minor}, in bytes. */
    public static final long AGP_VERSION_MINOR_OFFSET = 4;

    /** Offset of {@code mode}, in bytes. */
    public static final long MODE_OFFSET = 8;

    /** Offset of {@code aperture_base}, in bytes. */
    public static final long APERTURE_BASE_OFFSET = 16;

    /** Offset of {@code aperture_size}, in bytes. */
    public static final long APERTURE_SIZE_OFFSET = 24;

    /** Offset of {@code memory_allowed}, in bytes. */
    public static final long MEMORY_ALLOWED_OFFSET = 32;

    /** Offset of {@code memory_used}, in bytes. */
    public static final long MEMORY_USED_OFFSET = 40;

    /** Offset of {@code id_vendor}, in bytes. */
    public static final long ID_VENDOR_OFFSET = 48;

    /** Offset of {@code id_device}, in bytes. */
    public static final long ID_DEVICE_OFFSET = 50;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmAgpInfo> TYPE = new StructType<>(DrmAgpInfo.class, "drm_agp_info", LAYOUT);

    private DrmAgpInfo() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_INT.withName("agp_version_major"), // 0
                ValueLayout.JAVA_INT.withName("agp_version_minor"), // 4
                ValueLayout.JAVA_LONG.withName("mode"), // 8
                ValueLayout.JAVA_LONG.withName("aperture_base"), // 16
                ValueLayout.JAVA_LONG.withName("aperture_size"), // 24
                ValueLayout.JAVA_LONG.withName("memory_allowed"), // 32
                ValueLayout.JAVA_LONG.withName("memory_used"), // 40
                ValueLayout.JAVA_SHORT.withName("id_vendor"), // 48
                ValueLayout.JAVA_SHORT.withName("id_device"), // 50
                MemoryLayout.paddingLayout(4)); // 52
        return struct.withName("drm_agp_info");
    }

    /**
     * {@code int agp_version_major}, offset 0.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int agpVersionMajor(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, AGP_VERSION_MAJOR_OFFSET);
    }

    /**
     * Writes {@code agp_version_major}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void agpVersionMajor(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, AGP_VERSION_MAJOR_OFFSET, value);
    }

    /**
     * {@code int agp_version_minor}, offset 4.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int agpVersionMinor(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, AGP_VERSION_MINOR_OFFSET);
    }

    /**
     * Writes {@code agp_version_minor}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void agpVersionMinor(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, AGP_VERSION_MINOR_OFFSET, value);
    }

    /**
     * {@code long unsigned int mode}, offset 8.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long mode(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, MODE_OFFSET);
    }

    /**
     * Writes {@code mode}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void mode(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, MODE_OFFSET, value);
    }

    /**
     * {@code long unsigned int aperture_base}, offset 16.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long apertureBase(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, APERTURE_BASE_OFFSET);
    }

    /**
     * Writes {@code aperture_base}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void apertureBase(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, APERTURE_BASE_OFFSET, value);
    }

    /**
     * {@code long unsigned int aperture_size}, offset 24.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long apertureSize(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, APERTURE_SIZE_OFFSET);
    }

    /**
     * Writes {@code aperture_size}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void apertureSize(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, APERTURE_SIZE_OFFSET, value);
    }

    /**
     * {@code long unsigned int memory_allowed}, offset 32.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long memoryAllowed(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, MEMORY_ALLOWED_OFFSET);
    }

    /**
     * Writes {@code memory_allowed}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void memoryAllowed(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, MEMORY_ALLOWED_OFFSET, value);
    }

    /**
     * {@code long unsigned int memory_used}, offset 40.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long memoryUsed(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, MEMORY_USED_OFFSET);
    }

    /**
     * Writes {@code memory_used}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void memoryUsed(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, MEMORY_USED_OFFSET, value);
    }

    /**
     * {@code short unsigned int id_vendor}, offset 48.
     *
     * @param s the struct
     * @return a number of 0 to 65535
     */
    public static int idVendor(MemorySegment s) {
        return Short.toUnsignedInt(s.get(ValueLayout.JAVA_SHORT, ID_VENDOR_OFFSET));
    }

    /**
     * Writes {@code id_vendor}.
     *
     * @param s the struct
     * @param value a number of 0 to 65535; higher bits are dropped
     */
    public static void idVendor(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_SHORT, ID_VENDOR_OFFSET, (short) value);
    }

    /**
     * {@code short unsigned int id_device}, offset 50.
     *
     * @param s the struct
     * @return a number of 0 to 65535
     */
    public static int idDevice(MemorySegment s) {
        return Short.toUnsignedInt(s.get(ValueLayout.JAVA_SHORT, ID_DEVICE_OFFSET));
    }

    /**
     * Writes {@code id_device}.
     *
     * @param s the struct
     * @param value a number of 0 to 65535; higher bits are dropped
     */
    public static void idDevice(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_SHORT, ID_DEVICE_OFFSET, (short) value);
    }
}
