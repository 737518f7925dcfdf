package dev.ferrite.nova.cli;

import dev.ferrite.runtime.module.ModuleInfo;
import dev.ferrite.runtime.module.ModuleLoader;
import dev.ferrite.runtime.module.ModuleParam;
import dev.ferrite.runtime.module.ModuleType;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code ferrite modinfo MODULE}: what a module says of itself. */
final class ModinfoCommand implements Command {
    private final Console console;

    ModinfoCommand(Console console) {
        this.console = console;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("modinfo");
        spec.usageMessage().description("Shows what a module says of itself, and which parameters it takes.");
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("MODULE")
                .type(String.class)
                .arity("1")
                .index("0")
                .required(true)
                .description("name or alias of a declared module")
                .build());
        spec.addOption(Options.help());
        return spec;
    }

    @Override
    public int run(ParseResult arguments) {
        String name = arguments.matchedPositionalValue(0, "");
        ModuleType type = ModuleLoader.system().find(name);
        if (type == null) {
            console.err().println("ferrite: modinfo: module '" + name + "' is not declared (see ferrite lsmod)");
            return Main.FAILED;
        }
        ModuleInfo info = type.info();
        line("name", info.name());
        line("description", info.description());
        info.authors().forEach(author -> line("author", author));
        line("license", info.license());
        info.aliases().forEach(alias -> line("alias", alias));
        info.firmware().forEach(file -> line("firmware", file));
        line("depends", String.join(",", info.depends()));
        info.params().forEach(param -> line("parm", text(param)));
        return Main.OK;
    }

    private void line(String key, String value) {
        console.out().println("%-13s %s".formatted(key + ":", value).stripTrailing());
    }

    private static String text(ModuleParam param) {
        List<String> facts = param.defaultValue().isEmpty()
                ? List.of(param.type().toString())
                : List.of(param.type().toString(), "default " + param.defaultValue());
        return param.name() + ":" + param.description() + " (" + String.join(", ", facts) + ")";
    }
}
