package dev.ferrite.offheap;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Copies memory at the speed of the C library's {@code memcpy} at any length.
 *
 * <p>Plain accesses. Faults are an {@link InternalError}, as in {@link MemorySegment#copy}. Allocates nothing. Thread-safe.
 */
public final class Copy {
    /*
     * The JDK's stub writes past the caches from 2.5 MB on, where the processor has AVX-512. That pays for what no cache
     * holds, and costs up to 1.7 times the time for frames of a screen, which the last one does. Measured, in microseconds, 32
     * MiB of L3:
     *
     *           memcpy    MemorySegment.copy    in pieces of 1 MiB
     *    3 MiB      71                   119                    69
     *    8 MiB     204                   316                   223
     *   16 MiB     744                   676                   686
     *   64 MiB    6563                  5133                  6308
     *
     * So what is from 2 MiB to 16 MiB long is copied in pieces.
     */
    private static final long LONG = 2L << 20;
    private static final long LONGER = 16L << 20;
    private static final long PIECE = 1L << 20;

    /** A byte that no text of UTF-8 has. */
    private static final long NO_UTF_8 = 0xFF;

    private Copy() {}

    /**
     * Copies a range; the two may overlap.
     *
     * @param from what to read
     * @param fromOffset the first byte to read
     * @param to what to write
     * @param toOffset the first byte to write
     * @param bytes how many, 0 or more
     * @throws IndexOutOfBoundsException if one of the ranges is not within its segment; then nothing is copied
     * @throws IllegalArgumentException if {@code to} is read-only
     * @throws IllegalStateException if one of them is closed
     */
    public static void bytes(MemorySegment from, long fromOffset, MemorySegment to, long toOffset, long bytes) {
        if (bytes < LONG || bytes >= LONGER || mayOverlap(from, fromOffset, to, toOffset, bytes)) {
            MemorySegment.copy(from, fromOffset, to, toOffset, bytes);
            return;
        }
        Objects.checkFromIndexSize(fromOffset, bytes, from.byteSize());
        Objects.checkFromIndexSize(toOffset, bytes, to.byteSize());
        for (long at = 0; at < bytes; at += PIECE) {
            MemorySegment.copy(from, fromOffset + at, to, toOffset + at, Math.min(PIECE, bytes - at));
        }
    }

    /** Then pieces would have to be copied from the right end. Two on the heap may be the same array. */
    private static boolean mayOverlap(
            MemorySegment from, long fromOffset, MemorySegment to, long toOffset, long bytes) {
        if (from.isNative() != to.isNative()) {
            return false;
        }
        return !from.isNative() || Math.abs(from.address() + fromOffset - (to.address() + toOffset)) < bytes;
    }

    /**
     * Copies the text of a string to raw memory if it is ASCII, a byte a character; see {@link Words} for what an address
     * must be. Allocates nothing if it is ASCII.
     *
     * @param from the string
     * @param to where to: room for three bytes a character and nine more, all of which may be overwritten
     * @return whether it is ASCII, a surrogate without its other half being a {@code ?}; if not, what is at {@code to} means nothing
     */
    public static boolean ascii(String from, long to) {
        /*
         * One test and one copy, both intrinsic, if it is ASCII. It is if it takes a byte a character, and then setString
         * ends with the zero at [length], and leaves alone what we put behind that: a byte that UTF-8 never has. (A
         * surrogate without its other half becomes one '?' and so looks like ASCII.) Looking at the bytes costs 4 ns more.
         */
        long mark = to + from.length() + 1;
        Words.setLongPlain(mark & -Long.BYTES, NO_UTF_8 << (mark << 3)); // as a word: what is left of it becomes zero
        Words.ALL.setString(to, from, StandardCharsets.UTF_8);
        return Words.getBytePlain(mark) == (byte) NO_UTF_8;
    }

    /**
     * Copies raw memory; see {@link Words} for what the addresses must be. The ranges may not overlap. Allocates nothing.
     *
     * @param from what to read, aligned to 8 bytes
     * @param to what to write, aligned to 8 bytes
     * @param bytes how many, a multiple of 8
     */
    public static void words(long from, long to, long bytes) {
        if (Words.HEAP) {
            for (long i = 0; i < bytes; i += Long.BYTES) {
                Words.setLongPlain(to + i, Words.getLongPlain(from + i));
            }
        } else {
            MemorySegment.copy(Words.ALL, from, Words.ALL, to, bytes);
        }
    }
}
