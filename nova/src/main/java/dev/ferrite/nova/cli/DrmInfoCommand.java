package dev.ferrite.nova.cli;

import dev.ferrite.drm.client.EmulatedNode;
import dev.ferrite.drm.client.KernelNode;
import dev.ferrite.drm.client.KernelNodes;
import dev.ferrite.nova.NovaModule;
import dev.ferrite.nova.boot.report.Json;
import dev.ferrite.nova.drminfo.DeviceInfo;
import dev.ferrite.nova.drminfo.Fact;
import dev.ferrite.nova.drminfo.NodeInfo;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.runtime.module.ModuleLoader;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code ferrite drminfo}: what DRM nodes say of themselves. */
final class DrmInfoCommand implements Command {
    private static final Path SYS = Path.of("/sys");

    /** What stands for the emulated device on the command line. */
    private static final String EMULATED = "nova";

    private final Console console;

    DrmInfoCommand(Console console) {
        this.console = console;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("drminfo");
        spec.usageMessage()
                .description("Shows what DRM nodes say of themselves - driver, version, capabilities, device, screens -"
                        + " in the manner of drm_info.")
                .footer("", "Ends with exit code 0, or 1 if a node cannot be asked.");
        spec.addPositional(PositionalParamSpec.builder()
                .index("0..*")
                .paramLabel("NODE")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("0..*")
                .description(
                        "a node, such as card0 or /dev/dri/renderD128, or '" + EMULATED + "' for the emulated device."
                                + " Default: every node of this system, and the emulated device if there is none")
                .build());
        spec.addOption(Options.json());
        spec.addOption(Options.help());
        return spec;
    }

    @Override
    public int run(ParseResult arguments) {
        List<String> wanted = arguments.matchedPositionalValue(0, List.of());
        if (wanted.isEmpty()) {
            wanted = KernelNodes.list().stream().map(Path::toString).toList();
        }
        if (wanted.isEmpty()) {
            wanted = List.of(EMULATED);
        }
        List<Fact> facts = new ArrayList<>();
        boolean failed = false;
        for (String node : wanted) {
            try {
                facts.addAll(node.equals(EMULATED) ? emulated() : List.of(real(node)));
            } catch (ErrnoException | InvalidPathException e) {
                console.err().println("drminfo: " + e.getMessage());
                failed = true;
            }
        }
        if (arguments.matchedOptionValue("--json", false)) {
            Map<String, Object> all = new LinkedHashMap<>();
            facts.forEach(fact -> all.put(fact.key(), fact.toMap()));
            console.out().println(Json.write(all));
        } else {
            facts.forEach(fact -> console.out().print(fact.tree()));
        }
        return failed ? Main.FAILED : Main.OK;
    }

    private static Fact real(String name) {
        Path path = name.contains("/") ? Path.of(name) : KernelNodes.FOLDER.resolve(name);
        try (KernelNode node = KernelNode.open(path)) {
            return NodeInfo.of(path.toString(), node, DeviceInfo.of(SYS, node.name()));
        }
    }

    /** Loads the module for as long as it takes. */
    private static List<Fact> emulated() {
        NovaModule nova = new NovaModule();
        ModuleLoader.system().load(nova);
        try {
            List<String> nodes = List.of(nova.primaryNode(), nova.renderNode());
            Fact device = DeviceInfo.emulated(nova.device(), nodes, nova.vramStats());
            List<Fact> facts = new ArrayList<>();
            for (String name : nodes) {
                try (EmulatedNode node = EmulatedNode.open(name, Linux.O_RDWR)) {
                    facts.add(NodeInfo.of(name + " (emulated)", node, device));
                }
            }
            return facts;
        } finally {
            ModuleLoader.system().remove(NovaModule.NAME);
        }
    }
}
