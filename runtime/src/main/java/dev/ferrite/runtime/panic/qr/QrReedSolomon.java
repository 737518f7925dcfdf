package dev.ferrite.runtime.panic.qr;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;

/** Error correction: the remainder by a generator polynomial over GF(256), with the polynomial 0x11D. */
final class QrReedSolomon {
    private static final int LONGEST = 30;
    private static final byte[] EXP = new byte[512];
    private static final short[] LOG = new short[256];
    /** By length; the leading coefficient, which is 1, is left out. Lengths that no version has are there, too. */
    private static final byte[][] GENERATORS = new byte[LONGEST + 1][];

    static {
        int value = 1;
        for (int i = 0; i < 255; i++) {
            EXP[i] = EXP[i + 255] = (byte) value;
            LOG[value] = (short) i;
            value <<= 1;
            if (value >= 256) {
                value ^= 0x11D;
            }
        }
        for (int length = 1; length <= LONGEST; length++) {
            GENERATORS[length] = generator(length);
        }
    }

    private QrReedSolomon() {}

    /** (x - 1)(x - 2)(x - 4)..., the highest power first. */
    private static byte[] generator(int length) {
        byte[] polynomial = new byte[length];
        polynomial[length - 1] = 1;
        for (int i = 0; i < length; i++) {
            int root = EXP[i] & 0xff;
            for (int k = 0; k < length; k++) {
                int next = k + 1 < length ? polynomial[k + 1] : 0;
                polynomial[k] = (byte) (multiply(polynomial[k] & 0xff, root) ^ next);
            }
        }
        return polynomial;
    }

    private static int multiply(int a, int b) {
        return a == 0 || b == 0 ? 0 : EXP[LOG[a] + LOG[b]] & 0xff;
    }

    /** Puts the error correction of every block behind the data, block after block. */
    static void append(MemorySegment codewords, int version) {
        int data = QrVersion.data(version);
        int ecc = QrVersion.ecc(version);
        int blocks = QrVersion.blocks(version);
        int from = 0;
        for (int block = 0; block < blocks; block++) {
            int length = data / blocks + (block >= blocks - data % blocks ? 1 : 0);
            remainder(codewords, from, length, data + block * ecc, ecc);
            from += length;
        }
    }

    private static void remainder(MemorySegment codewords, int from, int length, int to, int ecc) {
        byte[] generator = GENERATORS[ecc];
        for (int i = 0; i < ecc; i++) {
            codewords.set(JAVA_BYTE, to + i, (byte) 0);
        }
        for (int i = 0; i < length; i++) {
            int factor = (codewords.get(JAVA_BYTE, from + i) ^ codewords.get(JAVA_BYTE, to)) & 0xff;
            for (int k = 0; k < ecc; k++) {
                int next = k + 1 < ecc ? codewords.get(JAVA_BYTE, to + k + 1) : 0;
                codewords.set(JAVA_BYTE, to + k, (byte) (next ^ multiply(generator[k] & 0xff, factor)));
            }
        }
    }

    /** Where in the buffer the codeword stands that is sent as number {@code k}: a column of all blocks at a time. */
    static int interleaved(int k, int version) {
        int data = QrVersion.data(version);
        int blocks = QrVersion.blocks(version);
        if (k >= data) {
            int i = k - data;
            return data + i % blocks * QrVersion.ecc(version) + i / blocks;
        }
        int shorter = data / blocks;
        int firstLonger = blocks - data % blocks;
        int column = k / blocks;
        int block = column < shorter ? k % blocks : firstLonger + (k - blocks * shorter);
        return block * shorter + Math.max(0, block - firstLonger) + column;
    }
}
