package dev.ferrite.nova.cli;

import dev.ferrite.offheap.linux.Linux;
import java.io.PrintStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

/** A picture of text lines that takes the place of the last one, on a screen of its own. */
final class Terminal implements AutoCloseable {
    private static final int STDOUT = 1;
    private static final int TIOCGWINSZ = 0x5413;
    private static final int ROWS = 24;
    private static final int COLUMNS = 80;

    private static final String ENTER = "\u001b[?1049h\u001b[?25l";
    private static final String LEAVE = "\u001b[?25h\u001b[?1049l";

    private final PrintStream out;
    private final Thread onExit;
    private boolean left;

    /** Enters the screen; Ctrl-C leaves it, too. */
    Terminal(PrintStream out) {
        this.out = out;
        this.onExit = new Thread(this::leave, "terminal");
        Runtime.getRuntime().addShutdownHook(onExit);
        out.print(ENTER);
        out.flush();
    }

    /** Draws lines, cut to the window. */
    void draw(List<String> lines) {
        int[] size = size();
        StringBuilder picture = new StringBuilder("\u001b[H");
        int shown = Math.min(lines.size(), size[0]);
        for (int i = 0; i < shown; i++) {
            String line = i == shown - 1 && shown < lines.size()
                    ? "... and " + (lines.size() - shown + 1) + " more: the window is too low"
                    : lines.get(i);
            picture.append(line, 0, Math.min(line.length(), size[1])).append("\u001b[K");
            picture.append(i < shown - 1 ? "\r\n" : "");
        }
        print(picture.append("\u001b[J").toString());
    }

    private synchronized void print(String picture) {
        if (!left) {
            out.print(picture);
            out.flush();
        }
    }

    /** Rows and columns of the window. */
    private static int[] size() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment winsize = arena.allocate(8, 8);
            int rows = 0;
            int columns = 0;
            if (Linux.ioctl(STDOUT, TIOCGWINSZ, winsize.address()) == 0) {
                rows = winsize.get(ValueLayout.JAVA_SHORT, 0) & 0xffff;
                columns = winsize.get(ValueLayout.JAVA_SHORT, 2) & 0xffff;
            }
            return new int[] {rows > 0 ? rows : ROWS, columns > 0 ? columns : COLUMNS};
        }
    }

    private synchronized void leave() {
        if (!left) {
            left = true;
            out.print(LEAVE);
            out.flush();
        }
    }

    @Override
    public void close() {
        leave();
        try {
            Runtime.getRuntime().removeShutdownHook(onExit);
        } catch (IllegalStateException e) {
            // The JVM is going down: the hook has run, or does nothing any more.
        }
    }
}
