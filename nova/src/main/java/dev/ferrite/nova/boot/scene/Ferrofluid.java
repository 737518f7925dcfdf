package dev.ferrite.nova.boot.scene;

/**
 * The surface: a sphere of radius {@link #RADIUS} out of which a magnetic field draws some hundred spikes.
 *
 * <p>The height above the sphere is a sum of cones over directions. {@link #distance} marches through a table of it,
 * {@link #surface} evaluates it exactly, with its gradient. Immutable once made; about 1 MB.
 */
final class Ferrofluid {
    /** Of the sphere below the spikes. */
    static final double RADIUS = 0.72;

    /** Of a sphere around everything. */
    static final double REACH = 1.42;

    private static final int SPIKES = 260;
    private static final int TABLE = 448;
    private static final int GRID = 64;
    private static final int NEAR = 14;
    /** Where a cone has come down to the sphere, as a distance on the unit sphere. */
    private static final double SPREAD = 0.31;

    private static final double TIP = 0.014;
    private static final double TIP_SQUARED = TIP * TIP;
    /** How much the steepest flank shortens a safe step. */
    private static final double SAFE = 0.34;

    private final double[] spikes = new double[SPIKES * 4];
    private final short[] near = new short[GRID * GRID * NEAR];
    private final float[] heights = new float[(TABLE + 1) * (TABLE + 1)];

    Ferrofluid(long seed, double time) {
        placeSpikes(seed, time);
        collectNeighbours();
        fillTable();
    }

    private void placeSpikes(long seed, double time) {
        double golden = StrictMath.PI * (3 - Math.sqrt(5));
        double turn = 2 * StrictMath.PI * (Noise.unit(seed, 1) + time / 5);
        for (int i = 0; i < SPIKES; i++) {
            double y = 1 - (2 * i + 1.0) / SPIKES;
            double angle = i * golden + turn;
            double ring = Math.sqrt(1 - y * y);
            double x = ring * StrictMath.cos(angle) + 0.05 * (Noise.unit(seed, 10 + 3L * i) - 0.5);
            double z = ring * StrictMath.sin(angle) + 0.05 * (Noise.unit(seed, 11 + 3L * i) - 0.5);
            double scale = 1 / Math.sqrt(x * x + y * y + z * z);
            double phase = Noise.unit(seed, 12 + 3L * i);
            double breath = 0.5 + 0.5 * StrictMath.sin(2 * StrictMath.PI * (time + phase));
            double calm = Noise.cloud((int) seed + 7, 1.4 * x + 9, 1.4 * y + 9, 1.4 * z + 9);
            double pull = 0.36 + 0.26 * Noise.step(0.32, 0.70, calm) + 0.05 * y * y;
            spikes[4 * i] = x * scale;
            spikes[4 * i + 1] = y * scale;
            spikes[4 * i + 2] = z * scale;
            spikes[4 * i + 3] = pull * (0.86 + 0.14 * breath);
        }
    }

    /** For each cell of a coarse octahedral grid the spikes next to its centre. */
    private void collectNeighbours() {
        double[] direction = new double[3];
        double[] best = new double[NEAR];
        for (int cell = 0; cell < GRID * GRID; cell++) {
            int column = cell % GRID;
            int row = cell / GRID;
            unfold((column + 0.5) * 2 / GRID - 1, (row + 0.5) * 2 / GRID - 1, direction);
            java.util.Arrays.fill(best, -2);
            for (int i = 0; i < SPIKES; i++) {
                double dot = direction[0] * spikes[4 * i]
                        + direction[1] * spikes[4 * i + 1]
                        + direction[2] * spikes[4 * i + 2];
                int at = NEAR;
                while (at > 0 && best[at - 1] < dot) {
                    at--;
                }
                for (int k = NEAR - 1; k > at; k--) {
                    best[k] = best[k - 1];
                    near[cell * NEAR + k] = near[cell * NEAR + k - 1];
                }
                if (at < NEAR) {
                    best[at] = dot;
                    near[cell * NEAR + at] = (short) i;
                }
            }
        }
    }

    private void fillTable() {
        double[] direction = new double[3];
        double[] out = new double[4];
        for (int row = 0; row <= TABLE; row++) {
            for (int column = 0; column <= TABLE; column++) {
                unfold(column * 2.0 / TABLE - 1, row * 2.0 / TABLE - 1, direction);
                heightAt(direction[0], direction[1], direction[2], out);
                heights[row * (TABLE + 1) + column] = (float) out[3];
            }
        }
    }

