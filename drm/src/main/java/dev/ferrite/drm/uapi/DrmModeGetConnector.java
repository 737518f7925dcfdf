// Generated from drm_mode.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_mode_get_connector}: 80 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     8  __u64 encoders_ptr
 *      8     8  __u64 modes_ptr
 *     16     8  __u64 props_ptr
 *     24     8  __u64 prop_values_ptr
 *     32     4  __u32 count_modes
 *     36     4  __u32 count_props
 *     40     4  __u32 count_encoders
 *     44     4  __u32 encoder_id
 *     48     4  __u32 connector_id
 *     52     4  __u32 connector_type
 *     56     4  __u32 connector_type_id
 *     60     4  __u32 connection
 *     64     4  __u32 mm_width
 *     68     4  __u32 mm_height
 *     72     4  __u32 subpixel
 *     76     4  __u32 pad
 * }</pre>
 */
public final class DrmModeGetConnector {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 80;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code encoders_ptr}, in bytes. */
    public static final long ENCODERS_PTR_OFFSET = 0;

    /** Offset of {@code modes_ptr}, in bytes. */
    public static final long MODES_PTR_OFFSET = 8;

    /** Offset of {@code props_ptr}, in bytes. */
    public static final long PROPS_PTR_OFFSET = 16;

    /** Offset of {@code prop_values_ptr}, in bytes. */
    public static final long PROP_VALUES_PTR_OFFSET = 24;

    /** Offset of {@code count_modes}, in bytes. */
    public static final long COUNT_MODES_OFFSET = 32;

    /** Offset of {@code count_props}, in bytes. */
    public static final long COUNT_PROPS_OFFSET = 36;

    /** Offset of {@code count_encoders}, in bytes. */
    public static final long COUNT_ENCODERS_OFFSET = 40;

    /** Offset of {@code encoder_id}, in bytes. */
    public static final long ENCODER_ID_OFFSET = 44;

    /** Offset of {@code connector_id}, in bytes. */
    public static final long CONNECTOR_ID_OFFSET = 48;

    /** Offset of {@code connector_type}, in bytes. */
    public static final long CONNECTOR_TYPE_OFFSET = 52;

    /** Offset of {@code connector_type_id}, in bytes. */
    public static final long CONNECTOR_TYPE_ID_OFFSET = 56;

    /** Offset of {@code connection}, in bytes. */
    public static final long CONNECTION_OFFSET = 60;

    /** Offset of {@code mm_width}, in bytes. */
    public static final long MM_WIDTH_OFFSET = 64;

    /** Offset of {@code mm_height}, in bytes. */
    public static final long MM_HEIGHT_OFFSET = 68;

    /** Offset of {@code subpixel}, in bytes. */
    public static final long SUBPIXEL_OFFSET = 72;

    /** Offset of {@code pad}, in bytes. */
    public static final long PAD_OFFSET = 76;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmModeGetConnector> TYPE =
            new StructType<>(DrmModeGetConnector.class, "drm_mode_get_connector", LAYOUT);

    private DrmModeGetConnector() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_LONG.withName("encoders_ptr"), // 0
                ValueLayout.JAVA_LONG.withName("modes_ptr"), // 8
                ValueLayout.JAVA_LONG.withName("props_ptr"), // 16
                ValueLayout.JAVA_LONG.withName("prop_values_ptr"), // 24
                ValueLayout.JAVA_INT.withName("count_modes"), // 32
                ValueLayout.JAVA_INT.withName("count_props"), // 36
                ValueLayout.JAVA_INT.withName("count_encoders"), // 40
                ValueLayout.JAVA_INT.withName("encoder_id"), // 44
                ValueLayout.JAVA_INT.withName("connector_id"), // 48
                ValueLayout.JAVA_INT.withName("connector_type"), // 52
                ValueLayout.JAVA_INT.withName("connector_type_id"), // 56
                ValueLayout.JAVA_INT.withName("connection"), // 60
                ValueLayout.JAVA_INT.withName("mm_width"), // 64
                ValueLayout.JAVA_INT.withName("mm_height"), // 68
                ValueLayout.JAVA_INT.withName("subpixel"), // 72
                ValueLayout.JAVA_INT.withName("pad")); // 76
        return struct.withName("drm_mode_get_connector");
    }

    /**
     * {@code __u64 encoders_ptr}, offset 0.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long encodersPtr(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, ENCODERS_PTR_OFFSET);
    }

    /**
     * Writes {@code encoders_ptr}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void encodersPtr(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, ENCODERS_PTR_OFFSET, value);
    }

    /**
     * {@code __u64 modes_ptr}, offset 8.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long modesPtr(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, MODES_PTR_OFFSET);
    }

    /**
     * Writes {@code modes_ptr}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void modesPtr(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, MODES_PTR_OFFSET, value);
    }

    /**
     * {@code __u64 props_ptr}, offset 16.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long propsPtr(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, PROPS_PTR_OFFSET);
    }

    /**
     * Writes {@code props_ptr}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void propsPtr(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, PROPS_PTR_OFFSET, value);
    }

    /**
     * {@code __u64 prop_values_ptr}, offset 24.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long propValuesPtr(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, PROP_VALUES_PTR_OFFSET);
    }

    /**
     * Writes {@code prop_values_ptr}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void propValuesPtr(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, PROP_VALUES_PTR_OFFSET, value);
    }

    /**
     * {@code __u32 count_modes}, offset 32.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int countModes(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, COUNT_MODES_OFFSET);
    }

    /**
     * Writes {@code count_modes}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void countModes(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, COUNT_MODES_OFFSET, value);
    }

    /**
     * {@code __u32 count_props}, offset 36.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int countProps(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, COUNT_PROPS_OFFSET);
    }

    /**
     * Writes {@code count_props}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void countProps(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, COUNT_PROPS_OFFSET, value);
    }

    /**
     * {@code __u32 count_encoders}, offset 40.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int countEncoders(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, COUNT_ENCODERS_OFFSET);
    }

    /**
     * Writes {@code count_encoders}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void countEncoders(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, COUNT_ENCODERS_OFFSET, value);
    }

    /**
     * {@code __u32 encoder_id}, offset 44.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int encoderId(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, ENCODER_ID_OFFSET);
    }

    /**
     * Writes {@code encoder_id}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void encoderId(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, ENCODER_ID_OFFSET, value);
    }

    /**
     * {@code __u32 connector_id}, offset 48.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int connectorId(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, CONNECTOR_ID_OFFSET);
    }

    /**
     * Writes {@code connector_id}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void connectorId(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, CONNECTOR_ID_OFFSET, value);
    }

    /**
     * {@code __u32 connector_type}, offset 52.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int connectorType(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, CONNECTOR_TYPE_OFFSET);
    }

    /**
     * Writes {@code connector_type}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void connectorType(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, CONNECTOR_TYPE_OFFSET, value);
    }

    /**
     * {@code __u32 connector_type_id}, offset 56.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int connectorTypeId(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, CONNECTOR_TYPE_ID_OFFSET);
    }

    /**
     * Writes {@code connector_type_id}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void connectorTypeId(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, CONNECTOR_TYPE_ID_OFFSET, value);
    }

    /**
     * {@code __u32 connection}, offset 60.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int connection(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, CONNECTION_OFFSET);
    }

    /**
     * Writes {@code connection}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void connection(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, CONNECTION_OFFSET, value);
    }

    /**
     * {@code __u32 mm_width}, offset 64.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int mmWidth(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, MM_WIDTH_OFFSET);
    }

    /**
     * Writes {@code mm_width}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void mmWidth(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, MM_WIDTH_OFFSET, value);
    }

    /**
     * {@code __u32 mm_height}, offset 68.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int mmHeight(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, MM_HEIGHT_OFFSET);
    }

    /**
     * Writes {@code mm_height}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void mmHeight(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, MM_HEIGHT_OFFSET, value);
    }

    /**
     * {@code __u32 subpixel}, offset 72.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int subpixel(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, SUBPIXEL_OFFSET);
    }

    /**
     * Writes {@code subpixel}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void subpixel(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, SUBPIXEL_OFFSET, value);
    }

    /**
     * {@code __u32 pad}, offset 76.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int pad(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, PAD_OFFSET);
    }

    /**
     * Writes {@code pad}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void pad(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, PAD_OFFSET, value);
    }
}
