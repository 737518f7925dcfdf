package dev.ferrite.nova.cli;

import dev.ferrite.offheap.config.Config;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code ferrite config}: every switch with its value and where that comes from. */
final class ConfigCommand implements Command {
    private final Console console;

    ConfigCommand(Console console) {
        this.console = console;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("config");
        spec.usageMessage()
                .description(
                        "Lists every option with its value, the place that set it, the values it takes and what it does.")
                .footer(
                        "",
                        "An option is set in the file that FERRITE_CONFIG names (kasan=true), in the environment"
                                + " (FERRITE_KASAN=true) or as a property of the JVM (-Dferrite.kasan=true); the later"
                                + " outweighs the earlier.");
        spec.addOption(Options.help());
        return spec;
    }

    @Override
    public int run(ParseResult arguments) {
        console.out().print(Config.ofThisProcess().table());
        return Main.OK;
    }
}
