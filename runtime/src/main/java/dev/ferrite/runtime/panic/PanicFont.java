package dev.ferrite.runtime.panic;

import java.util.Arrays;

/**
 * The letters of the panic screen: ASCII as strokes of a round pen, drawn in any size, with soft edges.
 *
 * <p>A letter stands in a cell of {@link #WIDTH} by {@link #HEIGHT} units, x to the right and y down; capitals reach from 3
 * to the base line at 15, small letters from 7, tails to 19.
 */
final class PanicFont {
    /*
     * The strokes of each character from the space on, in a small language of its own:
     *
     *   M x y               lifts the pen and puts it down there
     *   L x y               a line to there
     *   A x y rx ry from to an arc of an ellipse around x, y, by angles in degrees, clockwise from the right; joined to the
     *                       pen by a line
     *   O x y rx ry         a whole ellipse
     */
    static final int WIDTH = 10;
    static final int HEIGHT = 20;

    /** Half the pen, in units. */
    static final float PEN = 0.78f;

    private static final String[] STROKES = {
        "", // space
        "M5 3 L5 10.6 O5 14.3 0.5 0.5", // !
        "M3.6 3 L3.6 6 M6.4 3 L6.4 6", // "
        "M3.8 4 L2.8 14 M7.2 4 L6.2 14 M1.8 7.3 L8.4 7.3 M1.6 10.8 L8.2 10.8", // #
        "A5 6.7 2.7 2.2 -30 -270 A5 11.2 2.9 2.3 -90 150 M5 2.5 L5 15.5", // $
        "O3 5.5 1.6 2 O7 12.5 1.6 2 M8 3.5 L2 14.5", // %
        "M8.6 15 L3.1 6.6 A4.6 5 1.9 2 160 400 L2.9 9.9 A4.4 12.2 2.8 2.8 230 20 L8.5 9", // &
        "M5 3 L5 6", // '
        "A8 9.5 4 7.5 -120 -240", // (
        "A2 9.5 4 7.5 -60 60", // )
        "M5 5 L5 12.4 M2 6.8 L8 10.6 M8 6.8 L2 10.6", // *
        "M5 6 L5 13 M1.7 9.5 L8.3 9.5", // +
        "M5.4 14 L4.2 17.4", // ,
        "M2.3 9.8 L7.7 9.8", // -
        "O5 14.3 0.5 0.5", // .
        "M8 2.5 L2 16.5", // /
        "O5 9 3.2 6 M3.9 11.4 L6.1 6.6", // 0
        "M2.5 5.6 L5.2 3 L5.2 15 M2.4 15 L8 15", // 1
        "A5 6.3 3 3.3 195 390 L2 15 L8.1 15", // 2
        "A4.8 5.9 2.8 2.9 200 450 A4.8 11.9 3.1 3.1 270 510", // 3
        "M6.6 15 L6.6 3 L1.8 11.5 L8.6 11.5", // 4
        "M7.6 3 L2.8 3 L2.5 8.6 A4.9 11.2 3.2 3.8 225 510", // 5
        "O5 11.3 3.1 3.7 M1.9 11.3 A7 11.3 5.1 8.3 180 262", // 6
        "M2 3 L8 3 L4.2 15", // 7
        "O5 6 2.6 3 O5 12 3.1 3", // 8
        "O5 6.7 3.1 3.7 M8.1 6.7 A3 6.7 5.1 8.3 0 82", // 9
        "O5 8.2 0.5 0.5 O5 14.3 0.5 0.5", // :
        "O5.2 8.2 0.5 0.5 M5.4 14 L4.2 17.4", // ;
        "M8 5 L2 9.7 L8 14.4", // <
        "M1.9 7.8 L8.1 7.8 M1.9 11.6 L8.1 11.6", // =
        "M2 5 L8 9.7 L2 14.4", // >
        "A5 6 2.8 3 195 400 L5 9.6 L5 11 O5 14.3 0.5 0.5", // ?
        "O5.3 9.8 1.7 2.4 M7.1 7.6 L7.1 11.5 A8 11.5 0.9 1.1 180 0 L8.9 9 A5 9 3.9 6 0 -295", // @
        "M1.5 15 L5 3 L8.5 15 M2.7 11 L7.3 11", // A
        "M2 9 L2 3 L5 3 A5 6 2.8 3 270 450 L2 9 L2 15 L5.2 15 A5.2 12 3.1 3 90 -90", // B
        "A5.3 9 3.6 6 -50 -310", // C
        "M2 3 L4.5 3 A4.5 9 3.9 6 270 450 L2 15 L2 3", // D
        "M8 3 L2 3 L2 15 L8.1 15 M2 9 L7 9", // E
        "M8 3 L2 3 L2 15 M2 9 L7 9", // F
        "A5.2 9 3.6 6 -50 -325 L8.2 9.6 L5.6 9.6", // G
        "M2 3 L2 15 M8 3 L8 15 M2 9 L8 9", // H
        "M2.5 3 L7.5 3 M5 3 L5 15 M2.5 15 L7.5 15", // I
        "M3.6 3 L7.5 3 L7.5 11.6 A4.7 11.6 2.8 3.4 0 155", // J
        "M2 3 L2 15 M8 3 L2 10.4 M4.2 7.9 L8.3 15", // K
        "M2 3 L2 15 L8 15", // L
        "M1.5 15 L1.5 3 L5 10 L8.5 3 L8.5 15", // M
        "M2 15 L2 3 L8 15 L8 3", // N
        "O5 9 3.4 6", // O
        "M2 15 L2 3 L5 3 A5 6.3 3.1 3.3 270 450 L2 9.6", // P
        "O5 9 3.4 6 M5.6 11.8 L8.6 16", // Q
        "M2 15 L2 3 L5 3 A5 6.2 3 3.2 270 450 L2 9.4 M5 9.4 L8.3 15", // R
        "A5 6 2.9 3 -30 -270 A5 12 3.1 3 -90 150", // S
        "M1.5 3 L8.5 3 M5 3 L5 15", // T
        "M2 3 L2 11.2 A5 11.2 3 3.8 180 0 L8 3", // U
        "M1.5 3 L5 15 L8.5 3", // V
        "M1 3 L2.8 15 L5 7 L7.2 15 L9 3", // W
        "M1.8 3 L8.2 15 M8.2 3 L1.8 15", // X
        "M1.5 3 L5 9.5 L8.5 3 M5 9.5 L5 15", // Y
        "M2 3 L8 3 L2 15 L8 15", // Z
        "M7 2.5 L4 2.5 L4 16.5 L7 16.5", // [
        "M2 2.5 L8 16.5", // backslash
        "M3 2.5 L6 2.5 L6 16.5 L3 16.5", // ]
        "M2.5 7 L5 3 L7.5 7", // ^
        "M1 17 L9 17", // _
        "M4 3 L5.6 5.4", // `
        "A5 9.6 2.6 2.6 200 360 L7.6 15 M7.6 10.8 L4.8 10.8 A4.8 12.9 2.7 2.1 270 90 L5.2 15 L7.6 13.2", // a
        "M2 3 L2 15 O5 11 3 4", // b
        "A5.3 11 3.2 4 -45 -315", // c
        "O5 11 3 4 M8 3 L8 15", // d
        "M2 11 L8 11 A5 11 3 4 0 -315", // e
        "A7 6 2.6 3 -55 -180 L4.4 15 M2 7.6 L7.5 7.6", // f
        "O5 11 3 4 M8 7 L8 15.6 A5 15.6 3 3.3 0 150", // g
        "M2 3 L2 15 M2 10.5 A5 10.5 3 3.5 180 360 L8 15", // h
        "M3 7 L5.2 7 L5.2 15 M2.5 15 L8 15 O5.1 3.5 0.4 0.4", // i
        "M3.6 7 L6.3 7 L6.3 15.8 A3.7 15.8 2.6 3.1 0 130 O6.2 3.5 0.4 0.4", // j
        "M2.4 3 L2.4 15 M7.6 7 L2.4 11.9 M4.3 10.2 L8 15", // k
        "M3 3 L5.2 3 L5.2 15 M2.5 15 L8 15", // l
        "M1.3 7 L1.3 15 M1.3 9 A3.15 9 1.85 2 180 360 L5 15 M5 9 A6.85 9 1.85 2 180 360 L8.7 15", // m
        "M2 7 L2 15 M2 10.5 A5 10.5 3 3.5 180 360 L8 15", // n
        "O5 11 3.1 4", // o
        "M2 7 L2 19 O5 11 3 4", // p
        "M8 7 L8 19 O5 11 3 4", // q
        "M2.8 7 L2.8 15 M2.8 10.5 A5.9 10.5 3.1 3.5 180 310", // r
        "A5 9 2.7 2 -25 -270 A5 13 2.9 2 -90 155", // s
        "M4.2 3.8 L4.2 12.2 A6.9 12.2 2.7 2.8 180 65 M1.9 7 L7.6 7", // t
        "M2 7 L2 11.5 A5 11.5 3 3.5 180 0 M8 7 L8 15", // u
        "M1.8 7 L5 15 L8.2 7", // v
        "M1 7 L2.9 15 L5 9 L7.1 15 L9 7", // w
        "M2 7 L8 15 M8 7 L2 15", // x
        "M1.8 7 L5 14.8 M8.2 7 L4.7 17 L3.9 18.4 L2.2 18.9", // y
        "M2.2 7 L7.8 7 L2.2 15 L7.9 15", // z
        "M7.2 2.5 L6 2.5 L5 3.5 L5 8.5 L3.5 9.5 L5 10.5 L5 15.5 L6 16.5 L7.2 16.5", // {
        "M5 2 L5 17", // |
        "M2.8 2.5 L4 2.5 L5 3.5 L5 8.5 L6.5 9.5 L5 10.5 L5 15.5 L4 16.5 L2.8 16.5", // }
        "M1.7 10.6 L2.8 9 L4.2 9 L5.8 10.5 L7.2 10.5 L8.3 8.9", // ~
        "M2 3 L8 3 L8 15 L2 15 L2 3", // what is no ASCII
    };

