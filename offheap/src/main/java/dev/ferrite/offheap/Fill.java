package dev.ferrite.offheap;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Fills memory at the speed of the C library's {@code memset}, with a byte or a word.
 *
 * <p>Plain accesses. A fault (a file cut short under its mapping) is an {@link InternalError}, as in
 * {@link MemorySegment#fill}, and never the end of the JVM. Allocates nothing. Thread-safe.
 */
public final class Fill {
    /*
     * Three ways to fill, measured on the pages of a memfd (perf, Bandwidth), time relative to memset from 4 KiB to 4 MiB:
     *
     *   MemorySegment.fill                         1.6 to 2.1
     *   copies of the first 4 KiB over the rest    1.03 to 1.09: reads as much as it writes, though from the first cache
     *   a loop over longs that C2 has vectorised   1.00
     *
     * A call into memset itself would be 1.00, too, but a fault in C code ends the JVM.
     *
     * Until C2 has compiled it, the loop takes from ten to a thousand times what copies take: 20 ms for the first MiB. So it
     * is put to use only when it has shown that it is fast. Until then each call has it fill LESSON words, by the clock,
     * which is also what makes the compiler notice it, and copies these over the rest. A JVM without C2 goes on copying, for
     * a quarter of a microsecond more a call.
     *
     * passed is plain: a count that a race loses is one lesson more.
     */
    private static final int SMALL = 1024;
    private static final int LESSON = SMALL / Long.BYTES;
    private static final int SOURCE = 4096;
    private static final long BLOCK = 1L << 30;

    /** Vectorised and with the clock: 50 ns here. Compiled by C1: 400. */
    private static final long FAST_NANOS = 150;

    /** So many fast lessons in a row are no accident of the clock. */
    private static final int ENOUGH = 16;

    private static int passed;

    private Fill() {}

    /**
     * Fills with one byte.
     *
     * @param to what to fill; fast if it is plain off-heap memory
     * @param value the byte
     * @throws IllegalArgumentException if it is read-only
     * @throws IllegalStateException if it is closed
     */
    public static void bytes(MemorySegment to, byte value) {
        if (to.byteSize() < SMALL || !to.isNative() || to.isMapped()) {
            to.fill(value);
        } else {
            pattern(to, (value & 0xFFL) * 0x0101_0101_0101_0101L);
        }
    }

    /**
     * Fills with one word, such as a pixel; the first starts at the first byte, in native order.
     *
     * @param to what to fill, a multiple of 4 bytes long; fast if it is plain off-heap memory
     * @param value the word
     * @throws IllegalArgumentException if it is read-only, or of another length
     * @throws IllegalStateException if it is closed
     */
    public static void ints(MemorySegment to, int value) {
        if (to.byteSize() % Integer.BYTES != 0) {
            throw new IllegalArgumentException("length must be a multiple of 4: length=" + to.byteSize());
        }
        pattern(to, (value & 0xFFFF_FFFFL) * 0x1_0000_0001L);
    }

    private static void pattern(MemorySegment to, long pattern) {
        long bytes = to.byteSize();
        if (passed < ENOUGH && bytes >= SMALL) {
            lesson(to, pattern);
            spread(to, SMALL);
            return;
        }
        if (bytes <= BLOCK) {
            loop(to, (int) (bytes / Long.BYTES), pattern);
        } else {
            blocks(to, pattern);
        }
        if (bytes % Long.BYTES != 0) {
            rest(to, pattern);
        }
    }

    private static void blocks(MemorySegment to, long pattern) {
        for (long at = 0; at < to.byteSize(); at += BLOCK) {
            MemorySegment block = to.asSlice(at, Math.min(BLOCK, to.byteSize() - at));
            loop(block, (int) (block.byteSize() / Long.BYTES), pattern);
        }
    }

    /** The last bytes: by a word that overlaps what is filled already, where there is room for one. */
    private static void rest(MemorySegment to, long pattern) {
        long bytes = to.byteSize();
        if (bytes > Long.BYTES) {
            to.set(ValueLayout.JAVA_LONG_UNALIGNED, bytes - Long.BYTES, pattern);
        } else {
            to.set(ValueLayout.JAVA_INT_UNALIGNED, 0, (int) pattern);
        }
    }

    /** Fills the start by the loop, and takes its time. */
    private static void lesson(MemorySegment to, long pattern) {
        long start = System.nanoTime();
        loop(to, LESSON, pattern);
        passed = System.nanoTime() - start <= FAST_NANOS ? passed + 1 : 0;
    }

    /** Stores words from the start on. */
    private static void loop(MemorySegment to, int words, long pattern) {
        for (int i = 0; i < words; i++) {
            to.set(ValueLayout.JAVA_LONG_UNALIGNED, (long) i * Long.BYTES, pattern);
        }
    }

    /** Copies the start over the rest, in growing pieces up to what stays in the first cache. */
    private static void spread(MemorySegment to, int start) {
        long bytes = to.byteSize();
        long done = start;
        while (done < bytes) {
            long piece = Math.min(Math.min(done, SOURCE), bytes - done);
            MemorySegment.copy(to, 0, to, done, piece);
            done += piece;
        }
    }
}
