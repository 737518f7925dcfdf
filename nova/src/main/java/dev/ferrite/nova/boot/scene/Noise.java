package dev.ferrite.nova.boot.scene;

/** Hashes and smooth value noise: the same input gives the same number on every machine. */
final class Noise {
    private static final double TO_UNIT = 0x1p-53;

    private Noise() {}

    /** Mixes all bits of a word: the finaliser of MurmurHash3, 64 bits. */
    static long mix(long word) {
        long h = word;
        h = (h ^ (h >>> 33)) * 0xFF51AFD7ED558CCDL;
        h = (h ^ (h >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return h ^ (h >>> 33);
    }

    /** The {@code index}-th number of a seed, in [0, 1). */
    static double unit(long seed, long index) {
        return (mix(seed + index * 0x9E3779B97F4A7C15L) >>> 11) * TO_UNIT;
    }

    /** Three octaves of {@link #value}, in [0, 1]. */
    static double cloud(int seed, double x, double y, double z) {
        return 0.57 * value(seed, x, y, z)
                + 0.29 * value(seed + 1, x * 2.03, y * 2.03, z * 2.03)
                + 0.14 * value(seed + 2, x * 4.11, y * 4.11, z * 4.11);
    }

    /** Value noise over the integer lattice with smooth steps between, in [0, 1]. */
    static double value(int seed, double x, double y, double z) {
        int ix = floor(x);
        int iy = floor(y);
        int iz = floor(z);
        double fx = smooth(x - ix);
        double fy = smooth(y - iy);
        double fz = smooth(z - iz);
        double x00 = lerp(lattice(seed, ix, iy, iz), lattice(seed, ix + 1, iy, iz), fx);
        double x10 = lerp(lattice(seed, ix, iy + 1, iz), lattice(seed, ix + 1, iy + 1, iz), fx);
        double x01 = lerp(lattice(seed, ix, iy, iz + 1), lattice(seed, ix + 1, iy, iz + 1), fx);
        double x11 = lerp(lattice(seed, ix, iy + 1, iz + 1), lattice(seed, ix + 1, iy + 1, iz + 1), fx);
        return lerp(lerp(x00, x10, fy), lerp(x01, x11, fy), fz);
    }

    static double lerp(double a, double b, double t) {
        return a + (b - a) * t;
    }

    /** 0 below {@code low}, 1 above {@code high}, smooth between. */
    static double step(double low, double high, double x) {
        double t = (x - low) / (high - low);
        return t <= 0 ? 0 : t >= 1 ? 1 : smooth(t);
    }

    static int floor(double x) {
        int i = (int) x;
        return x < i ? i - 1 : i;
    }

    private static double smooth(double t) {
        return t * t * (3 - 2 * t);
    }

    private static double lattice(int seed, int x, int y, int z) {
        int h = seed * 0x27D4EB2F ^ x * 0x85EBCA6B ^ y * 0xC2B2AE35 ^ z * 0x165667B1;
        h = (h ^ (h >>> 15)) * 0x2C1B3C6D;
        h = (h ^ (h >>> 12)) * 0x297A2D39;
        return ((h ^ (h >>> 15)) >>> 8) * 0x1p-24;
    }
}