    private static final int FIRST = ' ';
    private static final double STEP = 15;

    /** Per character: x1, y1, x2, y2 of every stroke. */
    private static final float[][] SEGMENTS = segments();

    private PanicFont() {}

    /** The number of a character's picture; every one that is no printable ASCII has the last. */
    static int glyph(int character) {
        int glyph = character - FIRST;
        return glyph >= 0 && glyph < SEGMENTS.length - 1 ? glyph : SEGMENTS.length - 1;
    }

    static int glyphs() {
        return SEGMENTS.length;
    }

    /**
     * How much ink is on a pixel.
     *
     * @param glyph which picture
     * @param x of the pixel's centre, in units
     * @param y of the pixel's centre, in units
     * @param scale pixels a unit
     * @return 0 to 255
     */
    static int ink(int glyph, float x, float y, float scale) {
        float[] strokes = SEGMENTS[glyph];
        float nearest = Float.MAX_VALUE;
        for (int i = 0; i < strokes.length; i += 4) {
            nearest = Math.min(nearest, distance(strokes, i, x, y));
        }
        if (nearest > 4 * PEN * PEN + 4) {
            return 0;
        }
        float edge = (PEN - (float) Math.sqrt(nearest)) * scale + 0.5f;
        return edge <= 0 ? 0 : edge >= 1 ? 255 : (int) (edge * 255);
    }

