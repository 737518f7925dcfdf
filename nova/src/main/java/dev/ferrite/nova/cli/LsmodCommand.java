package dev.ferrite.nova.cli;

import dev.ferrite.runtime.module.ModuleInfo;
import dev.ferrite.runtime.module.ModuleLoader;
import dev.ferrite.runtime.module.ModuleType;
import dev.ferrite.runtime.module.OtherModules;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code ferrite lsmod}: the modules of running ferrite processes, and those that could be loaded. */
final class LsmodCommand implements Command {
    private static final String ROW = "%-12s %-13s %5s  %s";

    private final Console console;
    private final Path proc;

    LsmodCommand(Console console, Path proc) {
        this.console = console;
        this.proc = proc;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("lsmod");
        spec.usageMessage()
                .description("Lists the modules of every ferrite process that runs and that you may look into: state,"
                        + " how many references keep it, and the modules among those. Then the modules that are"
                        + " declared here and could be loaded.")
                .footer("", "A '?' stands where the kernel does not let you read that process's memory.");
        spec.addOption(Options.help());
        return spec;
    }

    @Override
    public int run(ParseResult arguments) {
        PrintStream out = console.out();
        List<OtherModules> processes = OtherModules.find(proc);
        for (OtherModules process : processes) {
            out.println("process " + process.pid());
            out.println(ROW.formatted("Module", "State", "Used", "By").stripTrailing());
            process.modules().forEach(module -> out.println(row(process, module)));
            out.println();
        }
        if (processes.isEmpty()) {
            out.println("no ferrite process with modules is running");
            out.println();
        }
        out.println("declared here:");
        for (ModuleType type : ModuleLoader.system().discover()) {
            ModuleInfo info = type.info();
            out.println("%-12s %s".formatted(info.name(), info.description()).stripTrailing());
        }
        return Main.OK;
    }

    private static String row(OtherModules process, OtherModules.Row module) {
        String users =
                module.users().isPresent() ? Integer.toString(module.users().getAsInt()) : "?";
        List<String> by = process.modules().stream()
                .filter(other -> other.depends().contains(module.name()))
                .map(OtherModules.Row::name)
                .toList();
        return ROW.formatted(module.name(), module.state(), users, String.join(",", by))
                .stripTrailing();
    }
}
