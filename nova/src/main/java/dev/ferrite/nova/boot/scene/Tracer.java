package dev.ferrite.nova.boot.scene;

/**
 * The colour along one ray: marches the drop, shades iron and rust, mirrors it in the floor.
 *
 * <p>One thread's scratch: results are left in {@link #red}, {@link #green}, {@link #blue}; nothing is allocated.
 */
final class Tracer {
    /** Where the floor is. */
    private static final double FLOOR = -1.30;

    /** Side of the squares of floor that hold one iron needle each. */
    private static final double NEEDLE_CELL = 0.042;

    private static final int STEPS = 96;
    private static final int MIRROR_STEPS = 40;
    private static final double FAR = 1e9;

    double red;
    double green;
    double blue;

    private final double[] hit = new double[4];
    private final double[] rgb = new double[3];
    private final Ferrofluid fluid;
    private final int seed;

    Tracer(Scene scene) {
        this.fluid = scene.fluid();
        this.seed = scene.seed();
    }

    /** What the camera sees at a point of the picture, in units of the smaller half side, y upward. */
    void look(double px, double py) {
        // Camera: at (0, 0.62, 4.9), looking slightly down at the drop.
        double ox = 0;
        double oy = 0.72;
        double oz = 5.0;
        double tilt = -0.178;
        double scale = 0.312;
        double dx = px * scale;
        double dy = py * scale + tilt;
        double dz = -1;
        double inv = 1 / Math.sqrt(dx * dx + dy * dy + dz * dz);
        dx *= inv;
        dy *= inv;
        dz *= inv;
        double t = march(ox, oy, oz, dx, dy, dz, STEPS, 0);
        if (t < FAR) {
            shade(ox + t * dx, oy + t * dy, oz + t * dz, dx, dy, dz, true);
        } else if (dy < -1e-4) {
            floor(ox, oy, oz, dx, dy, dz);
        } else {
            backdrop(dx, dy);
        }
    }

    /** The distance to the drop along a ray, or {@link #FAR}. */
    private double march(double ox, double oy, double oz, double dx, double dy, double dz, int steps, double from) {
        double b = ox * dx + oy * dy + oz * dz;
        double c = ox * ox + oy * oy + oz * oz - Ferrofluid.REACH * Ferrofluid.REACH;
        double h = b * b - c;
        if (h <= 0) {
            return FAR;
        }
        h = Math.sqrt(h);
        double end = h - b;
        double t = Math.max(from, -b - h);
        double d = FAR;
        for (int i = 0; i < steps && t < end; i++) {
            d = fluid.distance(ox + t * dx, oy + t * dy, oz + t * dz);
            if (d < 0.00022 * t) {
                return t;
            }
            t += d;
        }
        // Out of steps: a ray that crawls along a silhouette counts as a hit only where it all but touches.
        return t < end && d < 0.0008 * t ? t : FAR;
    }

