// Generated from drm_mode.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_mode_atomic}: 56 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  __u32 flags
 *      4     4  __u32 count_objs
 *      8     8  __u64 objs_ptr
 *     16     8  __u64 count_props_ptr
 *     24     8  __u64 props_ptr
 *     32     8  __u64 prop_values_ptr
 *     40     8  __u64 reserved
 *     48     8  __u64 user_data
 * }</pre>
 */
public final class DrmModeAtomic {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 56;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code flags}, in bytes. */
    public static final long FLAGS_OFFSET = 0;

    /** Offset of {@code count_objs}, in bytes. */
    public static final long COUNT_OBJS_OFFSET = 4;

    /** Offset of {@code objs_ptr}, in bytes. */
    public static final long OBJS_PTR_OFFSET = 8;

    /** Offset of {@code count_props_ptr}, in bytes. */
    public static final long COUNT_PROPS_PTR_OFFSET = 16;

    /** Offset of {@code props_ptr}, in bytes. */
    public static final long PROPS_PTR_OFFSET = 24;

    /** Offset of {@code prop_values_ptr}, in bytes. */
    public static final long PROP_VALUES_PTR_OFFSET = 32;

    /** Offset of {@code reserved}, in bytes. */
    public static final long RESERVED_OFFSET = 40;

    /** Offset of {@code user_data}, in bytes. */
    public static final long USER_DATA_OFFSET = 48;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmModeAtomic> TYPE =
            new StructType<>(DrmModeAtomic.class, "drm_mode_atomic", LAYOUT);

    private DrmModeAtomic() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_INT.withName("flags"), // 0
                ValueLayout.JAVA_INT.withName("count_objs"), // 4
                ValueLayout.JAVA_LONG.withName("objs_ptr"), // 8
                ValueLayout.JAVA_LONG.withName("count_props_ptr"), // 16
                ValueLayout.JAVA_LONG.withName("props_ptr"), // 24
                ValueLayout.JAVA_LONG.withName("prop_values_ptr"), // 32
                ValueLayout.JAVA_LONG.withName("reserved"), // 40
                ValueLayout.JAVA_LONG.withName("user_data")); // 48
        return struct.withName("drm_mode_atomic");
    }

    /**
     * {@code __u32 flags}, offset 0.
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
     * {@code __u32 count_objs}, offset 4.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int countObjs(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, COUNT_OBJS_OFFSET);
    }

    /**
     * Writes {@code count_objs}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void countObjs(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, COUNT_OBJS_OFFSET, value);
    }

    /**
     * {@code __u64 objs_ptr}, offset 8.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long objsPtr(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, OBJS_PTR_OFFSET);
    }

    /**
     * Writes {@code objs_ptr}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void objsPtr(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, OBJS_PTR_OFFSET, value);
    }

    /**
     * {@code __u64 count_props_ptr}, offset 16.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long countPropsPtr(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, COUNT_PROPS_PTR_OFFSET);
    }

    /**
     * Writes {@code count_props_ptr}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void countPropsPtr(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, COUNT_PROPS_PTR_OFFSET, value);
    }

    /**
     * {@code __u64 props_ptr}, offset 24.
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
     * {@code __u64 prop_values_ptr}, offset 32.
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
     * {@code __u64 reserved}, offset 40.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long reserved(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, RESERVED_OFFSET);
    }

    /**
     * Writes {@code reserved}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void reserved(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, RESERVED_OFFSET, value);
    }

    /**
     * {@code __u64 user_data}, offset 48.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long userData(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, USER_DATA_OFFSET);
    }

    /**
     * Writes {@code user_data}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void userData(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, USER_DATA_OFFSET, value);
    }
}
