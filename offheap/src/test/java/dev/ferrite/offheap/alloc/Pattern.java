package dev.ferrite.offheap.alloc;

import dev.ferrite.offheap.Words;

/** Content that says whose it is: a block handed out twice, or moved wrongly, does not verify. */
final class Pattern {
    private Pattern() {}

    static void write(long address, long size, long seed) {
        long at = 0;
        for (; at + 8 <= size; at += 8) {
            Words.setLongPlain(address + at, value(seed, at));
        }
        for (; at < size; at++) {
            Words.setBytePlain(address + at, (byte) value(seed, at));
        }
    }

    static void verify(long address, long size, long seed) {
        long at = 0;
        for (; at + 8 <= size; at += 8) {
            if (Words.getLongPlain(address + at) != value(seed, at)) {
                throw wrong(address, at, size, seed);
            }
        }
        for (; at < size; at++) {
            if (Words.getBytePlain(address + at) != (byte) value(seed, at)) {
                throw wrong(address, at, size, seed);
            }
        }
    }

    /** Where a block was longer when it was written, whole words hold; the tail may have been bytes then or now. */
    static void verifyPrefix(long address, long size, long seed) {
        verify(address, size & -8, seed);
    }

    private static long value(long seed, long at) {
        return (seed + at) * 0x9E37_79B9_7F4A_7C15L + seed;
    }

    private static AssertionError wrong(long address, long at, long size, long seed) {
        return new AssertionError("content of block 0x" + Long.toHexString(address) + " differs at " + at + " of "
                + size + ": seed=" + seed);
    }
}