    /** A lower bound of the distance from a point to the surface, good enough to march by. */
    double distance(double x, double y, double z) {
        double length = Math.sqrt(x * x + y * y + z * z);
        return (length - RADIUS - tabulated(x, y, z)) * SAFE;
    }

    /** The height above the sphere over a direction of any length, from the table. */
    private double tabulated(double x, double y, double z) {
        double fold = 1 / (Math.abs(x) + Math.abs(y) + Math.abs(z));
        double u = x * fold;
        double v = z * fold;
        if (y < 0) {
            double folded = (1 - Math.abs(v)) * (u >= 0 ? 1 : -1);
            v = (1 - Math.abs(u)) * (v >= 0 ? 1 : -1);
            u = folded;
        }
        double column = (u + 1) * (TABLE / 2.0);
        double row = (v + 1) * (TABLE / 2.0);
        int c = Math.min((int) column, TABLE - 1);
        int r = Math.min((int) row, TABLE - 1);
        double fc = column - c;
        double fr = row - r;
        int at = r * (TABLE + 1) + c;
        double top = heights[at] + (heights[at + 1] - heights[at]) * fc;
        double low = heights[at + TABLE + 1] + (heights[at + TABLE + 2] - heights[at + TABLE + 1]) * fc;
        return top + (low - top) * fr;
    }

    /** The outward normal at a point near the surface into {@code out[0..2]}, the height over the sphere into 3. */
    void surface(double x, double y, double z, double[] out) {
        double length = Math.sqrt(x * x + y * y + z * z);
        double dx = x / length;
        double dy = y / length;
        double dz = z / length;
        heightAt(dx, dy, dz, out);
        double along = out[0] * dx + out[1] * dy + out[2] * dz;
        double nx = dx - (out[0] - along * dx) / length;
        double ny = dy - (out[1] - along * dy) / length;
        double nz = dz - (out[2] - along * dz) / length;
        double scale = 1 / Math.sqrt(nx * nx + ny * ny + nz * nz);
        out[0] = nx * scale;
        out[1] = ny * scale;
        out[2] = nz * scale;
    }

    /** Height over a unit direction into {@code out[3]}, its gradient by direction into 0 to 2. */
    private void heightAt(double x, double y, double z, double[] out) {
        double fold = 1 / (Math.abs(x) + Math.abs(y) + Math.abs(z));
        double u = x * fold;
        double v = z * fold;
        if (y < 0) {
            double folded = (1 - Math.abs(v)) * (u >= 0 ? 1 : -1);
            v = (1 - Math.abs(u)) * (v >= 0 ? 1 : -1);
            u = folded;
        }
        int column = Math.min((int) ((u + 1) * (GRID / 2.0)), GRID - 1);
        int row = Math.min((int) ((v + 1) * (GRID / 2.0)), GRID - 1);
        int first = (row * GRID + column) * NEAR;
        double gx = 0;
        double gy = 0;
        double gz = 0;
        double height = 0;
        for (int k = first; k < first + NEAR; k++) {
            int s = near[k] * 4;
            double dot = x * spikes[s] + y * spikes[s + 1] + z * spikes[s + 2];
            double apart = Math.sqrt(Math.max(0, 2 - 2 * dot) + TIP_SQUARED);
            double inside = 1 - apart / SPREAD;
            if (inside <= 0) {
                continue;
            }
            double square = spikes[s + 3] * inside * inside;
            double slope = 3 * square / (SPREAD * apart);
            height += square * inside;
            gx += slope * spikes[s];
            gy += slope * spikes[s + 1];
            gz += slope * spikes[s + 2];
        }
        out[0] = gx;
        out[1] = gy;
        out[2] = gz;
        out[3] = height;
    }

    /** The direction at a place of the octahedral square [-1, 1] x [-1, 1]. */
    private static void unfold(double u, double v, double[] direction) {
        double y = 1 - Math.abs(u) - Math.abs(v);
        double x = u;
        double z = v;
        if (y < 0) {
            x = (1 - Math.abs(v)) * (u >= 0 ? 1 : -1);
            z = (1 - Math.abs(u)) * (v >= 0 ? 1 : -1);
        }
        double scale = 1 / Math.sqrt(x * x + y * y + z * z);
        direction[0] = x * scale;
        direction[1] = y * scale;
        direction[2] = z * scale;
    }
}
