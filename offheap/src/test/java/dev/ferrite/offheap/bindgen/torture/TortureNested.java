// Generated from torture.h: edit the source, not this file.
package dev.ferrite.offheap.bindgen.torture;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.util.Objects;

/**
 * {@code struct torture_nested}: 96 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     1  char first
 *      4     8  struct torture_inner inner
 *     12     4  int i
 *     12     4  float f
 *     12     2  short int low
 *     14     2  short int high
 *     16    72  struct {...} data[3]
 *     88     8  union {...} both
 * }</pre>
 */
public final class TortureNested {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 96;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code first}, in bytes. */
    public static final long FIRST_OFFSET = 0;

    /** Offset of {@code inner}, in bytes. */
    public static final long INNER_OFFSET = 4;

    /** Offset of {@code i}, in bytes. */
    public static final long I_OFFSET = 12;

    /** Offset of {@code f}, in bytes. */
    public static final long F_OFFSET = 12;

    /** Offset of {@code low}, in bytes. */
    public static final long LOW_OFFSET = 12;

    /** Offset of {@code high}, in bytes. */
    public static final long HIGH_OFFSET = 14;

    /** Offset of {@code data}, in bytes. */
    public static final long DATA_OFFSET = 16;

    /** Number of elements of {@code data}. */
    public static final long DATA_COUNT = 3;

    /** Offset of {@code both}, in bytes. */
    public static final long BOTH_OFFSET = 88;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<TortureNested> TYPE =
            new StructType<>(TortureNested.class, "torture_nested", LAYOUT);

    private TortureNested() {}

    private static StructLayout layout() {
        MemoryLayout part1 = MemoryLayout.structLayout(
                ValueLayout.JAVA_SHORT.withName("low"), // 12
                ValueLayout.JAVA_SHORT.withName("high")); // 14
        MemoryLayout part2 = MemoryLayout.unionLayout(
                ValueLayout.JAVA_INT.withName("i"), // 12
                ValueLayout.JAVA_FLOAT.withName("f"), // 12
                part1); // 12
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_BYTE.withName("first"), // 0
                MemoryLayout.paddingLayout(3), // 1
                TortureInner.LAYOUT.withName("inner"), // 4
                part2, // 12
                MemoryLayout.sequenceLayout(3, Data.LAYOUT).withName("data"), // 16
                Both.LAYOUT.withName("both")); // 88
        return struct.withName("torture_nested");
    }

    /**
     * {@code char first}, offset 0.
     *
     * @param s the struct
     * @return a signed 8-bit number
     */
    public static byte first(MemorySegment s) {
        return s.get(ValueLayout.JAVA_BYTE, FIRST_OFFSET);
    }

    /**
     * Writes {@code first}.
     *
     * @param s the struct
     * @param value a signed 8-bit number
     */
    public static void first(MemorySegment s, byte value) {
        s.set(ValueLayout.JAVA_BYTE, FIRST_OFFSET, value);
    }

    /**
     * {@code struct torture_inner inner}, offset 4.
     *
     * @param s the struct
     * @return a view of the nested struct
     */
    public static MemorySegment inner(MemorySegment s) {
        return s.asSlice(INNER_OFFSET, 8);
    }

    /**
     * {@code int i}, offset 12.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int i(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, I_OFFSET);
    }

    /**
     * Writes {@code i}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void i(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, I_OFFSET, value);
    }

    /**
     * {@code float f}, offset 12.
     *
     * @param s the struct
     * @return the value
     */
    public static float f(MemorySegment s) {
        return s.get(ValueLayout.JAVA_FLOAT, F_OFFSET);
    }

    /**
     * Writes {@code f}.
     *
     * @param s the struct
     * @param value the value
     */
    public static void f(MemorySegment s, float value) {
        s.set(ValueLayout.JAVA_FLOAT, F_OFFSET, value);
    }

    /**
     * {@code short int low}, offset 12.
     *
     * @param s the struct
     * @return a signed 16-bit number
     */
    public static short low(MemorySegment s) {
        return s.get(ValueLayout.JAVA_SHORT, LOW_OFFSET);
    }

    /**
     * Writes {@code low}.
     *
     * @param s the struct
     * @param value a signed 16-bit number
     */
    public static void low(MemorySegment s, short value) {
        s.set(ValueLayout.JAVA_SHORT, LOW_OFFSET, value);
    }

    /**
     * {@code short int high}, offset 14.
     *
     * @param s the struct
     * @return a signed 16-bit number
     */
    public static short high(MemorySegment s) {
        return s.get(ValueLayout.JAVA_SHORT, HIGH_OFFSET);
    }

    /**
     * Writes {@code high}.
     *
     * @param s the struct
     * @param value a signed 16-bit number
     */
    public static void high(MemorySegment s, short value) {
        s.set(ValueLayout.JAVA_SHORT, HIGH_OFFSET, value);
    }

    /**
     * {@code struct {...} data[3]}, offset 16.
     *
     * @param s the struct
     * @return a view of the whole array
     */
    public static MemorySegment data(MemorySegment s) {
        return s.asSlice(DATA_OFFSET, 72);
    }

    /**
     * One element of {@code data}.
     *
     * @param s the struct
     * @param index 0 to 2
     * @return a view of the element
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static MemorySegment data(MemorySegment s, long index) {
        long at = DATA_OFFSET + Objects.checkIndex(index, 3) * 24;
        return s.asSlice(at, 24);
    }

    /**
     * {@code union {...} both}, offset 88.
     *
     * @param s the struct
     * @return a view of the nested struct
     */
    public static MemorySegment both(MemorySegment s) {
        return s.asSlice(BOTH_OFFSET, 8);
    }

    /**
     * {@code struct {...}}: 24 bytes, alignment 8.
     *
     * <pre>{@code
     * offset  size  member
     *      0     4  int value
     *      8    16  struct {...} further[2]
     * }</pre>
     */
    public static final class Data {
        /** {@code sizeof}, in bytes. */
        public static final long SIZEOF = 24;

        /** {@code _Alignof}, in bytes. */
        public static final long ALIGNOF = 8;

        /** Offset of {@code value}, in bytes. */
        public static final long VALUE_OFFSET = 0;

        /** Offset of {@code further}, in bytes. */
        public static final long FURTHER_OFFSET = 8;

        /** Number of elements of {@code further}. */
        public static final long FURTHER_COUNT = 2;

        /** The layout, padding included. */
        public static final StructLayout LAYOUT = layout();

        /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
        public static final StructType<Data> TYPE = new StructType<>(Data.class, "", LAYOUT);

        private Data() {}

        private static StructLayout layout() {
            StructLayout struct = MemoryLayout.structLayout(
                    ValueLayout.JAVA_INT.withName("value"), // 0
                    MemoryLayout.paddingLayout(4), // 4
                    MemoryLayout.sequenceLayout(2, Further.LAYOUT).withName("further")); // 8
            return struct.withName("");
        }

        /**
         * {@code int value}, offset 0.
         *
         * @param s the struct
         * @return a signed 32-bit number
         */
        public static int value(MemorySegment s) {
            return s.get(ValueLayout.JAVA_INT, VALUE_OFFSET);
        }

        /**
         * Writes {@code value}.
         *
         * @param s the struct
         * @param value a signed 32-bit number
         */
        public static void value(MemorySegment s, int value) {
            s.set(ValueLayout.JAVA_INT, VALUE_OFFSET, value);
        }

        /**
         * {@code struct {...} further[2]}, offset 8.
         *
         * @param s the struct
         * @return a view of the whole array
         */
        public static MemorySegment further(MemorySegment s) {
            return s.asSlice(FURTHER_OFFSET, 16);
        }

        /**
         * One element of {@code further}.
         *
         * @param s the struct
         * @param index 0 to 1
         * @return a view of the element
         * @throws IndexOutOfBoundsException if an index is out of range
         */
        public static MemorySegment further(MemorySegment s, long index) {
            long at = FURTHER_OFFSET + Objects.checkIndex(index, 2) * 8;
            return s.asSlice(at, 8);
        }

        /**
         * {@code struct {...}}: 8 bytes, alignment 8.
         *
         * <pre>{@code
         * offset  size  member
         *      0     8  long int deep
         * }</pre>
         */
        public static final class Further {
            /** {@code sizeof}, in bytes. */
            public static final long SIZEOF = 8;

            /** {@code _Alignof}, in bytes. */
            public static final long ALIGNOF = 8;

            /** Offset of {@code deep}, in bytes. */
            public static final long DEEP_OFFSET = 0;

            /** The layout, padding included. */
            public static final StructLayout LAYOUT = layout();

            /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
            public static final StructType<Further> TYPE = new StructType<>(Further.class, "", LAYOUT);

            private Further() {}

            private static StructLayout layout() {
                StructLayout struct = MemoryLayout.structLayout(ValueLayout.JAVA_LONG.withName("deep"));
                return struct.withName("");
            }

            /**
             * {@code long int deep}, offset 0.
             *
             * @param s the struct
             * @return a signed 64-bit number
             */
            public static long deep(MemorySegment s) {
                return s.get(ValueLayout.JAVA_LONG, DEEP_OFFSET);
            }

            /**
             * Writes {@code deep}.
             *
             * @param s the struct
             * @param value a signed 64-bit number
             */
            public static void deep(MemorySegment s, long value) {
                s.set(ValueLayout.JAVA_LONG, DEEP_OFFSET, value);
            }
        }
    }

    /**
     * {@code union {...}}: 8 bytes, alignment 8.
     *
     * <pre>{@code
     * offset  size  member
     *      0     8  unsigned char bytes[8]
     *      0     8  uint64_t word
     * }</pre>
     */
    public static final class Both {
        /** {@code sizeof}, in bytes. */
        public static final long SIZEOF = 8;

        /** {@code _Alignof}, in bytes. */
        public static final long ALIGNOF = 8;

        /** Offset of {@code bytes}, in bytes. */
        public static final long BYTES_OFFSET = 0;

        /** Number of elements of {@code bytes}. */
        public static final long BYTES_COUNT = 8;

        /** Offset of {@code word}, in bytes. */
        public static final long WORD_OFFSET = 0;

        /** The layout, padding included. */
        public static final StructLayout LAYOUT = layout();

        /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
        public static final StructType<Both> TYPE = new StructType<>(Both.class, "", LAYOUT);

        private Both() {}

        private static StructLayout layout() {
            MemoryLayout members = MemoryLayout.unionLayout(
                    MemoryLayout.sequenceLayout(8, ValueLayout.JAVA_BYTE).withName("bytes"), // 0
                    ValueLayout.JAVA_LONG.withName("word")); // 0
            StructLayout struct = MemoryLayout.structLayout(members);
            return struct.withName("");
        }

        /**
         * {@code unsigned char bytes[8]}, offset 0.
         *
         * @param s the struct
         * @return a view of the whole array
         */
        public static MemorySegment bytes(MemorySegment s) {
            return s.asSlice(BYTES_OFFSET, 8);
        }

        /**
         * Reads an element of {@code bytes}.
         *
         * @param s the struct
         * @param index 0 to 7
         * @return a number of 0 to 255
         * @throws IndexOutOfBoundsException if an index is out of range
         */
        public static int bytes(MemorySegment s, long index) {
            long at = BYTES_OFFSET + Objects.checkIndex(index, 8);
            return Byte.toUnsignedInt(s.get(ValueLayout.JAVA_BYTE, at));
        }

        /**
         * Writes an element of {@code bytes}.
         *
         * @param s the struct
         * @param index 0 to 7
         * @param value a number of 0 to 255
         * @throws IndexOutOfBoundsException if an index is out of range
         */
        public static void bytes(MemorySegment s, long index, int value) {
            long at = BYTES_OFFSET + Objects.checkIndex(index, 8);
            s.set(ValueLayout.JAVA_BYTE, at, (byte) value);
        }

        /**
         * {@code uint64_t word}, offset 0.
         *
         * @param s the struct
         * @return an unsigned 64-bit number
         */
        public static long word(MemorySegment s) {
            return s.get(ValueLayout.JAVA_LONG, WORD_OFFSET);
        }

        /**
         * Writes {@code word}.
         *
         * @param s the struct
         * @param value an unsigned 64-bit number
         */
        public static void word(MemorySegment s, long value) {
            s.set(ValueLayout.JAVA_LONG, WORD_OFFSET, value);
        }
    }
}
