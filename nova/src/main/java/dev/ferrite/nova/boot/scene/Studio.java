package dev.ferrite.nova.boot.scene;

/** The light: three softboxes around a dark room, as radiance by direction. */
final class Studio {
    // Per softbox: centre direction, right, up (unit vectors), half width, half height, red, green, blue.
    private static final int STRIDE = 14;
    private static final double[] BOXES = boxes();

    private Studio() {}

    private static double[] boxes() {
        double[] boxes = new double[4 * STRIDE];
        box(boxes, 0, -0.35, 0.86, 0.38, 0.62, 0.40, 5.2, 5.5, 6.0); // key: above, left, cool white
        box(boxes, 1, -0.96, 0.12, -0.05, 0.16, 0.95, 1.9, 2.5, 3.4); // a cold strip on the left
        box(boxes, 2, 0.93, 0.16, -0.26, 0.46, 0.85, 9.5, 3.0, 0.7); // rim: hot iron, right and behind
        box(boxes, 3, 0.42, 0.05, 0.90, 0.07, 0.42, 1.4, 1.2, 1.0); // a thin strip beside the camera
        return boxes;
    }

    private static void box(
            double[] to, int i, double x, double y, double z, double w, double h, double r, double g, double b) {
        double scale = 1 / Math.sqrt(x * x + y * y + z * z);
        double cx = x * scale;
        double cy = y * scale;
        double cz = z * scale;
        // right = up x centre; up = centre x right
        double flat = 1 / Math.sqrt(cx * cx + cz * cz);
        double rx = cz * flat;
        double rz = -cx * flat;
        double[] row = {cx, cy, cz, rx, 0, rz, cy * rz, cz * rx - cx * rz, -cy * rx, w, h, r, g, b};
        System.arraycopy(row, 0, to, i * STRIDE, STRIDE);
    }

    /** Radiance that comes from a unit direction, seen through a reflection of this roughness. */
    static void radiance(double x, double y, double z, double rough, double[] rgb) {
        double up = 0.5 + 0.5 * y;
        double glow = Noise.step(-0.22, 0.70, 1.05 * x - 0.12 * z - 0.8 * Math.abs(y));
        double red = 0.030 + 0.070 * up * up + 0.34 * glow;
        double green = 0.031 + 0.082 * up * up + 0.105 * glow;
        double blue = 0.035 + 0.105 * up * up + 0.028 * glow;
        double soft = 0.03 + 0.9 * rough;
        double spread = 1 / (1 + 2.2 * rough);
        double[] b = BOXES;
        for (int i = 0; i < b.length; i += STRIDE) {
            double ahead = x * b[i] + y * b[i + 1] + z * b[i + 2];
            if (ahead <= 0.05) {
                continue;
            }
            double across = Math.abs(x * b[i + 3] + y * b[i + 4] + z * b[i + 5]) / ahead - b[i + 9];
            double along = Math.abs(x * b[i + 6] + y * b[i + 7] + z * b[i + 8]) / ahead - b[i + 10];
            if (across >= soft || along >= soft) {
                continue;
            }
            double light = (1 - Noise.step(-soft, soft, across)) * (1 - Noise.step(-soft, soft, along)) * spread;
            red += b[i + 11] * light;
            green += b[i + 12] * light;
            blue += b[i + 13] * light;
        }
        rgb[0] = red;
        rgb[1] = green;
        rgb[2] = blue;
    }

    /** Light that falls on a matt surface with this unit normal. */
    static void irradiance(double x, double y, double z, double[] rgb) {
        double up = 0.5 + 0.5 * y;
        double red = 0.03 + 0.05 * up;
        double green = 0.03 + 0.05 * up;
        double blue = 0.035 + 0.06 * up;
        double[] b = BOXES;
        for (int i = 0; i < b.length; i += STRIDE) {
            double facing = x * b[i] + y * b[i + 1] + z * b[i + 2];
            double wrapped = Math.max(0, (facing + 0.15) / 1.15);
            double area = 0.9 * b[i + 9] * b[i + 10] * wrapped;
            red += b[i + 11] * area;
            green += b[i + 12] * area;
            blue += b[i + 13] * area;
        }
        rgb[0] = red;
        rgb[1] = green;
        rgb[2] = blue;
    }
}
