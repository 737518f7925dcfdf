package dev.ferrite.runtime.panic.qr;

/** The sizes of the forty versions at error correction level L, by ISO/IEC 18004. */
final class QrVersion {
    static final int MIN = 1;
    static final int MAX = 40;

    private static final short[] DATA = {
        0, 19, 34, 55, 80, 108, 136, 156, 194, 232, 274, 324, 370, 428, 461, 523, 589, 647, 721, 795, 861, 932, 1006,
        1094, 1174, 1276, 1370, 1468, 1531, 1631, 1735, 1843, 1955, 2071, 2191, 2306, 2434, 2566, 2702, 2812, 2956
    };
    private static final byte[] ECC = {
        0, 7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30, 26, 28, 30,
        30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30
    };
    private static final byte[] BLOCKS = {
        0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17, 18,
        19, 19, 20, 21, 22, 24, 25
    };
    private static final byte[][] ALIGNMENT = alignment();

    private QrVersion() {}

    /** Modules in a row. */
    static int width(int version) {
        return 4 * version + 17;
    }

    /** Bytes of data. */
    static int data(int version) {
        return DATA[version];
    }

    /** Bytes of error correction in each block. */
    static int ecc(int version) {
        return ECC[version];
    }

    /** Blocks the data is divided into; the last ones are a byte longer where it does not divide evenly. */
    static int blocks(int version) {
        return BLOCKS[version];
    }

    /** Data and error correction. */
    static int codewords(int version) {
        return data(version) + blocks(version) * ecc(version);
    }

    /** The smallest version that takes so many bits, or 0. The stop nibble is not counted: it may be cut. */
    static int fitting(int binary, int numericDigits, boolean hasNumeric) {
        for (int version = MIN; version <= MAX; version++) {
            int bits = QrBits.binaryBits(version, binary);
            if (hasNumeric) {
                bits += QrBits.numericBits(version, numericDigits);
            }
            if (bits <= data(version) * Byte.SIZE) {
                return version;
            }
        }
        return 0;
    }

    /** The coordinates at which alignment patterns are centred, in both directions; none in version 1. */
    static byte[] alignment(int version) {
        return ALIGNMENT[version];
    }

    private static byte[][] alignment() {
        byte[][] all = new byte[MAX + 1][];
        all[0] = all[1] = new byte[0];
        for (int version = 2; version <= MAX; version++) {
            int count = version / 7 + 2;
            int step = version == 32 ? 26 : (version * 4 + count * 2 + 1) / (count * 2 - 2) * 2;
            byte[] at = new byte[count];
            at[0] = 6;
            for (int i = count - 1, position = width(version) - 7; i > 0; i--, position -= step) {
                at[i] = (byte) position;
            }
            all[version] = at;
        }
        return all;
    }
}
