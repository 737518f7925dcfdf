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
 * {@code struct sync_file_info}: 56 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0    32  char name[32]
 *     32     4  __s32 status
 *     36     4  __u32 flags
 *     40     4  __u32 num_fences
 *     44     4  __u32 pad
 *     48     8  __u64 sync_fence_info
 * }</pre>
 */
public final class SyncFileInfo {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 56;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code name}, in bytes. */
    public static final long NAME_OFFSET = 0;

    /** Number of elements of {@code name}. */
    public static final long NAME_COUNT = 32;

    /** Offset of {@code status}, in bytes. */
    public static final long STATUS_OFFSET = 32;

    /** Offset of {@code flags}, in bytes. */
    public static final long FLAGS_OFFSET = 36;

    /** Offset of {@code num_fences}, in bytes. */
    public static final long NUM_FENCES_OFFSET = 40;

    /** Offset of {@code pad}, in bytes. */
    public static final long PAD_OFFSET = 44;

    /** Offset of {@code sync_fence_info}, in bytes. */
    public static final long SYNC_FENCE_INFO_OFFSET = 48;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<SyncFileInfo> TYPE = new StructType<>(SyncFileInfo.class, "sync_file_info", LAYOUT);

    private SyncFileInfo() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                MemoryLayout.sequenceLayout(32, ValueLayout.JAVA_BYTE).withName("name"), // 0
                ValueLayout.JAVA_INT.withName("status"), // 32
                ValueLayout.JAVA_INT.withName("flags"), // 36
                ValueLayout.JAVA_INT.withName("num_fences"), // 40
                ValueLayout.JAVA_INT.withName("pad"), // 44
                ValueLayout.JAVA_LONG.withName("sync_fence_info")); // 48
        return struct.withName("sync_file_info");
    }

    /**
     * {@code char name[32]}, offset 0.
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

    /**
     * {@code __s32 status}, offset 32.
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
     * {@code __u32 flags}, offset 36.
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
     * {@code __u32 num_fences}, offset 40.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int numFences(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, NUM_FENCES_OFFSET);
    }

    /**
     * Writes {@code num_fences}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void numFences(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, NUM_FENCES_OFFSET, value);
    }

    /**
     * {@code __u32 pad}, offset 44.
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

    /**
     * {@code __u64 sync_fence_info}, offset 48.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long syncFenceInfo(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, SYNC_FENCE_INFO_OFFSET);
    }

    /**
     * Writes {@code sync_fence_info}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void syncFenceInfo(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, SYNC_FENCE_INFO_OFFSET, value);
    }
}
