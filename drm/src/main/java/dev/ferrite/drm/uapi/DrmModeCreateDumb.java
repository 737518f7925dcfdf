package dev.ferrite.drm.uapi;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;

/** A plain buffer to create: the argument of {@link DrmH#DRM_IOCTL_MODE_CREATE_DUMB}. 32 bytes. */
public final class DrmModeCreateDumb {
    /** The C layout. */
    public static final StructLayout LAYOUT = MemoryLayout.structLayout(
                    JAVA_INT.withName("height"),
                    JAVA_INT.withName("width"),
                    JAVA_INT.withName("bpp"),
                    JAVA_INT.withName("flags"),
                    JAVA_INT.withName("handle"),
                    JAVA_INT.withName("pitch"),
                    JAVA_LONG.withName("size"))
            .withName("drm_mode_create_dumb");

    /** The struct's shape. */
    public static final StructType<DrmModeCreateDumb> TYPE =
            new StructType<>(DrmModeCreateDumb.class, "drm_mode_create_dumb", LAYOUT);

    /** Its size in bytes. */
    public static final long SIZEOF = 32;

    /** Its alignment in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code height} in bytes. */
    public static final long HEIGHT_OFFSET = 0;

    /** Offset of {@code width} in bytes. */
    public static final long WIDTH_OFFSET = 4;

    /** Offset of {@code bpp} in bytes. */
    public static final long BPP_OFFSET = 8;

    /** Offset of {@code flags} in bytes. */
    public static final long FLAGS_OFFSET = 12;

    /** Offset of {@code handle} in bytes. */
    public static final long HANDLE_OFFSET = 16;

    /** Offset of {@code pitch} in bytes. */
    public static final long PITCH_OFFSET = 20;

    /** Offset of {@code size} in bytes. */
    public static final long SIZE_OFFSET = 24;

    private DrmModeCreateDumb() {}

    /**
     * Reads {@code height}, plain.
     *
     * @param struct the struct's memory
     * @return an unsigned 32-bit number in an int
     */
    public static int height(MemorySegment struct) {
        return struct.get(JAVA_INT, HEIGHT_OFFSET);
    }

    /**
     * Writes {@code height}, plain.
     *
     * @param struct the struct's memory
     * @param value an unsigned 32-bit number in an int
     */
    public static void height(MemorySegment struct, int value) {
        struct.set(JAVA_INT, HEIGHT_OFFSET, value);
    }

    /**
     * Reads {@code width}, plain.
     *
     * @param struct the struct's memory
     * @return an unsigned 32-bit number in an int
     */
    public static int width(MemorySegment struct) {
        return struct.get(JAVA_INT, WIDTH_OFFSET);
    }

    /**
     * Writes {@code width}, plain.
     *
     * @param struct the struct's memory
     * @param value an unsigned 32-bit number in an int
     */
    public static void width(MemorySegment struct, int value) {
        struct.set(JAVA_INT, WIDTH_OFFSET, value);
    }

    /**
     * Reads {@code bpp}, plain.
     *
     * @param struct the struct's memory
     * @return an unsigned 32-bit number in an int
     */
    public static int bpp(MemorySegment struct) {
        return struct.get(JAVA_INT, BPP_OFFSET);
    }

    /**
     * Writes {@code bpp}, plain.
     *
     * @param struct the struct's memory
     * @param value an unsigned 32-bit number in an int
     */
    public static void bpp(MemorySegment struct, int value) {
        struct.set(JAVA_INT, BPP_OFFSET, value);
    }

    /**
     * Reads {@code flags}, plain.
     *
     * @param struct the struct's memory
     * @return an unsigned 32-bit number in an int
     */
    public static int flags(MemorySegment struct) {
        return struct.get(JAVA_INT, FLAGS_OFFSET);
    }

    /**
     * Writes {@code flags}, plain.
     *
     * @param struct the struct's memory
     * @param value an unsigned 32-bit number in an int
     */
    public static void flags(MemorySegment struct, int value) {
        struct.set(JAVA_INT, FLAGS_OFFSET, value);
    }

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
     * Reads {@code pitch}, plain.
     *
     * @param struct the struct's memory
     * @return an unsigned 32-bit number in an int
     */
    public static int pitch(MemorySegment struct) {
        return struct.get(JAVA_INT, PITCH_OFFSET);
    }

    /**
     * Writes {@code pitch}, plain.
     *
     * @param struct the struct's memory
     * @param value an unsigned 32-bit number in an int
     */
    public static void pitch(MemorySegment struct, int value) {
        struct.set(JAVA_INT, PITCH_OFFSET, value);
    }

    /**
     * Reads {@code size}, plain.
     *
     * @param struct the struct's memory
     * @return an unsigned 64-bit number in a long
     */
    public static long size(MemorySegment struct) {
        return struct.get(JAVA_LONG, SIZE_OFFSET);
    }

    /**
     * Writes {@code size}, plain.
     *
     * @param struct the struct's memory
     * @param value an unsigned 64-bit number in a long
     */
    public static void size(MemorySegment struct, long value) {
        struct.set(JAVA_LONG, SIZE_OFFSET, value);
    }
}
