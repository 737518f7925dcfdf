package dev.ferrite.runtime.panic;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Draws the panic screen: what happened, the end of the log, and the code. Allocates nothing. */
final class PanicScreen {
    private static final int BACKGROUND = 0x15110F;
    private static final int ACCENT = 0xFF7B3A;
    private static final int BRIGHT = 0xFFFFFF;
    private static final int TEXT = 0xD5CFC8;
    private static final int DIM = 0x8A817A;
    private static final int LIGHT_MODULE = 0xFFFFFF;
    private static final int DARK_MODULE = 0x000000;

    /** Light modules around a code, by the standard. */
    private static final int QUIET = 4;

    private static final int ROWS_WANTED = 54;
    private static final int MIN_CELL = 10;
    private static final int MAX_CELL = 48;
    private static final int TAB = 8;
    private static final int MESSAGE_ROWS = 4;

    /** What {@link dev.ferrite.runtime.log.LogRecord} begins a line with. */
    private static final int STAMP = 15;

    private static final String TITLE = "KERNEL PANIC!";
    private static final String ADVICE = "Please restart the program.";
    private static final String WITH_CODE = "The code holds the end of the log: ./ferrite decode-panic FILE";
    private static final String OURS = "panic: ";

    /** The letters of the log, inked in one size: {@link #cell} rows of half as many bytes each. */
    private final MemorySegment atlas = Arena.ofAuto().allocate((long) PanicFont.glyphs() * MAX_CELL * MAX_CELL / 2);

    private ScanoutBuffer to = new ScanoutBuffer();
    private int cell;

    /** How many pixels a side of the code, quiet zone included, may have on a picture. */
    static int codeSide(int width, int height) {
        int margin = margin(cellOf(height));
        return Math.min(height - 2 * margin - 2 * cellOf(height), width * 9 / 20 - margin);
    }

    private static int cellOf(int height) {
        return Math.clamp(height / ROWS_WANTED & ~1, MIN_CELL, MAX_CELL);
    }

    private static int margin(int cell) {
        return 2 * cell;
    }

    /**
     * Draws it.
     *
     * @param picture where to
     * @param message what happened
     * @param log the end of the log
     * @param from where it begins there
     * @param code the modules of the code
     * @param codeWidth how many there are in a row; 0 for none
     */
    void draw(
            ScanoutBuffer picture, PanicText message, MemorySegment log, long from, MemorySegment code, int codeWidth) {
        to = picture;
        prepare(cellOf(picture.height()));
        int margin = margin(cell);
        picture.fill(0, 0, picture.width(), picture.height(), BACKGROUND);
        picture.fill(0, 0, picture.width(), Math.max(2, cell / 4), ACCENT);
        int right = picture.width() - margin;
        if (codeWidth > 0) {
            right = drawCode(code, codeWidth, margin) - margin;
        }
        int y = margin;
        int big = Math.min(3 * cell, (right - margin) * 2 / TITLE.length());
        text(TITLE, margin, y, big, ACCENT);
        y += big + cell / 2;
        y = paragraph(message, margin, y, right, cell * 3 / 2, BRIGHT);
        y += cell / 2;
        text(ADVICE, margin, y, cell, DIM);
        y += cell * 2;
        picture.fill(margin, y, right - margin, Math.max(1, cell / 16), DIM);
        y += cell;
        drawLog(log, from, margin, y, right, picture.height() - margin);
    }

    // ---- The code

    /** Draws the code on a white card at the right; where the card begins. */
    private int drawCode(MemorySegment code, int codeWidth, int margin) {
        int modules = codeWidth + 2 * QUIET;
        int side = codeSide(to.width(), to.height());
        int scale = side / modules;
        if (scale == 0) {
            return to.width();
        }
        int left = to.width() - margin - scale * modules;
        int top = Math.max(margin, (to.height() - scale * modules - 2 * cell) / 2);
        to.fill(left, top, scale * modules, scale * modules, LIGHT_MODULE);
        int stride = (codeWidth + 7) / 8;
        for (int y = 0; y < codeWidth; y++) {
            for (int x = 0; x < codeWidth; x++) {
                if ((code.get(JAVA_BYTE, (long) y * stride + (x >> 3)) & 0x80 >> (x & 7)) == 0) {
                    to.fill(left + (x + QUIET) * scale, top + (y + QUIET) * scale, scale, scale, DARK_MODULE);
                }
            }
        }
        int below = top + scale * modules + cell / 2;
        if (WITH_CODE.length() * cell / 2 <= scale * modules) {
            text(WITH_CODE, left, below, cell, DIM);
        }
        return left;
    }

    // ---- The log

    private void drawLog(MemorySegment log, long from, int left, int top, int right, int bottom) {
        int columns = (right - left) / (cell / 2);
        int rows = (bottom - top) / cell;
        if (columns < 1) {
            return;
        }
        long begin = log.byteSize();
        while (begin > from) {
            long line = lineBefore(log, from, begin);
            int needed = rowsOf(log, line, begin, columns);
            if (needed > rows) {
                break;
            }
            rows -= needed;
            begin = line;
        }
        int y = top;
        while (begin < log.byteSize()) {
            long end = lineEnd(log, begin);
            y = drawLine(log, begin, end, left, y, columns);
            begin = end + 1;
        }
    }

    private static long lineBefore(MemorySegment log, long from, long end) {
        long at = end - 1; // the line end
        while (at > from && log.get(JAVA_BYTE, at - 1) != '\n') {
            at--;
        }
        return at;
    }

