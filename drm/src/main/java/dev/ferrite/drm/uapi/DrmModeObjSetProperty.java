// Generated from drm_mode.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_mode_obj_set_property}: 24 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     8  __u64 value
 *      8     4  __u32 prop_id
 *     12     4  __u32 obj_id
 *     16     4  __u32 obj_type
 * }</pre>
 */
public final class DrmModeObjSetProperty {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 24;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code value}, in bytes. */
    public static final long VALUE_OFFSET = 0;

    /** Offset of {@code prop_id}, in bytes. */
    public static final long PROP_ID_OFFSET = 8;

    /** Offset of {@code obj_id}, in bytes. */
    public static final long OBJ_ID_OFFSET = 12;

    /** Offset of {@code obj_type}, in bytes. */
    public static final long OBJ_TYPE_OFFSET = 16;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmModeObjSetProperty> TYPE =
            new StructType<>(DrmModeObjSetProperty.class, "drm_mode_obj_set_property", LAYOUT);

    private DrmModeObjSetProperty() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_LONG.withName("value"), // 0
                ValueLayout.JAVA_INT.withName("prop_id"), // 8
                ValueLayout.JAVA_INT.withName("obj_id"), // 12
                ValueLayout.JAVA_INT.withName("obj_type"), // 16
                MemoryLayout.paddingLayout(4)); // 20
        return struct.withName("drm_mode_obj_set_property");
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
     * {@code __u32 obj_id}, offset 12.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int objId(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, OBJ_ID_OFFSET);
    }

    /**
     * Writes {@code obj_id}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void objId(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, OBJ_ID_OFFSET, value);
    }

    /**
     * {@code __u32 obj_type}, offset 16.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int objType(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, OBJ_TYPE_OFFSET);
    }

    /**
     * Writes {@code obj_type}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void objType(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, OBJ_TYPE_OFFSET, value);
    }
}
