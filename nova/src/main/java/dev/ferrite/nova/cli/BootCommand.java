package dev.ferrite.nova.cli;

import dev.ferrite.nova.NovaModule;
import dev.ferrite.nova.boot.BootJob;
import dev.ferrite.nova.boot.BootOptions;
import dev.ferrite.nova.boot.BootReport;
import dev.ferrite.nova.boot.Progress;
import dev.ferrite.nova.boot.report.Json;
import dev.ferrite.nova.boot.report.Tables;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.runtime.log.KernelLog;
import dev.ferrite.runtime.log.LogConsole;
import dev.ferrite.runtime.log.LogLevel;
import dev.ferrite.runtime.log.LogSink;
import dev.ferrite.runtime.module.ModuleLoader;
import dev.ferrite.runtime.module.ModuleTable;
import dev.ferrite.runtime.panic.Panic;
import dev.ferrite.runtime.panic.PanicConfig;
import dev.ferrite.runtime.panic.PanicHandler;
import dev.ferrite.runtime.panic.ScanoutBuffer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code ferrite boot}: the main job. */
final class BootCommand implements Command {
    /** How long Ctrl-C waits for the run to close everything. */
    private static final long STOP_SECONDS = 10;

    private static final String MEMFD = "memfd";
    private static final Path DEFAULT_OUT = Path.of("target", "boot");

    private final Console console;

