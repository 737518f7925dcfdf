// Generated from atomic_wide_counter.h: edit the source, not this file.
package dev.ferrite.offheap.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code __atomic_wide_counter}: 8 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     8  long long unsigned int __value64
 *      0     8  struct {...} __value32
 * }</pre>
 */
public final class AtomicWideCounter {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 8;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code __value64}, in bytes. */
    public static final long VALUE64_OFFSET = 0;

    /** Offset of {@code __value32}, in bytes. */
    public static final long VALUE32_OFFSET = 0;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<AtomicWideCounter> TYPE =
            new StructType<>(AtomicWideCounter.class, "__atomic_wide_counter", LAYOUT);

    private AtomicWideCounter() {}

    private static StructLayout layout() {
        MemoryLayout members = MemoryLayout.unionLayout(
                ValueLayout.JAVA_LONG.withName("__value64"), // 0
                Value32.LAYOUT.withName("__value32")); // 0
        StructLayout struct = MemoryLayout.structLayout(members);
        return struct.withName("__atomic_wide_counter");
    }

    /**
     * {@code long long unsigned int __value64}, offset 0.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long value64(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, VALUE64_OFFSET);
    }

    /**
     * Writes {@code __value64}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void value64(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, VALUE64_OFFSET, value);
    }

    /**
     * {@code struct {...} __value32}, offset 0.
     *
     * @param s the struct
     * @return a view of the nested struct
     */
    public static MemorySegment value32(MemorySegment s) {
        return s.asSlice(VALUE32_OFFSET, 8);
    }

    /**
     * {@code struct {...}}: 8 bytes, alignment 4.
     *
     * <pre>{@code
     * offset  size  member
     *      0     4  unsigned int __low
     *      4     4  unsigned int __high
     * }</pre>
     */
    public static final class Value32 {
        /** {@code sizeof}, in bytes. */
        public static final long SIZEOF = 8;

        /** {@code _Alignof}, in bytes. */
        public static final long ALIGNOF = 4;

        /** Offset of {@code __low}, in bytes. */
        public static final long LOW_OFFSET = 0;

        /** Offset of {@code __high}, in bytes. */
        public static final long HIGH_OFFSET = 4;

        /** The layout, padding included. */
        public static final StructLayout LAYOUT = layout();

        /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
        public static final StructType<Value32> TYPE = new StructType<>(Value32.class, "", LAYOUT);

        private Value32() {}

        private static StructLayout layout() {
            StructLayout struct = MemoryLayout.structLayout(
                    ValueLayout.JAVA_INT.withName("__low"), // 0
                    ValueLayout.JAVA_INT.withName("__high")); // 4
            return struct.withName("");
        }

        /**
         * {@code unsigned int __low}, offset 0.
         *
         * @param s the struct
         * @return an unsigned 32-bit number
         */
        public static int low(MemorySegment s) {
            return s.get(ValueLayout.JAVA_INT, LOW_OFFSET);
        }

        /**
         * Writes {@code __low}.
         *
         * @param s the struct
         * @param value an unsigned 32-bit number
         */
        public static void low(MemorySegment s, int value) {
            s.set(ValueLayout.JAVA_INT, LOW_OFFSET, value);
        }

        /**
         * {@code unsigned int __high}, offset 4.
         *
         * @param s the struct
         * @return an unsigned 32-bit number
         */
        public static int high(MemorySegment s) {
            return s.get(ValueLayout.JAVA_INT, HIGH_OFFSET);
        }

        /**
         * Writes {@code __high}.
         *
         * @param s the struct
         * @param value an unsigned 32-bit number
         */
        public static void high(MemorySegment s, int value) {
            s.set(ValueLayout.JAVA_INT, HIGH_OFFSET, value);
        }
    }
}
