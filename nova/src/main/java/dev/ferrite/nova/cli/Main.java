package dev.ferrite.nova.cli;

import dev.ferrite.offheap.bindgen.Bindgen;
import dev.ferrite.offheap.btf.Btf;
import dev.ferrite.offheap.config.Config;
import dev.ferrite.offheap.config.ConfigException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The program: {@code ferrite COMMAND [OPTIONS]}. */
public final class Main {
    /** All is well. */
    public static final int OK = 0;

    /** The command could not do what it should, and said why. */
    public static final int FAILED = 1;

    /** The command line was wrong; nothing was done. */
    public static final int USAGE = 2;

    private Main() {}

    /**
     * Runs a command and ends the JVM with its exit code.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        System.setProperty("java.awt.headless", "true");
        int code = run(Console.system(), args);
        System.out.flush();
        System.err.flush();
        System.exit(code);
    }

    /**
     * Runs a command.
     *
     * @param console where to print
     * @param args the command line
     * @return the exit code
     */
    static int run(Console console, String... args) {
        try {
            Config.ofThisProcess();
        } catch (ConfigException e) {
            return usage(console, e.getMessage());
        }
        if (args.length > 0) {
            // Tools of the ground floor, which knows no command-line library.
            String[] rest = Arrays.copyOfRange(args, 1, args.length);
            switch (args[0]) {
                case "bindgen" -> {
                    return Bindgen.run(rest, console.out(), console.err());
                }
                case "btf" -> {
                    return Btf.run(rest, console.out(), console.err());
                }
                default -> {}
            }
        }
        CommandSpec ferrite = CommandSpec.create().name("ferrite").version("ferrite 0.1.0");
        ferrite.usageMessage().description("The abstractions of Rust for Linux on the JVM.");
        ferrite.addSubcommand("boot", new BootCommand(console).spec());
        ferrite.addSubcommand("dmesg", new DmesgCommand(console).spec());
        ferrite.addSubcommand("doctor", new DoctorCommand(console).spec());
        ferrite.addSubcommand("drminfo", new DrmInfoCommand(console).spec());
        ferrite.addSubcommand("config", new ConfigCommand(console).spec());
        ferrite.addSubcommand("decode-panic", new DecodePanicCommand(console).spec());
        ferrite.addSubcommand("lsmod", new LsmodCommand(console, Path.of("/proc")).spec());
        ferrite.addSubcommand("modinfo", new ModinfoCommand(console).spec());
        ferrite.addSubcommand("postmortem", new PostmortemCommand(console).spec());
        ferrite.addSubcommand("top", new TopCommand(console).spec());
        CommandLine line = new CommandLine(ferrite);
        line.setOut(console.outWriter());
        line.setErr(console.errWriter());
        return execute(line, console, args);
    }

    private static int execute(CommandLine line, Console console, String... args) {
        try {
            CommandLine.ParseResult parsed = line.parseArgs(args);
            Integer help = CommandLine.executeHelpRequest(parsed);
            if (help != null) {
                return help;
            }
            if (!parsed.hasSubcommand()) {
                return usage(console, "a command is missing");
            }
            CommandSpec command = parsed.subcommand().commandSpec();
            return ((Command) command.userObject()).run(parsed.subcommand());
        } catch (CommandLine.ParameterException e) {
            return usage(console, sentence(e));
        } catch (IllegalArgumentException e) {
            return usage(console, e.getMessage());
        }
    }

    private static String sentence(CommandLine.ParameterException e) {
        String message = String.valueOf(e.getMessage());
        if (e instanceof CommandLine.UnmatchedArgumentException unmatched) {
            message = "unknown argument " + unmatched.getUnmatched().getFirst();
        }
        return message.lines().findFirst().orElse("wrong command line");
    }

    private static int usage(Console console, @org.jspecify.annotations.Nullable String problem) {
        PrintStream err = console.err();
        err.println("ferrite: " + problem + " (see ferrite COMMAND --help)");
        return USAGE;
    }
}
