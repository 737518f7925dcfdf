package dev.ferrite.runtime.panic.qr;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;

/**
 * The modules: one bit each, the highest first, rows filled up to bytes; a bit that is set is a light module.
 *
 * <p>Memory starts dark, so only light modules are drawn.
 */
final class QrMatrix {
    /** Level L with mask 0, protected by its own code. */
    private static final int FORMAT = 0x77C4;

    private static final int FINDER = 8;
    private static final int VERSION_INFO_FROM = 7;

    private QrMatrix() {}

    static int stride(int width) {
        return (width + 7) / 8;
    }

    /** Draws a code of finished codewords. */
    static void draw(MemorySegment to, int version, MemorySegment codewords) {
        int width = QrVersion.width(version);
        for (int i = 0; i < width * stride(width); i++) {
            to.set(JAVA_BYTE, i, (byte) 0); // a slice would be an allocation
        }
        drawFinders(to, width);
        drawAlignment(to, version, width);
        drawTiming(to, width);
        drawVersion(to, version, width);
        drawData(to, version, width, codewords);
        drawFormat(to, width);
        mask(to, version, width);
    }

    private static void light(MemorySegment to, int width, int x, int y) {
        long at = (long) y * stride(width) + (x >> 3);
        to.set(JAVA_BYTE, at, (byte) (to.get(JAVA_BYTE, at) | 0x80 >> (x & 7)));
    }

    private static void flip(MemorySegment to, int width, int x, int y) {
        long at = (long) y * stride(width) + (x >> 3);
        to.set(JAVA_BYTE, at, (byte) (to.get(JAVA_BYTE, at) ^ 0x80 >> (x & 7)));
    }

    /** Three squares in the corners; the ring around the core is light, and the seam that parts them from the rest. */
    private static void drawFinders(MemorySegment to, int width) {
        for (int y = 0; y < FINDER; y++) {
            for (int x = 0; x < FINDER; x++) {
                int ring = Math.max(Math.abs(x - 3), Math.abs(y - 3));
                if (ring == 2 || ring == 4) {
                    light(to, width, x, y);
                    light(to, width, width - 1 - x, y);
                    light(to, width, x, width - 1 - y);
                }
            }
        }
    }

    private static boolean isFinder(int width, int x, int y) {
        int end = width - FINDER;
        return (x < FINDER && (y < FINDER || y >= end)) || (x >= end && y < FINDER);
    }

    private static void drawAlignment(MemorySegment to, int version, int width) {
        byte[] centres = QrVersion.alignment(version);
        for (int i = 0; i < centres.length; i++) {
            for (int k = 0; k < centres.length; k++) {
                int x = centres[i] & 0xff;
                int y = centres[k] & 0xff;
                if (isFinder(width, x, y)) {
                    continue;
                }
                for (int d = -1; d <= 1; d++) {
                    light(to, width, x + d, y - 1);
                    light(to, width, x + d, y + 1);
                }
                light(to, width, x - 1, y);
                light(to, width, x + 1, y);
            }
        }
    }

    private static boolean isAlignment(int version, int width, int x, int y) {
        byte[] centres = QrVersion.alignment(version);
        int centreX = near(centres, x);
        int centreY = near(centres, y);
        return centreX >= 0 && centreY >= 0 && !isFinder(width, centreX, centreY);
    }

    /** The centre whose pattern reaches a coordinate, or -1. */
    private static int near(byte[] centres, int at) {
        for (int i = 0; i < centres.length; i++) {
            int centre = centres[i] & 0xff;
            if (Math.abs(centre - at) <= 2) {
                return centre;
            }
        }
        return -1;
    }

    private static void drawTiming(MemorySegment to, int width) {
        for (int i = FINDER + 1; i < width - FINDER; i += 2) {
            light(to, width, i, 6);
            light(to, width, 6, i);
        }
    }

    private static void drawVersion(MemorySegment to, int version, int width) {
        if (version < VERSION_INFO_FROM) {
            return;
        }
        int rest = version;
        for (int i = 0; i < 12; i++) {
            rest = rest << 1 ^ (rest >>> 11) * 0x1F25;
        }
        int bits = version << 12 | rest;
        for (int i = 0; i < 18; i++) {
            if ((bits >>> i & 1) == 0) {
                light(to, width, width - 11 + i % 3, i / 3);
                light(to, width, i / 3, width - 11 + i % 3);
            }
        }
    }

    private static boolean isVersion(int version, int width, int x, int y) {
        int from = width - 11;
        int to = width - FINDER;
        return version >= VERSION_INFO_FROM && ((x >= from && x < to && y < 6) || (x < 6 && y >= from && y < to));
    }

    private static boolean isFormat(int width, int x, int y) {
        int end = width - FINDER;
        return (x == 8 && (y <= 8 || y >= end)) || (y == 8 && (x <= 8 || x >= end));
    }

    private static boolean isReserved(int version, int width, int x, int y) {
        return x == 6
                || y == 6
                || isFinder(width, x, y)
                || isFormat(width, x, y)
                || isAlignment(version, width, x, y)
                || isVersion(version, width, x, y);
    }

    /** Two columns at a time from the right, up and down in turn; the column of the timing pattern is left out. */
    private static void drawData(MemorySegment to, int version, int width, MemorySegment codewords) {
        int bits = QrVersion.codewords(version) * Byte.SIZE;
        int bit = 0;
        int codeword = 0;
        boolean up = true;
        for (int right = width - 1; right > 0; right -= 2, up = !up) {
            if (right == 6) {
                right = 5;
            }
            for (int row = 0; row < width; row++) {
                int y = up ? width - 1 - row : row;
                for (int x = right; x > right - 2; x--) {
                    if (isReserved(version, width, x, y)) {
                        continue;
                    }
                    if (bit < bits && (bit & 7) == 0) {
                        codeword = codewords.get(JAVA_BYTE, QrReedSolomon.interleaved(bit >> 3, version));
                    }
                    if (bit >= bits || (codeword & 0x80 >> (bit & 7)) == 0) {
                        light(to, width, x, y);
                    }
                    bit++;
                }
            }
        }
    }

    /** Twice: around the first finder, and along the other two. The module above the lower one is always dark. */
    private static void drawFormat(MemorySegment to, int width) {
        for (int i = 0; i < 15; i++) {
            if ((FORMAT >>> i & 1) != 0) {
                continue;
            }
            if (i < 8) {
                light(to, width, 8, i < 6 ? i : i + 1);
                light(to, width, width - 1 - i, 8);
            } else {
                light(to, width, i == 8 ? 7 : 14 - i, 8);
                light(to, width, 8, width - 15 + i);
            }
        }
    }

    private static void mask(MemorySegment to, int version, int width) {
        for (int y = 0; y < width; y++) {
            for (int x = y & 1; x < width; x += 2) {
                if (!isReserved(version, width, x, y)) {
                    flip(to, width, x, y);
                }
            }
        }
    }
}
