package dev.ferrite.nova.cli;

import dev.ferrite.nova.boot.Progress;
import dev.ferrite.runtime.log.LogRecord;
import dev.ferrite.runtime.log.LogSink;
import java.io.PrintStream;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * A progress bar on the last line of a terminal, and log lines above it.
 *
 * <p>Bar and log are drawn by different threads; each line is written as one piece.
 */
final class ProgressLine implements Progress {
    private static final int WIDTH = 78;
    private static final int UPDATE_MILLIS = 100;
    private static final String WIPE = "\r\u001b[K";

    private final PrintStream out;
    private @Nullable ProgressBar bar;
    private String drawn = "";

    ProgressLine(PrintStream out) {
        this.out = out;
    }

    /** Where log records go while the bar may be drawn. */
    LogSink aboveBar() {
        return this::print;
    }

    private synchronized void print(LogRecord record) {
        out.print(WIPE + record.line() + System.lineSeparator() + drawn);
        out.flush();
    }

    private synchronized void draw(String line) {
        drawn = line;
        out.print(WIPE + line);
        out.flush();
    }

    @Override
    public void begin(long total) {
        bar = new ProgressBarBuilder()
                .setTaskName("rendering")
                .setInitialMax(total)
                .setUnit(" tiles", 1)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .setUpdateIntervalMillis(UPDATE_MILLIS)
                .setConsumer(new DelegatingProgressBarConsumer(this::draw, WIDTH))
                .build();
    }

    @Override
    public void reached(long done) {
        if (bar != null) {
            bar.stepTo(done);
        }
    }

    @Override
    public void end() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
        draw("");
    }
}