    BootCommand(Console console) {
        this.console = console;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("boot");
        spec.usageMessage()
                .description("Boots the runtime, loads the nova module and renders a picture through its buffers:"
                        + " several clients share one scan-out buffer, another verifies every byte. Prints"
                        + " latencies, unloads the module and proves that nothing leaked.")
                .footer(
                        "",
                        "Writes ferrite.png (ferrite-0001.png ... with several frames) and latency.png.",
                        "Ends with 'boot: ok ...' and exit code 0, or 'boot: FAILED ...' and 1; a wrong command line"
                                + " is 2, and a panic, which writes panic.png, is " + Panic.EXIT_CODE + ".");
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("nova [NAME=VALUE...]")
                .hideParamSyntax(true)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("0..*")
                .index("0..*")
                .description(
                        "the module, which is nova, and its parameters, such as vram=64M (see ferrite modinfo nova);"
                                + " they outweigh the options")
                .build());
        spec.addOption(Options.text(
                "--vram",
                "memfd|FILE|NODE",
                "what VRAM is made of: memory, or a file (made and removed again"
                        + " if it is not there; kept, and overwritten, if it is), or a real device by its node, such as"
                        + " /dev/dri/card0. Default: memfd"));
        spec.addOption(Options.text("--vram-size", "BYTES", "how much VRAM, with K, M or G. Default: enough"));
        spec.addOption(Options.text(
                "--size",
                "WxH",
                "the picture. Default: 1920x1080, at most " + BootOptions.MAX_WIDTH + "x" + BootOptions.MAX_HEIGHT));
        spec.addOption(Options.text("--frames", "N", "moments of the drop, one PNG each. Default: 1"));
        spec.addOption(Options.text("--threads", "N", "clients that render. Default: twice the cores"));
        spec.addOption(Options.text(
                "--out", "DIR", "folder for the files; must exist. Default: target/boot, made if missing"));
        spec.addOption(Options.text("--seed", "N", "which drop. Default: 1"));
        spec.addOption(Options.text(
                "--unplug-at",
                "TIME",
                "take the device away this long after the start, such as 500ms: a" + " fault to watch"));
        spec.addOption(Options.text(
                "--panic-at", "TIME", "panic this long after the start, such as 2s; see ferrite decode-panic"));
        spec.addOption(Options.text(
                "--metrics",
                "[ADDRESS:]PORT",
                "serve the counters as OpenMetrics text at http://ADDRESS:PORT/metrics while the job runs, and as a JMX"
                        + " bean. Default address: this machine only"));
        spec.addOption(Options.flag(
                "--json",
                "print a report for machines on standard output, and everything else on" + " standard error"));
        spec.addOption(Options.flag("--debug", "show the stack of an error"));
        spec.addOption(Options.help());
        return spec;
    }

    @Override
    public int run(ParseResult arguments) {
        BootOptions options = options(arguments);
        boolean json = arguments.matchedOptionValue("--json", false);
        boolean debug = arguments.matchedOptionValue("--debug", false);
        PrintStream text = json ? console.err() : console.out();
        boolean bar = console.terminal() && !json;
        Observation observation = new Observation(arguments.matchedOptionValue("--metrics", ""));
        ProgressLine progress = new ProgressLine(text);
        BootJob job = new BootJob(options, parameters(arguments), bar ? progress : Progress.NONE);
        CountDownLatch told = new CountDownLatch(1);
        Thread onSignal = stopper(job, told);
        Runtime.getRuntime().addShutdownHook(onSignal);
        try (observation;
                ModuleTable table = ModuleTable.publish(ModuleLoader.system())) {
            Objects.requireNonNull(table);
            LogSink sink = bar ? progress.aboveBar() : record -> text.println(record.line());
            BootReport report = guarded(options, job, observation, sink);
            print(report, json, debug, text);
            return report.isOk() ? Main.OK : Main.FAILED;
        } catch (IOException | ErrnoException e) {
            console.err().println("boot: FAILED " + e.getMessage());
            return Main.FAILED;
        } finally {
            told.countDown();
            unhook(onSignal);
        }
    }

    /** A bug of ours ends the process with a screen that says why. */
    private static BootReport guarded(BootOptions options, BootJob job, Observation observation, LogSink sink)
            throws IOException {
        int width = Math.max(options.width(), ScanoutBuffer.MIN_SIDE);
        int height = Math.max(options.height(), ScanoutBuffer.MIN_SIDE);
        PanicConfig config = PanicConfig.defaults().withPicture(options.out().resolve("panic.png"), width, height);
        Panic.Uncaught uncaught = Panic.catchUncaught();
        try (PanicHandler panic = Panic.install(config)) {
            panic.addNotifier(message -> KernelLog.system().flush());
            return logged(job, observation, sink);
        } finally {
            uncaught.close();
        }
    }

    private static BootReport logged(BootJob job, Observation observation, LogSink sink) throws IOException {
        try (LogConsole log = KernelLog.system().addConsole(sink, LogLevel.INFO)) {
            observation.start();
            BootReport report = job.run();
            log.flush(TimeUnit.SECONDS.toNanos(STOP_SECONDS));
            return report;
        }
    }

    /** Ctrl-C ends the job early, and the JVM only when everything is closed and the verdict is printed. */
    private static Thread stopper(BootJob job, CountDownLatch told) {
        return new Thread(
                () -> {
                    job.stop("interrupted");
                    try {
                        told.await(STOP_SECONDS, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "boot-stop");
    }

    private static void unhook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is going down: the hook is what waits for us.
        }
    }

    private void print(BootReport report, boolean json, boolean debug, PrintStream text) {
        if (debug && report.failure() != null) {
            report.failure().printStackTrace(console.err());
        }
        if (json) {
            console.out().println(Json.write(report.toMap()));
        } else {
            text.println();
            if (!report.latencies().isEmpty()) {
                Tables.latencies(report.latencies(), report.options().threads()).forEach(text::println);
                text.println();
            }
            Tables.leaks(report.leaks()).forEach(text::println);
            text.println();
        }
        text.println(report.verdict());
        text.flush();
    }

    /** The parameters after the module's name. */
    private static List<String> parameters(ParseResult arguments) {
        List<String> words = arguments.matchedPositionalValue(0, List.<String>of());
        if (!words.isEmpty() && !words.getFirst().equals(NovaModule.NAME)) {
            throw new IllegalArgumentException("boot renders through the module nova: '" + words.getFirst()
                    + "' is another; its parameters follow it");
        }
        return words.isEmpty() ? words : words.subList(1, words.size());
    }

    private static BootOptions options(ParseResult arguments) {
        String vram = arguments.matchedOptionValue("--vram", MEMFD);
        String vramSize = arguments.matchedOptionValue("--vram-size", "");
        int[] size = Values.size("--size", arguments.matchedOptionValue("--size", "1920x1080"));
        String out = arguments.matchedOptionValue("--out", "");
        String unplug = arguments.matchedOptionValue("--unplug-at", "");
        String panic = arguments.matchedOptionValue("--panic-at", "");
        String threads = arguments.matchedOptionValue("--threads", "");
        int twice = BootOptions.defaults(DEFAULT_OUT).threads();
        return new BootOptions(
                vram.equals(MEMFD) ? null : path("--vram", vram),
                arguments.hasMatchedOption("--vram-size") ? Values.bytes("--vram-size", vramSize) : 0,
                size[0],
                size[1],
                Values.integer("--frames", arguments.matchedOptionValue("--frames", "1")),
                arguments.hasMatchedOption("--threads") ? Values.integer("--threads", threads) : twice,
                arguments.hasMatchedOption("--out") ? path("--out", out) : DEFAULT_OUT,
                !arguments.hasMatchedOption("--out"),
                Values.number("--seed", arguments.matchedOptionValue("--seed", "1")),
                arguments.hasMatchedOption("--unplug-at") ? Values.duration("--unplug-at", unplug) : null,
                arguments.hasMatchedOption("--panic-at") ? Values.duration("--panic-at", panic) : null);
    }

    private static Path path(String option, String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException(option + ": the path is empty");
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(option + ": '" + text + "' is not a path: " + e.getReason(), e);
        }
    }
}
