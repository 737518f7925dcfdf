// Generated from drm_mode.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_mode_obj_get_properties}: 32 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     8  __u64 props_ptr
 *      8     8  __u64 prop_values_ptr
 *     16     4  __u32 count_props
 *     20     4  __u32 obj_id
 *     24     4  __u32 obj_type
 * }</pre>
 */
public final class DrmModeObjGetProperties {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 32;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code props_ptr}, in bytes. */
    public static final long PROPS_PTR_OFFSET = 0;

    /** Offset of {@code prop_values_ptr}, in bytes. */
    public static final long PROP_VALUES_PTR_OFFSET = 8;

    /** Offset of {@code count_props}, in bytes. */
    public static final long COUNT_PROPS_OFFSET = 16;

    /** Offset of {@code obj_id}, in bytes. */
    public static final long OBJ_ID_OFFSET = 20;

    /** Offset of {@code obj_type}, in bytes. */
    public static final long OBJ_TYPE_OFFSET = 24;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmModeObjGetProperties> TYPE =
            new StructType<>(DrmModeObjGetProperties.class, "drm_mode_obj_get_properties", LAYOUT);

    private DrmModeObjGetProperties() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_LONG.withName("props_ptr"), // 0
                ValueLayout.JAVA_LONG.withName("prop_values_ptr"), // 8
                ValueLayout.JAVA_INT.withName("count_props"), // 16
                ValueLayout.JAVA_INT.withName("obj_id"), // 20
                ValueLayout.JAVA_INT.withName("obj_type"), // 24
                MemoryLayout.paddingLayout(4)); // 28
        return struct.withName("drm_mode_obj_get_properties");
    }

    /**
     * {@code __u64 props_ptr}, offset 0.
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
     * {@code __u64 prop_values_ptr}, offset 8.
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
     * {@code __u32 count_props}, offset 16.
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
     * {@code __u32 obj_id}, offset 20.
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
     * {@code __u32 obj_type}, offset 24.
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
