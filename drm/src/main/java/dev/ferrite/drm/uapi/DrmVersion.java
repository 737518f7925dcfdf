// Generated from drm.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_version}: 64 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  int version_major
 *      4     4  int version_minor
 *      8     4  int version_patchlevel
 *     16     8  __kernel_size_t name_len
 *     24     8  char *name
 *     32     8  __kernel_size_t date_len
 *     40     8  char *date
 *     48     8  __kernel_size_t desc_len
 *     56     8  char *desc
 * }</pre>
 */
public final class DrmVersion {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 64;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code version_major}, in bytes. */
    public static final long VERSION_MAJOR_OFFSET = 0;

    /** Offset of {@code version_minor}, in bytes. */
    public static final long VERSION_MINOR_OFFSET = 4;

    /** Offset of {@code version_patchlevel}, in bytes. */
    public static final long VERSION_PATCHLEVEL_OFFSET = 8;

    /** Offset of {@code name_len}, in bytes. */
    public static final long NAME_LEN_OFFSET = 16;

    /** Offset of {@code name}, in bytes. */
    public static final long NAME_OFFSET = 24;

    /** Offset of {@code date_len}, in bytes. */
    public static final long DATE_LEN_OFFSET = 32;

    /** Offset of {@code date}, in bytes. */
    public static final long DATE_OFFSET = 40;

    /** Offset of {@code desc_len}, in bytes. */
    public static final long DESC_LEN_OFFSET = 48;

    /** Offset of {@code desc}, in bytes. */
    public static final long DESC_OFFSET = 56;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmVersion> TYPE = new StructType<>(DrmVersion.class, "drm_version", LAYOUT);

    private DrmVersion() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_INT.withName("version_major"), // 0
                ValueLayout.JAVA_INT.withName("version_minor"), // 4
                ValueLayout.JAVA_INT.withName("version_patchlevel"), // 8
                MemoryLayout.paddingLayout(4), // 12
                ValueLayout.JAVA_LONG.withName("name_len"), // 16
                ValueLayout.JAVA_LONG.withName("name"), // 24
                ValueLayout.JAVA_LONG.withName("date_len"), // 32
                ValueLayout.JAVA_LONG.withName("date"), // 40
                ValueLayout.JAVA_LONG.withName("desc_len"), // 48
                ValueLayout.JAVA_LONG.withName("desc")); // 56
        return struct.withName("drm_version");
    }

    /**
     * {@code int version_major}, offset 0.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int versionMajor(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, VERSION_MAJOR_OFFSET);
    }

    /**
     * Writes {@code version_major}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void versionMajor(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, VERSION_MAJOR_OFFSET, value);
    }

    /**
     * {@code int version_minor}, offset 4.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int versionMinor(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, VERSION_MINOR_OFFSET);
    }

    /**
     * Writes {@code version_minor}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void versionMinor(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, VERSION_MINOR_OFFSET, value);
    }

    /**
     * {@code int version_patchlevel}, offset 8.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int versionPatchlevel(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, VERSION_PATCHLEVEL_OFFSET);
    }

    /**
     * Writes {@code version_patchlevel}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void versionPatchlevel(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, VERSION_PATCHLEVEL_OFFSET, value);
    }

    /**
     * {@code __kernel_size_t name_len}, offset 16.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long nameLen(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, NAME_LEN_OFFSET);
    }

    /**
     * Writes {@code name_len}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void nameLen(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, NAME_LEN_OFFSET, value);
    }

    /**
     * {@code char *name}, offset 24.
     *
     * @param s the struct
     * @return an address
     */
    public static long name(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, NAME_OFFSET);
    }

    /**
     * Writes {@code name}.
     *
     * @param s the struct
     * @param value an address
     */
    public static void name(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, NAME_OFFSET, value);
    }

    /**
     * {@code __kernel_size_t date_len}, offset 32.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long dateLen(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, DATE_LEN_OFFSET);
    }

    /**
     * Writes {@code date_len}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void dateLen(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, DATE_LEN_OFFSET, value);
    }

    /**
     * {@code char *date}, offset 40.
     *
     * @param s the struct
     * @return an address
     */
    public static long date(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, DATE_OFFSET);
    }

    /**
     * Writes {@code date}.
     *
     * @param s the struct
     * @param value an address
     */
    public static void date(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, DATE_OFFSET, value);
    }

    /**
     * {@code __kernel_size_t desc_len}, offset 48.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long descLen(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, DESC_LEN_OFFSET);
    }

    /**
     * Writes {@code desc_len}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void descLen(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, DESC_LEN_OFFSET, value);
    }

    /**
     * {@code char *desc}, offset 56.
     *
     * @param s the struct
     * @return an address
     */
    public static long desc(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, DESC_OFFSET);
    }

    /**
     * Writes {@code desc}.
     *
     * @param s the struct
     * @param value an address
     */
    public static void desc(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, DESC_OFFSET, value);
    }
}
