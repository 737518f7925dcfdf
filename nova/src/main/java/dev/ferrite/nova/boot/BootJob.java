package dev.ferrite.nova.boot;

import dev.ferrite.nova.NovaConfig;
import dev.ferrite.nova.NovaModule;
import dev.ferrite.nova.boot.report.Latencies;
import dev.ferrite.nova.boot.report.LatencyRow;
import dev.ferrite.nova.boot.report.LeakProof;
import dev.ferrite.nova.boot.report.Operation;
import dev.ferrite.nova.boot.report.Tables;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.runtime.log.KernelLog;
import dev.ferrite.runtime.log.LogLevel;
import dev.ferrite.runtime.module.ModuleLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.HdrHistogram.Histogram;

/**
 * One run of the main job, from loading the module, or finding the real device, to the proof that nothing is left.
 *
 * <p>{@link #run} is called once, by one thread, and blocks for seconds; {@link #stop} may be called by any thread. A
 * run owns the module name {@code nova} while it lasts, so a process has one at a time.
 */
public final class BootJob {
    private final BootOptions options;
    private final Progress progress;
    private final Stage stage = new Stage();

    /**
     * A run that has not begun.
     *
     * @param options what to do
     * @param progress is told how far it is
     */
    public BootJob(BootOptions options, Progress progress) {
        this.options = options;
        this.progress = progress;
    }

    /**
     * Ends the run early and well: clients stop at their next tile, everything is closed, {@link #run} reports a
     * failure.
     *
     * @param reason the sentence it reports
     */
    public void stop(String reason) {
        stage.fail(new BootFailure(reason));
    }

    /**
     * Does the job.
     *
     * @return the report; a failure is in it, not thrown
     */
    public BootReport run() {
        long start = System.nanoTime();
        KernelLog.system(); // has a descriptor of its own, for as long as the process lives
        LeakProof proof = LeakProof.begin(SharedScanout::references);
        RenderRun rendering = new RenderRun(options, stage, progress);
        BootFailure failure = null;
        try {
            prepareOut();
            if (options.isReal()) {
                rendering.run(KernelGpu.at(Objects.requireNonNull(options.vramFile())), () -> {});
            } else {
                withModule(rendering);
            }
        } catch (Throwable t) {
            failure = BootFailure.of(t);
        }
        List<LeakProof.Row> leaks = proof.end();
        Map<Operation, Histogram> histograms = Latencies.merge(rendering.latencies());
        Path plot = null;
        if (failure == null) {
            try {
                plot = Plots.write(histograms, options.out().resolve("latency.png"));
            } catch (IOException e) {
                failure = BootFailure.of(e);
            }
        }
        return new BootReport(
                options,
                failure,
                rendering.tiles(),
                rendering.tilesByClient(),
                rendering.bytesVerified(),
                rendering.checksum(),
                rendering.pictures(),
                plot,
                LatencyRow.of(histograms),
                leaks,
                rendering.nanos() / 1_000_000,
                (System.nanoTime() - start) / 1_000_000);
    }

    private void withModule(RenderRun rendering) throws BootFailure {
        long vramBytes = options.vramBytes() == 0 ? options.enoughVram() : options.vramBytes();
        NovaModule nova = new NovaModule(new NovaConfig(options.vramFile(), vramBytes));
        log("loading module nova, VRAM " + Tables.size(vramBytes) + " in "
                + (options.vramFile() == null ? "a memfd" : options.vramFile()));
        try {
            ModuleLoader.system().load(nova);
        } catch (ErrnoException e) {
            throw new BootFailure(
                    "VRAM of " + Tables.size(vramBytes) + " in "
                            + (options.vramFile() == null ? "a memfd" : options.vramFile()) + ": " + e.errno() + " ("
                            + e.errno().message() + ")",
                    e);
        }
        try {
            rendering.run(new NovaGpu(nova.renderNode()), nova::unplug);
        } finally {
            ModuleLoader.system().unload(NovaModule.NAME);
        }
        log("unloaded module nova");
    }

    private static void log(String message) {
        KernelLog.system().log(LogLevel.INFO, "boot", message);
    }

    private void prepareOut() throws BootFailure {
        Path out = options.out();
        try {
            if (options.makeOut()) {
                Files.createDirectories(out);
            }
        } catch (IOException e) {
            throw new BootFailure("output folder " + out + " cannot be made: " + BootFailure.sentence(e), e);
        }
        if (!Files.isDirectory(out)) {
            throw new BootFailure(
                    Files.exists(out)
                            ? "output folder " + out + " is not a folder"
                            : "output folder " + out + " does not exist");
        }
        if (!Files.isWritable(out)) {
            throw new BootFailure("output folder " + out + " cannot be written: permission denied");
        }
    }
}
