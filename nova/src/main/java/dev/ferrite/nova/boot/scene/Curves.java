package dev.ferrite.nova.boot.scene;

/** From light to levels of a screen, by table: fast, and the same on every machine. */
final class Curves {
    private static final int GAMMA_STEPS = 4096;
    private static final float[] GAMMA = new float[GAMMA_STEPS + 2];

    static {
        for (int i = 0; i < GAMMA.length; i++) {
            double root = (double) i / GAMMA_STEPS;
            double linear = root * root;
            double encoded = linear <= 0.0031308 ? linear * 12.92 : 1.055 * StrictMath.pow(linear, 1 / 2.4) - 0.055;
            GAMMA[i] = (float) (encoded * 255);
        }
    }

    private Curves() {}

    /** Linear light in [0, 1] as an sRGB level in [0, 255], not rounded. */
    static double encode(double linear) {
        double at = Math.sqrt(Math.min(Math.max(linear, 0), 1)) * GAMMA_STEPS;
        int i = (int) at;
        return GAMMA[i] + (GAMMA[i + 1] - GAMMA[i]) * (at - i);
    }

    /** Compresses light without bound into [0, 1): a filmic shoulder and toe. */
    static double film(double light) {
        double x = light * 0.72;
        return Math.min(1, x * (2.51 * x + 0.03) / (x * (2.43 * x + 0.59) + 0.14));
    }
}
