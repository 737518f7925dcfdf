// Generated from drm.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.util.Objects;

/**
 * {@code struct drm_stats}: 248 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     8  long unsigned int count
 *      8   240  struct {...} data[15]
 * }</pre>
 */
public final class DrmStats {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 248;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code count}, in bytes. */
    public static final long COUNT_OFFSET = 0;

    /** Offset of {@code data}, in bytes. */
    public static final long DATA_OFFSET = 8;

    /** Number of elements of {@code data}. */
    public static final long DATA_COUNT = 15;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmStats> TYPE = new StructType<>(DrmStats.class, "drm_stats", LAYOUT);

    private DrmStats() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_LONG.withName("count"), // 0
                MemoryLayout.sequenceLayout(15, Data.LAYOUT).withName("data")); // 8
        return struct.withName("drm_stats");
    }

    /**
     * {@code long unsigned int count}, offset 0.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long count(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, COUNT_OFFSET);
    }

    /**
     * Writes {@code count}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void count(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, COUNT_OFFSET, value);
    }

    /**
     * {@code struct {...} data[15]}, offset 8.
     *
     * @param s the struct
     * @return a view of the whole array
     */
    public static MemorySegment data(MemorySegment s) {
        return s.asSlice(DATA_OFFSET, 240);
    }

    /**
     * One element of {@code data}.
     *
     * @param s the struct
     * @param index 0 to 14
     * @return a view of the element
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static MemorySegment data(MemorySegment s, long index) {
        long at = DATA_OFFSET + Objects.checkIndex(index, 15) * 16;
        return s.asSlice(at, 16);
    }

    /**
     * {@code struct {...}}: 16 bytes, alignment 8.
     *
     * <pre>{@code
     * offset  size  member
     *      0     8  long unsigned int value
     *      8     4  enum drm_stat_type type
     * }</pre>
     */
    public static final class Data {
        /** {@code sizeof}, in bytes. */
        public static final long SIZEOF = 16;

        /** {@code _Alignof}, in bytes. */
        public static final long ALIGNOF = 8;

        /** Offset of {@code value}, in bytes. */
        public static final long VALUE_OFFSET = 0;

        /** Offset of {@code type}, in bytes. */
        public static final long TYPE_OFFSET = 8;

        /** The layout, padding included. */
        public static final StructLayout LAYOUT = layout();

        /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
        public static final StructType<Data> TYPE = new StructType<>(Data.class, "", LAYOUT);

        private Data() {}

        private static StructLayout layout() {
            StructLayout struct = MemoryLayout.structLayout(
                    ValueLayout.JAVA_LONG.withName("value"), // 0
                    ValueLayout.JAVA_INT.withName("type"), // 8
                    MemoryLayout.paddingLayout(4)); // 12
            return struct.withName("");
        }

        /**
         * {@code long unsigned int value}, offset 0.
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
         * {@code enum drm_stat_type type}, offset 8.
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
    }
}
