// Generated from drm_mode.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import dev.ferrite.offheap.struct.Fields;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.util.Objects;

/**
 * {@code struct drm_mode_modeinfo}: 68 bytes, alignment 4.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  __u32 clock
 *      4     2  __u16 hdisplay
 *      6     2  __u16 hsync_start
 *      8     2  __u16 hsync_end
 *     10     2  __u16 htotal
 *     12     2  __u16 hskew
 *     14     2  __u16 vdisplay
 *     16     2  __u16 vsync_start
 *     18     2  __u16 vsync_end
 *     20     2  __u16 vtotal
 *     22     2  __u16 vscan
 *     24     4  __u32 vrefresh
 *     28     4  __u32 flags
 *     32     4  __u32 type
 *     36    32  char name[32]
 * }</pre>
 */
public final class DrmModeModeinfo {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 68;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 4;

    /** Offset of {@code clock}, in bytes. */
    public static final long CLOCK_OFFSET = 0;

    /** Offset of {@code hdisplay}, in bytes. */
    public static final long HDISPLAY_OFFSET = 4;

    /** Offset of {@code hsync_start}, in bytes. */
    public static final long HSYNC_START_OFFSET = 6;

    /** Offset of {@code hsync_end}, in bytes. */
    public static final long HSYNC_END_OFFSET = 8;

    /** Offset of {@code htotal}, in bytes. */
    public static final long HTOTAL_OFFSET = 10;

    /** Offset of {@code hskew}, in bytes. */
    public static final long HSKEW_OFFSET = 12;

    /** Offset of {@code vdisplay}, in bytes. */
    public static final long VDISPLAY_OFFSET = 14;

    /** Offset of {@code vsync_start}, in bytes. */
    public static final long VSYNC_START_OFFSET = 16;

    /** Offset of {@code vsync_end}, in bytes. */
    public static final long VSYNC_END_OFFSET = 18;

    /** Offset of {@code vtotal}, in bytes. */
    public static final long VTOTAL_OFFSET = 20;

    /** Offset of {@code vscan}, in bytes. */
    public static final long VSCAN_OFFSET = 22;

    /** Offset of {@code vrefresh}, in bytes. */
    public static final long VREFRESH_OFFSET = 24;

    /** Offset of {@code flags}, in bytes. */
    public static final long FLAGS_OFFSET = 28;

    /** Offset of {@code type}, in bytes. */
    public static final long TYPE_OFFSET = 32;

    /** Offset of {@code name}, in bytes. */
    public static final long NAME_OFFSET = 36;

    /** Number of elements of {@code name}. */
    public static final long NAME_COUNT = 32;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmModeModeinfo> TYPE =
            new StructType<>(DrmModeModeinfo.class, "drm_mode_modeinfo", LAYOUT);

