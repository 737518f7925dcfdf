package dev.ferrite.nova.boot;

import dev.ferrite.drm.image.PngFile;
import dev.ferrite.nova.boot.report.LatencyPlot;
import dev.ferrite.nova.boot.report.Operation;
import dev.ferrite.runtime.log.KernelLog;
import dev.ferrite.runtime.log.LogLevel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Writes the latency plot, where the JDK can draw text at all. */
final class Plots {
    private Plots() {}

    /** The file; null on a machine without the font libraries, which is no failure of the run. */
    static @Nullable Path write(Map<Operation, Histogram> histograms, Path file) throws IOException {
        try {
            PngFile.write(LatencyPlot.draw(histograms), file);
            return file;
        } catch (LinkageError | NullPointerException | InternalError e) {
            // What the JDK throws when libfreetype or every font is missing differs by version.
            KernelLog.system()
                    .log(LogLevel.WARNING, "boot", "no plot: the JDK cannot draw text here (fonts missing): " + e);
            return null;
        }
    }
}