    /** The square of a point's distance from a stroke. */
    private static float distance(float[] strokes, int at, float x, float y) {
        float dx = strokes[at + 2] - strokes[at];
        float dy = strokes[at + 3] - strokes[at + 1];
        float px = x - strokes[at];
        float py = y - strokes[at + 1];
        float squared = dx * dx + dy * dy;
        float along = squared == 0 ? 0 : Math.clamp((px * dx + py * dy) / squared, 0f, 1f);
        float ex = px - along * dx;
        float ey = py - along * dy;
        return ex * ex + ey * ey;
    }

    private static float[][] segments() {
        float[][] all = new float[STROKES.length][];
        for (int i = 0; i < all.length; i++) {
            all[i] = new Pen().draw(STROKES[i]);
        }
        return all;
    }

    /** Reads the language. */
    private static final class Pen {
        private float[] strokes = new float[256];
        private int length;
        private float x = Float.NaN;
        private float y;

        float[] draw(String program) {
            String[] words = program.isEmpty()
                    ? new String[0]
                    : program.replaceAll("([MLAO])", "$1 ").split(" +");
            for (int at = 0; at < words.length; ) {
                switch (words[at++]) {
                    case "M" -> {
                        x = Float.parseFloat(words[at++]);
                        y = Float.parseFloat(words[at++]);
                    }
                    case "L" -> line(Float.parseFloat(words[at++]), Float.parseFloat(words[at++]));
                    case "A" -> {
                        arc(words, at, Double.parseDouble(words[at + 4]), Double.parseDouble(words[at + 5]));
                        at += 6;
                    }
                    default -> {
                        x = Float.NaN;
                        arc(words, at, 0, 360);
                        at += 4;
                    }
                }
            }
            return Arrays.copyOf(strokes, length);
        }

        private void arc(String[] words, int at, double from, double to) {
            int steps = (int) Math.ceil(Math.abs(to - from) / STEP);
            for (int i = 0; i <= steps; i++) {
                double angle = Math.toRadians(from + (to - from) * i / steps);
                float toX = (float) (Float.parseFloat(words[at]) + Float.parseFloat(words[at + 2]) * Math.cos(angle));
                float toY =
                        (float) (Float.parseFloat(words[at + 1]) + Float.parseFloat(words[at + 3]) * Math.sin(angle));
                if (i == 0 && Float.isNaN(x)) {
                    x = toX;
                    y = toY;
                } else {
                    line(toX, toY);
                }
            }
        }

        private void line(float toX, float toY) {
            strokes[length++] = x;
            strokes[length++] = y;
            strokes[length++] = toX;
            strokes[length++] = toY;
            x = toX;
            y = toY;
        }
    }
}