    private DrmModeModeinfo() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_INT.withName("clock"), // 0
                ValueLayout.JAVA_SHORT.withName("hdisplay"), // 4
                ValueLayout.JAVA_SHORT.withName("hsync_start"), // 6
                ValueLayout.JAVA_SHORT.withName("hsync_end"), // 8
                ValueLayout.JAVA_SHORT.withName("htotal"), // 10
                ValueLayout.JAVA_SHORT.withName("hskew"), // 12
                ValueLayout.JAVA_SHORT.withName("vdisplay"), // 14
                ValueLayout.JAVA_SHORT.withName("vsync_start"), // 16
                ValueLayout.JAVA_SHORT.withName("vsync_end"), // 18
                ValueLayout.JAVA_SHORT.withName("vtotal"), // 20
                ValueLayout.JAVA_SHORT.withName("vscan"), // 22
                ValueLayout.JAVA_INT.withName("vrefresh"), // 24
                ValueLayout.JAVA_INT.withName("flags"), // 28
                ValueLayout.JAVA_INT.withName("type"), // 32
                MemoryLayout.sequenceLayout(32, ValueLayout.JAVA_BYTE).withName("name")); // 36
        return struct.withName("drm_mode_modeinfo");
    }

    /**
     * {@code __u32 clock}, offset 0.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int clock(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, CLOCK_OFFSET);
    }

    /**
     * Writes {@code clock}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void clock(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, CLOCK_OFFSET, value);
    }

    /**
     * {@code __u16 hdisplay}, offset 4.
     *
     * @param s the struct
     * @return a number of 0 to 65535
     */
    public static int hdisplay(MemorySegment s) {
        return Short.toUnsignedInt(s.get(ValueLayout.JAVA_SHORT, HDISPLAY_OFFSET));
    }

    /**
     * Writes {@code hdisplay}.
     *
     * @param s the struct
     * @param value a number of 0 to 65535; higher bits are dropped
     */
    public static void hdisplay(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_SHORT, HDISPLAY_OFFSET, (short) value);
    }

    /**
     * {@code __u16 hsync_start}, offset 6.
     *
     * @param s the struct
     * @return a number of 0 to 65535
     */
    public static int hsyncStart(MemorySegment s) {
        return Short.toUnsignedInt(s.get(ValueLayout.JAVA_SHORT, HSYNC_START_OFFSET));
    }

    /**
     * Writes {@code hsync_start}.
     *
     * @param s the struct
     * @param value a number of 0 to 65535; higher bits are dropped
     */
    public static void hsyncStart(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_SHORT, HSYNC_START_OFFSET, (short) value);
    }

    /**
     * {@code __u16 hsync_end}, offset 8.
     *
     * @param s the struct
     * @return a number of 0 to 65535
     */
    public static int hsyncEnd(MemorySegment s) {
        return Short.toUnsignedInt(s.get(ValueLayout.JAVA_SHORT, HSYNC_END_OFFSET));
    }

    /**
     * Writes {@code hsync_end}.
     *
     * @param s the struct
     * @param value a number of 0 to 65535; higher bits are dropped
     */
    public static void hsyncEnd(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_SHORT, HSYNC_END_OFFSET, (short) value);
    }

    /**
     * {@code __u16 htotal}, offset 10.
     *
     * @param s the struct
     * @return a number of 0 to 65535
     */
    public static int htotal(MemorySegment s) {
        return Short.toUnsignedInt(s.get(ValueLayout.JAVA_SHORT, HTOTAL_OFFSET));
    }

    /**
     * Writes {@code htotal}.
     *
     * @param s the struct
     * @param value a number of 0 to 65535; higher bits are dropped
     */
    public static void htotal(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_SHORT, HTOTAL_OFFSET, (short) value);
    }

    /**
     * {@code __u16 hskew}, offset 12.
     *
     * @param s the struct
     * @return a number of 0 to 65535
     */
    public static int hskew(MemorySegment s) {
        return Short.toUnsignedInt(s.get(ValueLayout.JAVA_SHORT, HSKEW_OFFSET));
    }

    /**
     * Writes {@code hskew}.
     *
     * @param s the struct
     * @param value a number of 0 to 65535; higher bits are dropped
     */
    public static void hskew(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_SHORT, HSKEW_OFFSET, (short) value);
    }

    /**
     * {@code __u16 vdisplay}, offset 14.
     *
     * @param s the struct
     * @return a number of 0 to 65535
     */
    public static int vdisplay(MemorySegment s) {
        return Short.toUnsignedInt(s.get(ValueLayout.JAVA_SHORT, VDISPLAY_OFFSET));
    }

    /**
     * Writes {@code vdisplay}.
     *
     * @param s the struct
     * @param value a number of 0 to 65535; higher bits are dropped
     */
    public static void vdisplay(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_SHORT, VDISPLAY_OFFSET, (short) value);
    }

    /**
     * {@code __u16 vsync_start}, offset 16.
     *
     * @param s the struct
     * @return a number of 0 to 65535
     */
    public static int vsyncStart(MemorySegment s) {
        return Short.toUnsignedInt(s.get(ValueLayout.JAVA_SHORT, VSYNC_START_OFFSET));
    }

    /**
     * Writes {@code vsync_start}.
     *
     * @param s the struct
     * @param value a number of 0 to 65535; higher bits are dropped
     */
    public static void vsyncStart(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_SHORT, VSYNC_START_OFFSET, (short) value);
    }

    /**
     * {@code __u16 vsync_end}, offset 18.
     *
     * @param s the struct
     * @return a number of 0 to 65535
     */
    public static int vsyncEnd(MemorySegment s) {
        return Short.toUnsignedInt(s.get(ValueLayout.JAVA_SHORT, VSYNC_END_OFFSET));
    }

    /**
     * Writes {@code vsync_end}.
     *
     * @param s the struct
     * @param value a number of 0 to 65535; higher bits are dropped
     */
    public static void vsyncEnd(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_SHORT, VSYNC_END_OFFSET, (short) value);
    }

    /**
     * {@code __u16 vtotal}, offset 20.
     *
     * @param s the struct
     * @return a number of 0 to 65535
     */
    public static int vtotal(MemorySegment s) {
        return Short.toUnsignedInt(s.get(ValueLayout.JAVA_SHORT, VTOTAL_OFFSET));
    }

    /**
     * Writes {@code vtotal}.
     *
     * @param s the struct
     * @param value a number of 0 to 65535; higher bits are dropped
     */
    public static void vtotal(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_SHORT, VTOTAL_OFFSET, (short) value);
    }

    /**
     * {@code __u16 vscan}, offset 22.
     *
     * @param s the struct
     * @return a number of 0 to 65535
     */
    public static int vscan(MemorySegment s) {
        return Short.toUnsignedInt(s.get(ValueLayout.JAVA_SHORT, VSCAN_OFFSET));
    }

    /**
     * Writes {@code vscan}.
     *
     * @param s the struct
     * @param value a number of 0 to 65535; higher bits are dropped
     */
    public static void vscan(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_SHORT, VSCAN_OFFSET, (short) value);
    }

    /**
     * {@code __u32 vrefresh}, offset 24.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int vrefresh(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, VREFRESH_OFFSET);
    }

    /**
     * Writes {@code vrefresh}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void vrefresh(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, VREFRESH_OFFSET, value);
    }

    /**
     * {@code __u32 flags}, offset 28.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int flags(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, FLAGS_OFFSET);
    }

    /**
     * Writes {@code flags}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void flags(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, FLAGS_OFFSET, value);
    }

    /**
     * {@code __u32 type}, offset 32.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int type(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, TYPE_OFFSET);
    }

    /**
     * Writes {@code type}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void type(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, TYPE_OFFSET, value);
    }

    /**
     * {@code char name[32]}, offset 36.
     *
     * @param s the struct
     * @return a view of the whole array
     */
    public static MemorySegment name(MemorySegment s) {
        return s.asSlice(NAME_OFFSET, 32);
    }

    /**
     * Reads an element of {@code name}.
     *
     * @param s the struct
     * @param index 0 to 31
     * @return a signed 8-bit number
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static byte name(MemorySegment s, long index) {
        long at = NAME_OFFSET + Objects.checkIndex(index, 32);
        return s.get(ValueLayout.JAVA_BYTE, at);
    }

    /**
     * Writes an element of {@code name}.
     *
     * @param s the struct
     * @param index 0 to 31
     * @param value a signed 8-bit number
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static void name(MemorySegment s, long index, byte value) {
        long at = NAME_OFFSET + Objects.checkIndex(index, 32);
        s.set(ValueLayout.JAVA_BYTE, at, value);
    }

    /**
     * Reads {@code name} as text: UTF-8, up to the first NUL or the end of the array.
     *
     * @param s the struct
     * @return the text
     */
    public static String nameString(MemorySegment s) {
        return Fields.getString(s, NAME_OFFSET, 32);
    }

    /**
     * Writes {@code name} as text: UTF-8, the rest of the array zero.
     *
     * @param s the struct
     * @param value the text
     * @throws IllegalArgumentException if it has more than 31 bytes, or contains NUL
     */
    public static void nameString(MemorySegment s, String value) {
        Fields.setString(s, NAME_OFFSET, 32, value);
    }
}
