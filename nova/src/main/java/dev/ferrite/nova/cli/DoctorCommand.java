package dev.ferrite.nova.cli;

import dev.ferrite.runtime.machine.DoctorReport;
import dev.ferrite.runtime.machine.Machine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code ferrite doctor}: what this machine offers, and what that means. */
final class DoctorCommand implements Command {
    private final Console console;

    DoctorCommand(Console console) {
        this.console = console;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("doctor");
        spec.usageMessage()
                .description(
                        "Says what this machine offers - Java, cores, memory and huge pages, kernel calls, DRM nodes,"
                                + " PCI display devices, limits - and what each means for you. Changes nothing.")
                .footer("", "Ends with exit code 0, or 1 if something that Ferrite needs is missing.");
        spec.addOption(Options.json());
        spec.addOption(Options.help());
        return spec;
    }

    @Override
    public int run(ParseResult arguments) {
        DoctorReport report = DoctorReport.of(Machine.real());
        console.out()
                .print(
                        arguments.matchedOptionValue("--json", false)
                                ? report.json()
                                : report.text(DoctorReport.colour(console.terminal(), System.getenv())));
        return report.isOk() ? Main.OK : Main.FAILED;
    }
}
