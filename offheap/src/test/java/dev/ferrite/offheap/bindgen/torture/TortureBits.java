// Generated from torture.h: edit the source, not this file.
package dev.ferrite.offheap.bindgen.torture;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct torture_bits}: 48 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *    0:0    1b  unsigned int a : 1
 *    0:1    3b  unsigned int b : 3
 *    0:4    5b  int c : 5
 *    1:4   20b  unsigned int d : 20
 *    8:0   33b  uint64_t e : 33
 *   12:1   31b  int64_t f : 31
 *   16:0    1b  _Bool g : 1
 *   16:1    7b  uint8_t h : 7
 *   24:0   64b  uint64_t all : 64
 *   32:0   32b  unsigned int full : 32
 *   36:0   32b  int sfull : 32
 *   40:0    4b  enum torture_color color : 4
 *     44     4  int after
 * }</pre>
 */
public final class TortureBits {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 48;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code a}, in bits. */
    public static final long A_BIT_OFFSET = 0;

    /** Width of {@code a}, in bits. */
    public static final int A_BITS = 1;

    /** Offset of {@code b}, in bits. */
    public static final long B_BIT_OFFSET = 1;

    /** Width of {@code b}, in bits. */
    public static final int B_BITS = 3;

    /** Offset of {@code c}, in bits. */
    public static final long C_BIT_OFFSET = 4;

    /** Width of {@code c}, in bits. */
    public static final int C_BITS = 5;

    /** Offset of {@code d}, in bits. */
    public static final long D_BIT_OFFSET = 12;

    /** Width of {@code d}, in bits. */
    public static final int D_BITS = 20;

    /** Offset of {@code e}, in bits. */
    public static final long E_BIT_OFFSET = 64;

    /** Width of {@code e}, in bits. */
    public static final int E_BITS = 33;

    /** Offset of {@code f}, in bits. */
    public static final long F_BIT_OFFSET = 97;

    /** Width of {@code f}, in bits. */
    public static final int F_BITS = 31;

    /** Offset of {@code g}, in bits. */
    public static final long G_BIT_OFFSET = 128;

    /** Width of {@code g}, in bits. */
    public static final int G_BITS = 1;

    /** Offset of {@code h}, in bits. */
    public static final long H_BIT_OFFSET = 129;

    /** Width of {@code h}, in bits. */
    public static final int H_BITS = 7;

    /** Offset of {@code all}, in bits. */
    public static final long ALL_BIT_OFFSET = 192;

    /** Width of {@code all}, in bits. */
    public static final int ALL_BITS = 64;

    /** Offset of {@code full}, in bits. */
    public static final long FULL_BIT_OFFSET = 256;

    /** Width of {@code full}, in bits. */
    public static final int FULL_BITS = 32;

    /** Offset of {@code sfull}, in bits. */
    public static final long SFULL_BIT_OFFSET = 288;

    /** Width of {@code sfull}, in bits. */
    public static final int SFULL_BITS = 32;

    /** Offset of {@code color}, in bits. */
    public static final long COLOR_BIT_OFFSET = 320;

    /** Width of {@code color}, in bits. */
    public static final int COLOR_BITS = 4;

    /** Offset of {@code after}, in bytes. */
    public static final long AFTER_OFFSET = 44;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<TortureBits> TYPE = new StructType<>(TortureBits.class, "torture_bits", LAYOUT);

    private TortureBits() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                MemoryLayout.paddingLayout(44)
                        .withName("a:1 b:3 c:5 d:20 e:33 f:31 g:1 h:7 all:64 full:32 sfull:32 color:4"), // 0
                ValueLayout.JAVA_INT.withName("after")); // 44
        return struct.withName("torture_bits").withByteAlignment(ALIGNOF);
    }

    /**
     * {@code unsigned int a : 1}, bits 0 to 0.
     *
     * @param s the struct
     * @return a number of 1 bit
     */
    public static int a(MemorySegment s) {
        int word = s.get(ValueLayout.JAVA_BYTE, 0);
        return word & 0x1;
    }

    /**
     * Writes {@code a} and keeps its neighbours.
     *
     * @param s the struct
     * @param value a number of 1 bit; higher bits are dropped
     */
    public static void a(MemorySegment s, int value) {
        int others = s.get(ValueLayout.JAVA_BYTE, 0) & ~0x1;
        s.set(ValueLayout.JAVA_BYTE, 0, (byte) (others | (value & 0x1)));
    }

    /**
     * {@code unsigned int b : 3}, bits 1 to 3.
     *
     * @param s the struct
     * @return a number of 3 bits
     */
    public static int b(MemorySegment s) {
        int word = s.get(ValueLayout.JAVA_BYTE, 0);
        return (word >>> 1) & 0x7;
    }

    /**
     * Writes {@code b} and keeps its neighbours.
     *
     * @param s the struct
     * @param value a number of 3 bits; higher bits are dropped
     */
    public static void b(MemorySegment s, int value) {
        int others = s.get(ValueLayout.JAVA_BYTE, 0) & ~(0x7 << 1);
        s.set(ValueLayout.JAVA_BYTE, 0, (byte) (others | ((value & 0x7) << 1)));
    }

    /**
     * {@code int c : 5}, bits 4 to 8.
     *
     * @param s the struct
     * @return a number of signed 5 bits
     */
    public static int c(MemorySegment s) {
        int word = s.get(ValueLayout.JAVA_SHORT, 0);
        return ((word << 23) >> 27);
    }

    /**
     * Writes {@code c} and keeps its neighbours.
     *
     * @param s the struct
     * @param value a number of signed 5 bits; higher bits are dropped
     */
    public static void c(MemorySegment s, int value) {
        int others = s.get(ValueLayout.JAVA_SHORT, 0) & ~(0x1f << 4);
        s.set(ValueLayout.JAVA_SHORT, 0, (short) (others | ((value & 0x1f) << 4)));
    }

    /**
     * {@code unsigned int d : 20}, bits 12 to 31.
     *
     * @param s the struct
     * @return a number of 20 bits
     */
    public static int d(MemorySegment s) {
        int word = s.get(ValueLayout.JAVA_INT, 0);
        return (word >>> 12) & 0xfffff;
    }

    /**
     * Writes {@code d} and keeps its neighbours.
     *
     * @param s the struct
     * @param value a number of 20 bits; higher bits are dropped
     */
    public static void d(MemorySegment s, int value) {
        int others = s.get(ValueLayout.JAVA_INT, 0) & ~(0xfffff << 12);
        s.set(ValueLayout.JAVA_INT, 0, others | ((value & 0xfffff) << 12));
    }

    /**
     * {@code uint64_t e : 33}, bits 64 to 96.
     *
     * @param s the struct
     * @return a number of 33 bits
     */
    public static long e(MemorySegment s) {
        long word = s.get(ValueLayout.JAVA_LONG, 8);
        return word & 0x1ffffffffL;
    }

    /**
     * Writes {@code e} and keeps its neighbours.
     *
     * @param s the struct
     * @param value a number of 33 bits; higher bits are dropped
     */
    public static void e(MemorySegment s, long value) {
        long others = s.get(ValueLayout.JAVA_LONG, 8) & ~0x1ffffffffL;
        s.set(ValueLayout.JAVA_LONG, 8, others | (value & 0x1ffffffffL));
    }

    /**
     * {@code int64_t f : 31}, bits 97 to 127.
     *
     * @param s the struct
     * @return a number of signed 31 bits
     */
    public static int f(MemorySegment s) {
        int word = s.get(ValueLayout.JAVA_INT, 12);
        return (word >> 1);
    }

    /**
     * Writes {@code f} and keeps its neighbours.
     *
     * @param s the struct
     * @param value a number of signed 31 bits; higher bits are dropped
     */
    public static void f(MemorySegment s, int value) {
        int others = s.get(ValueLayout.JAVA_INT, 12) & ~(0x7fffffff << 1);
        s.set(ValueLayout.JAVA_INT, 12, others | ((value & 0x7fffffff) << 1));
    }

    /**
     * {@code _Bool g : 1}, bits 128 to 128.
     *
     * @param s the struct
     * @return whether it is set
     */
    public static boolean g(MemorySegment s) {
        int word = s.get(ValueLayout.JAVA_BYTE, 16);
        return (word & 0x1) != 0;
    }

    /**
     * Writes {@code g} and keeps its neighbours.
     *
     * @param s the struct
     * @param value whether it is set
     */
    public static void g(MemorySegment s, boolean value) {
        int others = s.get(ValueLayout.JAVA_BYTE, 16) & ~0x1;
        s.set(ValueLayout.JAVA_BYTE, 16, (byte) (others | ((value ? 1 : 0) & 0x1)));
    }

    /**
     * {@code uint8_t h : 7}, bits 129 to 135.
     *
     * @param s the struct
     * @return a number of 7 bits
     */
    public static int h(MemorySegment s) {
        int word = s.get(ValueLayout.JAVA_BYTE, 16);
        return (word >>> 1) & 0x7f;
    }

    /**
     * Writes {@code h} and keeps its neighbours.
     *
     * @param s the struct
     * @param value a number of 7 bits; higher bits are dropped
     */
    public static void h(MemorySegment s, int value) {
        int others = s.get(ValueLayout.JAVA_BYTE, 16) & ~(0x7f << 1);
        s.set(ValueLayout.JAVA_BYTE, 16, (byte) (others | ((value & 0x7f) << 1)));
    }

    /**
     * {@code uint64_t all : 64}, bits 192 to 255.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long all(MemorySegment s) {
        long word = s.get(ValueLayout.JAVA_LONG, 24);
        return word;
    }

    /**
     * Writes {@code all} and keeps its neighbours.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number; higher bits are dropped
     */
    public static void all(MemorySegment s, long value) {
        long others = s.get(ValueLayout.JAVA_LONG, 24) & ~0xffffffffffffffffL;
        s.set(ValueLayout.JAVA_LONG, 24, others | (value & 0xffffffffffffffffL));
    }

    /**
     * {@code unsigned int full : 32}, bits 256 to 287.
     *
     * @param s the struct
     * @return a number of 32 bits
     */
    public static long full(MemorySegment s) {
        int word = s.get(ValueLayout.JAVA_INT, 32);
        return Integer.toUnsignedLong(word);
    }

    /**
     * Writes {@code full} and keeps its neighbours.
     *
     * @param s the struct
     * @param value a number of 32 bits; higher bits are dropped
     */
    public static void full(MemorySegment s, long value) {
        int others = s.get(ValueLayout.JAVA_INT, 32) & ~0xffffffff;
        s.set(ValueLayout.JAVA_INT, 32, others | ((int) value & 0xffffffff));
    }

    /**
     * {@code int sfull : 32}, bits 288 to 319.
     *
     * @param s the struct
     * @return a number of signed 32 bits
     */
    public static int sfull(MemorySegment s) {
        int word = s.get(ValueLayout.JAVA_INT, 36);
        return word;
    }

    /**
     * Writes {@code sfull} and keeps its neighbours.
     *
     * @param s the struct
     * @param value a number of signed 32 bits; higher bits are dropped
     */
    public static void sfull(MemorySegment s, int value) {
        int others = s.get(ValueLayout.JAVA_INT, 36) & ~0xffffffff;
        s.set(ValueLayout.JAVA_INT, 36, others | (value & 0xffffffff));
    }

    /**
     * {@code enum torture_color color : 4}, bits 320 to 323.
     *
     * @param s the struct
     * @return a number of signed 4 bits
     */
    public static int color(MemorySegment s) {
        int word = s.get(ValueLayout.JAVA_BYTE, 40);
        return ((word << 28) >> 28);
    }

    /**
     * Writes {@code color} and keeps its neighbours.
     *
     * @param s the struct
     * @param value a number of signed 4 bits; higher bits are dropped
     */
    public static void color(MemorySegment s, int value) {
        int others = s.get(ValueLayout.JAVA_BYTE, 40) & ~0xf;
        s.set(ValueLayout.JAVA_BYTE, 40, (byte) (others | (value & 0xf)));
    }

    /**
     * {@code int after}, offset 44.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int after(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, AFTER_OFFSET);
    }

    /**
     * Writes {@code after}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void after(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, AFTER_OFFSET, value);
    }
}