    private void shade(double x, double y, double z, double dx, double dy, double dz, boolean mirrors) {
        double[] n = hit;
        fluid.surface(x, y, z, n);
        double nx = n[0];
        double ny = n[1];
        double nz = n[2];
        double tall = n[3];

        // Rust sits in the valleys, in patches; the tips are bare.
        double patch = Noise.cloud(seed, 3.1 * x + 17, 3.1 * y + 17, 3.1 * z + 17);
        double grain = Noise.value(seed + 5, 34 * x, 34 * y, 34 * z);
        double rust = (1 - Noise.step(0.10, 0.34, tall + 0.05 * (grain - 0.5)))
                * Noise.step(0.36, 0.55, patch + 0.12 * (grain - 0.5));
        double open = 0.22 + 0.78 * Noise.step(0.04, 0.30, tall);

        double facing = -(nx * dx + ny * dy + nz * dz);
        // A ray that grazes the silhouette may see a back face: it mirrors less and less.
        double front = Noise.step(-0.1, 0.22, facing);
        facing = Math.max(facing, 0.03);
        double rx = dx + 2 * facing * nx;
        double ry = dy + 2 * facing * ny;
        double rz = dz + 2 * facing * nz;
        double graze = 1 - facing;
        double graze5 = graze * graze * graze * graze * graze;
        double rough = 0.05 + 0.10 * grain * (1 - Noise.step(0.2, 0.4, tall)) + 0.5 * rust;

        // What the metal mirrors: itself, the floor, or the room.
        double mr;
        double mg;
        double mb;
        double blocked = FAR;
        if (mirrors) {
            blocked = march(x + 0.01 * nx, y + 0.01 * ny, z + 0.01 * nz, rx, ry, rz, MIRROR_STEPS, 0.01);
        }
        if (blocked < FAR) {
            double keepX = x + blocked * rx;
            double keepY = y + blocked * ry;
            double keepZ = z + blocked * rz;
            shade(keepX, keepY, keepZ, rx, ry, rz, false);
            // Held down: the key light in a spike in a spike is smaller than a pixel, and would sparkle.
            double hold = 0.8 / (1 + 0.55 * Math.max(red, Math.max(green, blue)));
            mr = red * hold;
            mg = green * hold;
            mb = blue * hold;
        } else if (ry < -0.02) {
            floorGlow(x, y, z, rx, ry, rz);
            mr = red;
            mg = green;
            mb = blue;
        } else {
            Studio.radiance(rx, ry, rz, rough, rgb);
            mr = rgb[0];
            mg = rgb[1];
            mb = rgb[2];
        }
        double seen = mirrors ? 0.35 + 0.65 * open : open;
        double bare = (1 - 0.85 * rust) * seen * front;
        // Dark iron: tinted at facing angles, white at grazing ones.
        double fr = 0.44 + 0.56 * graze5;
        double fg = 0.43 + 0.57 * graze5;
        double fb = 0.42 + 0.58 * graze5;
        Studio.irradiance(nx, ny, nz, rgb);
        double matt = rust * open;
        red = mr * fr * bare + rgb[0] * matt * (0.30 + 0.22 * grain);
        green = mg * fg * bare + rgb[1] * matt * (0.085 + 0.075 * grain * grain);
        blue = mb * fb * bare + rgb[2] * matt * (0.022 + 0.02 * grain);
    }

    /** Floor as seen in the metal: no shadow march, no second mirror. */
    private void floorGlow(double x, double y, double z, double dx, double dy, double dz) {
        double t = (FLOOR - y) / dy;
        double fx = x + t * dx;
        double fz = z + t * dz;
        pool(fx, fz);
        double shade = shadow(fx, fz);
        red *= shade;
        green *= shade;
        blue *= shade;
    }

    /** The light on the floor by place, without shadow. */
    private void pool(double x, double z) {
        double d2 = x * x + z * z;
        double near = 1 / (1 + 0.16 * d2);
        double warm = 1 / (1 + 0.30 * ((x - 2.2) * (x - 2.2) + (z + 1.2) * (z + 1.2)));
        red = 0.034 * near + 0.13 * warm;
        green = 0.037 * near + 0.036 * warm;
        blue = 0.044 * near + 0.011 * warm;
    }

    /** How much light reaches the floor beside the drop: a soft disc below it. */
    private static double shadow(double x, double z) {
        double d = Math.sqrt((x - 0.22) * (x - 0.22) + (z + 0.12) * (z + 0.12));
        return 0.10 + 0.90 * Noise.step(0.25, 2.1, d);
    }

