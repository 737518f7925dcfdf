// Generated from drm_mode.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.util.Objects;

/**
 * {@code struct hdr_metadata_infoframe}: 26 bytes, alignment 2.
 *
 * <pre>{@code
 * offset  size  member
 *      0     1  __u8 eotf
 *      1     1  __u8 metadata_type
 *      2    12  struct {...} display_primaries[3]
 *     14     4  struct {...} white_point
 *     18     2  __u16 max_display_mastering_luminance
 *     20     2  __u16 min_display_mastering_luminance
 *     22     2  __u16 max_cll
 *     24     2  __u16 max_fall
 * }</pre>
 */
public final class HdrMetadataInfoframe {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 26;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 2;

    /** Offset of {@code eotf}, in bytes. */
    public static final long EOTF_OFFSET = 0;

    /** Offset of {@code metadata_type}, in bytes. */
    public static final long METADATA_TYPE_OFFSET = 1;

    /** Offset of {@code display_primaries}, in bytes. */
    public static final long DISPLAY_PRIMARIES_OFFSET = 2;

    /** Number of elements of {@code display_primaries}. */
    public static final long DISPLAY_PRIMARIES_COUNT = 3;

    /** Offset of {@code white_point}, in bytes. */
    public static final long WHITE_POINT_OFFSET = 14;

    /** Offset of {@code max_display_mastering_luminance}, in bytes. */
    public static final long MAX_DISPLAY_MASTERING_LUMINANCE_OFFSET = 18;

    /** Offset of {@code min_display_mastering_luminance}, in bytes. */
    public static final long MIN_DISPLAY_MASTERING_LUMINANCE_OFFSET = 20;

    /** Offset of {@code max_cll}, in bytes. */
    public static final long MAX_CLL_OFFSET = 22;

    /** Offset of {@code max_fall}, in bytes. */
    public static final long MAX_FALL_OFFSET = 24;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<HdrMetadataInfoframe> TYPE =
            new StructType<>(HdrMetadataInfoframe.class, "hdr_metadata_infoframe", LAYOUT);