    private static long lineEnd(MemorySegment log, long from) {
        long at = from;
        while (at < log.byteSize() && log.get(JAVA_BYTE, at) != '\n') {
            at++;
        }
        return at;
    }

    private static int indent(int columns) {
        return columns > 3 * STAMP ? STAMP : 0;
    }

    private static int rowsOf(MemorySegment log, long from, long end, int columns) {
        int rows = 1;
        int column = 0;
        for (long at = from; at < end && log.get(JAVA_BYTE, at) != '\n'; at++) {
            int b = log.get(JAVA_BYTE, at);
            if (isContinuation(b)) {
                continue;
            }
            if (column >= columns) {
                rows++;
                column = indent(columns);
            }
            column = b == '\t' ? column / TAB * TAB + TAB : column + 1;
        }
        return rows;
    }

    private int drawLine(MemorySegment log, long from, long end, int left, int top, int columns) {
        int y = top;
        int column = 0;
        boolean stamp = from < end && log.get(JAVA_BYTE, from) == '[';
        int after = isOurs(log, from + STAMP, end) ? ACCENT : TEXT;
        int color = stamp ? DIM : after;
        for (long at = from; at < end; at++) {
            int b = log.get(JAVA_BYTE, at);
            if (isContinuation(b)) {
                continue;
            }
            if (column >= columns) {
                y += cell;
                column = indent(columns);
            }
            if (b == '\t') {
                column = column / TAB * TAB + TAB;
                continue;
            }
            glyph(PanicFont.glyph(b), left + column * (cell / 2), y, color);
            column++;
            if (b == ']') {
                color = after;
            }
        }
        return y + cell;
    }

    private static boolean isOurs(MemorySegment log, long from, long end) {
        if (end - from < OURS.length()) {
            return false;
        }
        for (int i = 0; i < OURS.length(); i++) {
            if (log.get(JAVA_BYTE, from + i) != OURS.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isContinuation(int b) {
        return (b & 0xc0) == 0x80;
    }

    // ---- Letters

    private void prepare(int size) {
        if (cell == size) {
            return;
        }
        cell = size;
        float scale = (float) size / PanicFont.HEIGHT;
        long at = 0;
        for (int glyph = 0; glyph < PanicFont.glyphs(); glyph++) {
            for (int y = 0; y < size; y++) {
                for (int x = 0; x < size / 2; x++) {
                    int ink = PanicFont.ink(glyph, (x + 0.5f) / scale, (y + 0.5f) / scale, scale);
                    atlas.set(JAVA_BYTE, at++, (byte) ink);
                }
            }
        }
    }

    private void glyph(int glyph, int left, int top, int color) {
        int columns = cell / 2;
        long at = (long) glyph * cell * columns;
        for (int y = 0; y < cell; y++) {
            for (int x = 0; x < columns; x++) {
                blend(left + x, top + y, color, atlas.get(JAVA_BYTE, at++) & 0xff);
            }
        }
    }

    /** Draws text in a size of its own. */
    private void text(String text, int left, int top, int size, int color) {
        for (int i = 0; i < text.length(); i++) {
            big(text.charAt(i), left + i * (size / 2), top, size, color);
        }
    }

    private void big(int character, int left, int top, int size, int color) {
        float scale = (float) size / PanicFont.HEIGHT;
        int glyph = PanicFont.glyph(character);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size / 2; x++) {
                blend(left + x, top + y, color, PanicFont.ink(glyph, (x + 0.5f) / scale, (y + 0.5f) / scale, scale));
            }
        }
    }

    /** Draws a text over several rows, broken between words where it can be; where the next row would begin. */
    private int paragraph(PanicText text, int left, int top, int right, int size, int color) {
        int columns = Math.max(1, (right - left) / (size / 2));
        MemorySegment bytes = text.memory();
        int y = top;
        int from = 0;
        for (int row = 0; row < MESSAGE_ROWS && from < text.length(); row++, y += size) {
            int end = rowEnd(bytes, from, text.length(), columns);
            int column = 0;
            for (int at = from; at < end; at++) {
                int b = bytes.get(JAVA_BYTE, at);
                if (!isContinuation(b)) {
                    big(b == '\t' ? ' ' : b, left + column++ * (size / 2), y, size, color);
                }
            }
            from = end;
            while (from < text.length() && (bytes.get(JAVA_BYTE, from) == ' ' || bytes.get(JAVA_BYTE, from) == '\n')) {
                from++;
            }
        }
        return y;
    }

    private static int rowEnd(MemorySegment bytes, int from, int length, int columns) {
        int column = 0;
        int space = -1;
        for (int at = from; at < length; at++) {
            int b = bytes.get(JAVA_BYTE, at);
            if (b == '\n') {
                return at;
            }
            if (b == ' ') {
                space = at;
            }
            if (!isContinuation(b) && ++column > columns) {
                return space > from ? space : at;
            }
        }
        return length;
    }

    private void blend(int x, int y, int color, int ink) {
        if (ink == 0 || x >= to.width() || y >= to.height() || x < 0 || y < 0) {
            return;
        }
        int below = to.pixel(x, y);
        int red = mix(below >> 16, color >> 16, ink);
        int green = mix(below >> 8, color >> 8, ink);
        int blue = mix(below, color, ink);
        to.pixel(x, y, red << 16 | green << 8 | blue);
    }

    private static int mix(int below, int above, int ink) {
        return ((below & 0xff) * (255 - ink) + (above & 0xff) * ink + 127) / 255;
    }
}
