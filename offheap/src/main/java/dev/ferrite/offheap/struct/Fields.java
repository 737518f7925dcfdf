package dev.ferrite.offheap.struct;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What the accessors of struct classes share: text in char arrays, bit-fields that cross words, flexible tails. */
public final class Fields {
    private Fields() {}

    /**
     * Reads text from a char array: UTF-8, up to the first NUL or the end of the array. Allocates the string.
     *
     * @param s the struct
     * @param offset where the array starts, in bytes
     * @param count its length in bytes
     * @return the text
     */
    public static String getString(MemorySegment s, long offset, int count) {
        byte[] bytes = new byte[count];
        MemorySegment.copy(s, ValueLayout.JAVA_BYTE, offset, bytes, 0, count);
        int length = 0;
        while (length < count && bytes[length] != 0) {
            length++;
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    /**
     * Writes text into a char array: UTF-8, at least one NUL behind it, the rest of the array zero.
     *
     * @param s the struct
     * @param offset where the array starts, in bytes
     * @param count its length in bytes
     * @param value the text
     * @throws IllegalArgumentException if it does not fit, or contains NUL; nothing is written then
     */
    public static void setString(MemorySegment s, long offset, int count, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        if (bytes.length >= count) {
            throw new IllegalArgumentException(
                    "text must be shorter than its array: bytes=" + bytes.length + " array=" + count);
        }
        if (value.indexOf(0) >= 0) {
            throw new IllegalArgumentException("text must not contain NUL: at=" + value.indexOf(0));
        }
        MemorySegment.copy(Arrays.copyOf(bytes, count), 0, s, ValueLayout.JAVA_BYTE, offset, count);
    }

    /**
     * Reads bits from anywhere, byte by byte; the lowest bit of the first byte is bit 0.
     *
     * @param s the struct
     * @param bitOffset the first bit
     * @param bits how many, 1 to 64
     * @return the bits, zero-extended
     */
    public static long getBits(MemorySegment s, long bitOffset, int bits) {
        long value = 0;
        for (int done = 0; done < bits; ) {
            int shift = (int) ((bitOffset + done) & 7);
            int here = Math.min(8 - shift, bits - done);
            long part = (s.get(ValueLayout.JAVA_BYTE, (bitOffset + done) >>> 3) & 0xFFL) >>> shift;
            value |= (part & ((1L << here) - 1)) << done;
            done += here;
        }
        return value;
    }

    /**
     * Writes bits anywhere, byte by byte, and keeps their neighbours.
     *
     * @param s the struct
     * @param bitOffset the first bit
     * @param bits how many, 1 to 64
     * @param value the bits; higher ones are dropped
     */
    public static void setBits(MemorySegment s, long bitOffset, int bits, long value) {
        for (int done = 0; done < bits; ) {
            int shift = (int) ((bitOffset + done) & 7);
            int here = Math.min(8 - shift, bits - done);
            long at = (bitOffset + done) >>> 3;
            int mask = ((1 << here) - 1) << shift;
            int part = (int) (value >>> done) << shift;
            s.set(ValueLayout.JAVA_BYTE, at, (byte) ((s.get(ValueLayout.JAVA_BYTE, at) & ~mask) | (part & mask)));
            done += here;
        }
    }

    /**
     * The size of a struct with a flexible array at its end: the kernel's {@code struct_size()}.
     *
     * @param sizeof the size without elements
     * @param offset where the array starts
     * @param stride the size of an element
     * @param count how many elements, 0 or more
     * @return the larger of {@code sizeof} and the end of the last element
     * @throws IllegalArgumentException if the count is negative
     * @throws ArithmeticException if it does not fit a long
     */
    public static long sizeWith(long sizeof, long offset, long stride, long count) {
        if (count < 0) {
            throw new IllegalArgumentException("count must not be negative: count=" + count);
        }
        return Math.max(sizeof, Math.addExact(offset, Math.multiplyExact(stride, count)));
    }
}
