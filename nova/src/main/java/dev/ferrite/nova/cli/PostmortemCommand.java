package dev.ferrite.nova.cli;

import dev.ferrite.runtime.panic.CrashReport;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code ferrite postmortem}: the panic screen of a process that cannot draw it itself any more. */
final class PostmortemCommand implements Command {
    private final Console console;

    PostmortemCommand(Console console) {
        this.console = console;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("postmortem");
        spec.usageMessage()
                .description(
                        "Prints the end of another process's log and its state, and draws its panic screen. For a JVM"
                                + " that crashes: it is the command that -XX:OnError runs while the dead process is still there,"
                                + " as it does for 'ferrite boot'. A process that hangs can be looked at, too; it is not"
                                + " disturbed.")
                .footer(
                        "",
                        "The picture goes where that process wanted its own, if it is yours and has named a file.",
                        "Ends with exit code 0, or 1 if there is no such process, log or picture to be written.");
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("PID")
                .required(true)
                .arity("1")
                .type(String.class)
                .description("the process")
                .build());
        spec.addOption(Options.text("--picture", "FILE", "where the screen is drawn to instead, as a PNG"));
        spec.addOption(Options.help());
        return spec;
    }

    @Override
    public int run(ParseResult arguments) {
        long pid = Values.number("PID", arguments.matchedPositionalValue(0, ""));
        String named = arguments.matchedOptionValue("--picture", "");
        try {
            CrashReport report = CrashReport.of(pid);
            console.err().print(report.text());
            Path picture = arguments.hasMatchedOption("--picture") ? Path.of(named) : report.picture();
            if (picture != null) {
                long lines = report.draw(picture);
                console.err()
                        .println("panic: the screen is in " + picture + ", its code holds " + lines
                                + " lines of the log");
            }
            Path jvm = report.jvmReport();
            if (jvm != null) {
                console.err().println("panic: the JVM's own report is in " + jvm);
            }
            return Main.OK;
        } catch (IOException e) {
            console.err().println("postmortem: " + e.getMessage());
            return Main.FAILED;
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("--picture: '" + named + "' is not a path: " + e.getReason(), e);
        }
    }
}
