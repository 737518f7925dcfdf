// Generated from sync_file.h: edit the source, not this file.
package dev.ferrite.offheap.uapi;

import dev.ferrite.offheap.StructType;
import dev.ferrite.offheap.struct.Fields;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.util.Objects;

/**
 * {@code struct sync_fence_info}: 80 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0    32  char obj_name[32]
 *     32    32  char driver_name[32]
 *     64     4  __s32 status
 *     68     4  __u32 flags
 *     72     8  __u64 timestamp_ns
 * }</pre>
 */
public final class SyncFenceInfo {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 80;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code obj_name}, in bytes. */
    public static final long OBJ_NAME_OFFSET = 0;

    /** Number of elements of {@code obj_name}. */
    public static final long OBJ_NAME_COUNT = 32;

    /** Offset of {@code driver_name}, in bytes. */
    public static final long DRIVER_NAME_OFFSET = 32;

    /** Number of elements of {@code driver_name}. */
    public static final long DRIVER_NAME_COUNT = 32;

    /** Offset of {@code status}, in bytes. */
    public static final long STATUS_OFFSET = 64;

    /** Offset of {@code flags}, in bytes. */
    public static final long FLAGS_OFFSET = 68;

    /** Offset of {@code timestamp_ns}, in bytes. */
    public static final long TIMESTAMP_NS_OFFSET = 72;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<SyncFenceInfo> TYPE =
            new StructType<>(SyncFenceInfo.class, "sync_fence_info", LAYOUT);

    private SyncFenceInfo() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                MemoryLayout.sequenceLayout(32, ValueLayout.JAVA_BYTE).withName("obj_name"), // 0
                MemoryLayout.sequenceLayout(32, ValueLayout.JAVA_BYTE).withName("driver_name"), // 32
                ValueLayout.JAVA_INT.withName("status"), // 64
                ValueLayout.JAVA_INT.withName("flags"), // 68
                ValueLayout.JAVA_LONG.withName("timestamp_ns")); // 72
        return struct.withName("sync_fence_info");
    }

    /**
     * {@code char obj_name[32]}, offset 0.
     *
     * @param s the struct
     * @return a view of the whole array
     */
    public static MemorySegment objName(MemorySegment s) {
        return s.asSlice(OBJ_NAME_OFFSET, 32);
    }

    /**
     * Reads an element of {@code obj_name}.
     *
     * @param s the struct
     * @param index 0 to 31
     * @return a signed 8-bit number
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static byte objName(MemorySegment s, long index) {
        long at = OBJ_NAME_OFFSET + Objects.checkIndex(index, 32);
        return s.get(ValueLayout.JAVA_BYTE, at);
    }

    /**
     * Writes an element of {@code obj_name}.
     *
     * @param s the struct
     * @param index 0 to 31
     * @param value a signed 8-bit number
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static void objName(MemorySegment s, long index, byte value) {
        long at = OBJ_NAME_OFFSET + Objects.checkIndex(index, 32);
        s.set(ValueLayout.JAVA_BYTE, at, value);
    }

    /**
     * Reads {@code obj_name} as text: UTF-8, up to the first NUL or the end of the array.
     *
     * @param s the struct
     * @return the text
     */
    public static String objNameString(MemorySegment s) {
        return Fields.getString(s, OBJ_NAME_OFFSET, 32);
    }

    /**
     * Writes {@code obj_name} as text: UTF-8, the rest of the array zero.
     *
     * @param s the struct
     * @param value the text
     * @throws IllegalArgumentException if it has more than 31 bytes, or contains NUL
     */
    public static void objNameString(MemorySegment s, String value) {
        Fields.setString(s, OBJ_NAME_OFFSET, 32, value);
    }

    /**
     * {@code char driver_name[32]}, offset 32.
     *
     * @param s the struct
     * @return a view of the whole array
     */
    public static MemorySegment driverName(MemorySegment s) {
        return s.asSlice(DRIVER_NAME_OFFSET, 32);
    }

    /**
     * Reads an element of {@code driver_name}.
     *
     * @param s the struct
     * @param index 0 to 31
     * @return a signed 8-bit number
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static byte driverName(MemorySegment s, long index) {
        long at = DRIVER_NAME_OFFSET + Objects.checkIndex(index, 32);
        return s.get(ValueLayout.JAVA_BYTE, at);
    }

    /**
     * Writes an element of {@code driver_name}.
     *
     * @param s the struct
     * @param index 0 to 31
     * @param value a signed 8-bit number
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static void driverName(MemorySegment s, long index, byte value) {
        long at = DRIVER_NAME_OFFSET + Objects.checkIndex(index, 32);
        s.set(ValueLayout.JAVA_BYTE, at, value);
    }

    /**
     * Reads {@code driver_name} as text: UTF-8, up to the first NUL or the end of the array.
     *
     * @param s the struct
     * @return the text
     */
    public static String driverNameString(MemorySegment s) {
        return Fields.getString(s, DRIVER_NAME_OFFSET, 32);
    }

    /**
     * Writes {@code driver_name} as text: UTF-8, the rest of the array zero.
     *
     * @param s the struct
     * @param value the text
     * @throws IllegalArgumentException if it has more than 31 bytes, or contains NUL
     */
    public static void driverNameString(MemorySegment s, String value) {
        Fields.setString(s, DRIVER_NAME_OFFSET, 32, value);
    }

    /**
     * {@code __s32 status}, offset 64.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int status(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, STATUS_OFFSET);
    }

    /**
     * Writes {@code status}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void status(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, STATUS_OFFSET, value);
    }

    /**
     * {@code __u32 flags}, offset 68.
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
     * {@code __u64 timestamp_ns}, offset 72.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long timestampNs(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, TIMESTAMP_NS_OFFSET);
    }

    /**
     * Writes {@code timestamp_ns}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void timestampNs(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, TIMESTAMP_NS_OFFSET, value);
    }
}