    private HdrMetadataInfoframe() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_BYTE.withName("eotf"), // 0
                ValueLayout.JAVA_BYTE.withName("metadata_type"), // 1
                MemoryLayout.sequenceLayout(3, DisplayPrimaries.LAYOUT).withName("display_primaries"), // 2
                WhitePoint.LAYOUT.withName("white_point"), // 14
                ValueLayout.JAVA_SHORT.withName("max_display_mastering_luminance"), // 18
                ValueLayout.JAVA_SHORT.withName("min_display_mastering_luminance"), // 20
                ValueLayout.JAVA_SHORT.withName("max_cll"), // 22
                ValueLayout.JAVA_SHORT.withName("max_fall")); // 24
        return struct.withName("hdr_metadata_infoframe");
    }

    /**
     * {@code __u8 eotf}, offset 0.
     *
     * @param s the struct
     * @return a number of 0 to 255
     */
    public static int eotf(MemorySegment s) {
        return Byte.toUnsignedInt(s.get(ValueLayout.JAVA_BYTE, EOTF_OFFSET));
    }

    /**
     * Writes {@code eotf}.
     *
     * @param s the struct
     * @param value a number of 0 to 255; higher bits are dropped
     */
    public static void eotf(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_BYTE, EOTF_OFFSET, (byte) value);
    }

    /**
     * {@code __u8 metadata_type}, offset 1.
     *
     * @param s the struct
     * @return a number of 0 to 255
     */
    public static int metadataType(MemorySegment s) {
        return Byte.toUnsignedInt(s.get(ValueLayout.JAVA_BYTE, METADATA_TYPE_OFFSET));
    }

    /**
     * Writes {@code metadata_type}.
     *
     * @param s the struct
     * @param value a number of 0 to 255; higher bits are dropped
     */
    public static void metadataType(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_BYTE, METADATA_TYPE_OFFSET, (byte) value);
    }

    /**
     * {@code struct {...} display_primaries[3]}, offset 2.
     *
     * @param s the struct
     * @return a view of the whole array
     */
    public static MemorySegment displayPrimaries(MemorySegment s) {
        return s.asSlice(DISPLAY_PRIMARIES_OFFSET, 12);
    }

    /**
     * One element of {@code display_primaries}.
     *
     * @param s the struct
     * @param index 0 to 2
     * @return a view of the element
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static MemorySegment displayPrimaries(MemorySegment s, long index) {
        long at = DISPLAY_PRIMARIES_OFFSET + Objects.checkIndex(index, 3) * 4;
        return s.asSlice(at, 4);
    }

    /**
     * {@code struct {...} white_point}, offset 14.
     *
     * @param s the struct
     * @return a view of the nested struct
     */
    public static MemorySegment whitePoint(MemorySegment s) {
        return s.asSlice(WHITE_POINT_OFFSET, 4);
    }

    /**
     * {@code __u16 max_display_mastering_luminance}, offset 18.
     *
     * @param s the struct
     * @return a number of 0 to 65535
     */
    public static int maxDisplayMasteringLuminance(MemorySegment s) {
        return Short.toUnsignedInt(s.get(ValueLayout.JAVA_SHORT, MAX_DISPLAY_MASTERING_LUMINANCE_OFFSET));
    }

    /**
     * Writes {@code max_display_mastering_luminance}.
     *
     * @param s the struct
     * @param value a number of 0 to 65535; higher bits are dropped
     */
    public static void maxDisplayMasteringLuminance(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_SHORT, MAX_DISPLAY_MASTERING_LUMINANCE_OFFSET, (short) value);
    }

    /**
     * {@code __u16 min_display_mastering_luminance}, offset 20.
     *
     * @param s the struct
     * @return a number of 0 to 65535
     */
    public static int minDisplayMasteringLuminance(MemorySegment s) {
        return Short.toUnsignedInt(s.get(ValueLayout.JAVA_SHORT, MIN_DISPLAY_MASTERING_LUMINANCE_OFFSET));
    }

    /**
     * Writes {@code min_display_mastering_luminance}.
     *
     * @param s the struct
     * @param value a number of 0 to 65535; higher bits are dropped
     */
    public static void minDisplayMasteringLuminance(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_SHORT, MIN_DISPLAY_MASTERING_LUMINANCE_OFFSET, (short) value);
    }

    /**
     * {@code __u16 max_cll}, offset 22.
     *
     * @param s the struct
     * @return a number of 0 to 65535
     */
    public static int maxCll(MemorySegment s) {
        return Short.toUnsignedInt(s.get(ValueLayout.JAVA_SHORT, MAX_CLL_OFFSET));
    }

    /**
     * Writes {@code max_cll}.
     *
     * @param s the struct
     * @param value a number of 0 to 65535; higher bits are dropped
     */
    public static void maxCll(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_SHORT, MAX_CLL_OFFSET, (short) value);
    }

    /**
     * {@code __u16 max_fall}, offset 24.
     *
     * @param s the struct
     * @return a number of 0 to 65535
     */
    public static int maxFall(MemorySegment s) {
        return Short.toUnsignedInt(s.get(ValueLayout.JAVA_SHORT, MAX_FALL_OFFSET));
    }

    /**
     * Writes {@code max_fall}.
     *
     * @param s the struct
     * @param value a number of 0 to 65535; higher bits are dropped
     */
    public static void maxFall(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_SHORT, MAX_FALL_OFFSET, (short) value);
    }

    /**
     * {@code struct {...}}: 4 bytes, alignment 2.
     *
     * <pre>{@code
     * offset  size  member
     *      0     2  __u16 x
     *      2     2  __u16 y
     * }</pre>
     */
    public static final class DisplayPrimaries {
        /** {@code sizeof}, in bytes. */
        public static final long SIZEOF = 4;

        /** {@code _Alignof}, in bytes. */
        public static final long ALIGNOF = 2;

        /** Offset of {@code x}, in bytes. */
        public static final long X_OFFSET = 0;

        /** Offset of {@code y}, in bytes. */
        public static final long Y_OFFSET = 2;

        /** The layout, padding included. */
        public static final StructLayout LAYOUT = layout();

        /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
        public static final StructType<DisplayPrimaries> TYPE = new StructType<>(DisplayPrimaries.class, "", LAYOUT);

        private DisplayPrimaries() {}

        private static StructLayout layout() {
            StructLayout struct = MemoryLayout.structLayout(
                    ValueLayout.JAVA_SHORT.withName("x"), // 0
                    ValueLayout.JAVA_SHORT.withName("y")); // 2
            return struct.withName("");
        }

        /**
         * {@code __u16 x}, offset 0.
         *
         * @param s the struct
         * @return a number of 0 to 65535
         */
        public static int x(MemorySegment s) {
            return Short.toUnsignedInt(s.get(ValueLayout.JAVA_SHORT, X_OFFSET));
        }

        /**
         * Writes {@code x}.
         *
         * @param s the struct
         * @param value a number of 0 to 65535; higher bits are dropped
         */
        public static void x(MemorySegment s, int value) {
            s.set(ValueLayout.JAVA_SHORT, X_OFFSET, (short) value);
        }

        /**
         * {@code __u16 y}, offset 2.
         *
         * @param s the struct
         * @return a number of 0 to 65535
         */
        public static int y(MemorySegment s) {
            return Short.toUnsignedInt(s.get(ValueLayout.JAVA_SHORT, Y_OFFSET));
        }

        /**
         * Writes {@code y}.
         *
         * @param s the struct
         * @param value a number of 0 to 65535; higher bits are dropped
         */
        public static void y(MemorySegment s, int value) {
            s.set(ValueLayout.JAVA_SHORT, Y_OFFSET, (short) value);
        }
    }

    /**
     * {@code struct {...}}: 4 bytes, alignment 2.
     *
     * <pre>{@code
     * offset  size  member
     *      0     2  __u16 x
     *      2     2  __u16 y
     * }</pre>
     */
    public static final class WhitePoint {
        /** {@code sizeof}, in bytes. */
        public static final long SIZEOF = 4;

        /** {@code _Alignof}, in bytes. */
        public static final long ALIGNOF = 2;

        /** Offset of {@code x}, in bytes. */
        public static final long X_OFFSET = 0;

        /** Offset of {@code y}, in bytes. */
        public static final long Y_OFFSET = 2;

        /** The layout, padding included. */
        public static final StructLayout LAYOUT = layout();

        /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
        public static final StructType<WhitePoint> TYPE = new StructType<>(WhitePoint.class, "", LAYOUT);

        private WhitePoint() {}

        private static StructLayout layout() {
            StructLayout struct = MemoryLayout.structLayout(
                    ValueLayout.JAVA_SHORT.withName("x"), // 0
                    ValueLayout.JAVA_SHORT.withName("y")); // 2
            return struct.withName("");
        }

        /**
         * {@code __u16 x}, offset 0.
         *
         * @param s the struct
         * @return a number of 0 to 65535
         */
        public static int x(MemorySegment s) {
            return Short.toUnsignedInt(s.get(ValueLayout.JAVA_SHORT, X_OFFSET));
        }

        /**
         * Writes {@code x}.
         *
         * @param s the struct
         * @param value a number of 0 to 65535; higher bits are dropped
         */
        public static void x(MemorySegment s, int value) {
            s.set(ValueLayout.JAVA_SHORT, X_OFFSET, (short) value);
        }

        /**
         * {@code __u16 y}, offset 2.
         *
         * @param s the struct
         * @return a number of 0 to 65535
         */
        public static int y(MemorySegment s) {
            return Short.toUnsignedInt(s.get(ValueLayout.JAVA_SHORT, Y_OFFSET));
        }

        /**
         * Writes {@code y}.
         *
         * @param s the struct
         * @param value a number of 0 to 65535; higher bits are dropped
         */
        public static void y(MemorySegment s, int value) {
            s.set(ValueLayout.JAVA_SHORT, Y_OFFSET, (short) value);
        }
    }
}