    private void floor(double ox, double oy, double oz, double dx, double dy, double dz) {
        double t = (FLOOR - oy) / dy;
        double x = ox + t * dx;
        double z = oz + t * dz;
        double away = Math.sqrt(x * x + z * z);
        pool(x, z);
        double shade = shadow(x, z);
        double r = red * shade;
        double g = green * shade;
        double b = blue * shade;

        // Iron filings lie along the field: streaks that point at the drop.
        double filings = filings(x, z, away);
        double glint = filings * (0.02 + 0.10 * shade + 1.6 * r);
        r = r * (1 - 0.7 * filings) + glint;
        g = g * (1 - 0.7 * filings) + glint * 0.85;
        b = b * (1 - 0.7 * filings) + glint * 0.75;

        // Polished: the drop and the softboxes mirror in it.
        double wave = 0.006 * (Noise.value(seed + 9, 5 * x, 3, 5 * z) - 0.5);
        double nx = wave;
        double ny = 1;
        double facing = -(dx * nx + dy * ny);
        double rx = dx + 2 * facing * nx;
        double ry = dy + 2 * facing * ny;
        double rz = dz;
        double graze = 1 - Math.min(1, Math.max(0, facing));
        double mirror = (0.10 + 0.90 * graze * graze * graze * graze * graze) * (1 - 0.8 * filings);
        double hitAt = march(x, FLOOR, z, rx, ry, rz, MIRROR_STEPS, 0.0);
        if (hitAt < FAR) {
            shade(x + hitAt * rx, FLOOR + hitAt * ry, z + hitAt * rz, rx, ry, rz, false);
            double fade = 1 / (1 + 0.25 * hitAt);
            red *= fade;
            green *= fade;
            blue *= fade;
        } else {
            backdrop(rx, ry);
        }
        r += red * mirror;
        g += green * mirror;
        b += blue * mirror;

        // The far floor melts into the backdrop.
        double haze = Noise.step(5, 16, away);
        backdrop(dx, 0);
        red = Noise.lerp(r, red, haze);
        green = Noise.lerp(g, green, haze);
        blue = Noise.lerp(b, blue, haze);
    }

    /** How much of a place on the floor is covered by iron needles that lie along the field, radially. */
    private double filings(double x, double z, double away) {
        double crowd = Noise.step(0.55, 1.15, away) * (1 - Noise.step(1.6, 5.5, away));
        if (crowd <= 0) {
            return 0;
        }
        crowd *= Noise.step(0.10, 0.75, Noise.cloud(seed + 13, 1.7 * x + 5, 1, 1.7 * z + 5));
        int cellX = Noise.floor(x / NEEDLE_CELL);
        int cellZ = Noise.floor(z / NEEDLE_CELL);
        double covered = 0;
        for (int j = -1; j <= 1; j++) {
            for (int i = -1; i <= 1; i++) {
                long h = Noise.mix(((long) (cellX + i) << 32) ^ ((cellZ + j) & 0xFFFF_FFFFL) ^ seed);
                if ((h & 0xFF) > 255 * crowd) {
                    continue;
                }
                double cx = (cellX + i + ((h >>> 8) & 0xFFFF) * 0x1p-16) * NEEDLE_CELL;
                double cz = (cellZ + j + ((h >>> 24) & 0xFFFF) * 0x1p-16) * NEEDLE_CELL;
                double half = NEEDLE_CELL * (0.45 + 0.5 * ((h >>> 48) & 0xFF) * 0x1p-8);
                if ((x - cx) * (x - cx) + (z - cz) * (z - cz) > half * half) {
                    continue;
                }
                double lean = (((h >>> 40) & 0xFF) * 0x1p-8 - 0.5) * 0.9;
                double inv = 1 / Math.sqrt(cx * cx + cz * cz);
                double ux = (cx - lean * cz) * inv;
                double uz = (cz + lean * cx) * inv;
                double along = Math.abs((x - cx) * ux + (z - cz) * uz);
                double across = Math.abs((z - cz) * ux - (x - cx) * uz);
                double lit = 0.35 + 0.65 * ((h >>> 56) & 0xFF) * 0x1p-8;
                covered = Math.max(
                        covered,
                        lit * (1 - Noise.step(0.6 * half, half, along)) * (1 - Noise.step(0.002, 0.0075, across)));
            }
        }
        return covered;
    }

    /** The wall far behind: dark, with a warm light low on the right. */
    private void backdrop(double dx, double dy) {
        double x = dx - 0.20;
        double y = dy + 0.02;
        double warm = 1 / (1 + 16 * x * x + 40 * y * y);
        warm *= warm;
        double cold = 1 / (1 + 9 * (dx + 0.45) * (dx + 0.45) + 14 * (dy - 0.25) * (dy - 0.25));
        red = 0.012 + 0.150 * warm + 0.020 * cold;
        green = 0.012 + 0.050 * warm + 0.028 * cold;
        blue = 0.014 + 0.018 * warm + 0.042 * cold;
    }
}
