// Generated from drm_mode.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_mode_connector_set_property}: 16 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     8  __u64 value
 *      8     4  __u32 prop_id
 *     12     4  __u32 connector_id
 * }</pre>
 */
public final class DrmModeConnectorSetProperty {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 16;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code value}, in bytes. */
    public static final long VALUE_OFFSET = 0;

    /** Offset of {@code prop_id}, in bytes. */
    public static final long PROP_ID_OFFSET = 8;

    /** Offset of {@code connector_id}, in bytes. */
    public static final long CONNECTOR_ID_OFFSET = 12;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmModeConnectorSetProperty> TYPE =
            new StructType<>(DrmModeConnectorSetProperty.class, "drm_mode_connector_set_property", LAYOUT);

    private DrmModeConnectorSetProperty() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_LONG.withName("value"), // 0
                ValueLayout.JAVA_INT.withName("prop_id"), // 8
                ValueLayout.JAVA_INT.withName("connector_id")); // 12
        return struct.withName("drm_mode_connector_set_property");
    }

    /**
     * {@code __u64 value}, offset 0.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long value(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, VALUE_OFFSET);
    }

    /**
     * Writes {@code value}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void value(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, VALUE_OFFSET, value);
    }

    /**
     * {@code __u32 prop_id}, offset 8.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int propId(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, PROP_ID_OFFSET);
    }

    /**
     * Writes {@code prop_id}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void propId(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, PROP_ID_OFFSET, value);
    }

    /**
     * {@code __u32 connector_id}, offset 12.
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
}
