package dev.ferrite.nova.cli;

import dev.ferrite.nova.boot.BootFailure;
import dev.ferrite.nova.cli.code.CodeReader;
import dev.ferrite.runtime.panic.PanicLog;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code ferrite decode-panic}: the end of the log out of a panic screen. */
final class DecodePanicCommand implements Command {
    private static final int MAX_BYTES = 64 << 20;
    private static final String STANDARD_INPUT = "-";

    private final Console console;

    DecodePanicCommand(Console console) {
        this.console = console;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("decode-panic");
        spec.usageMessage()
                .description("Prints the end of the log that the code on a panic screen holds.")
                .footer(
                        "",
                        "FILE is a picture of the screen (PNG, JPEG, BMP, GIF), or a text file with what a reader of QR"
                                + " codes makes of it; '-' is standard input. The text itself will do, too.",
                        "Ends with exit code 0, or 1 if there is no code or no log in it.");
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("FILE")
                .required(true)
                .arity("1")
                .type(String.class)
                .description("the picture, or the text")
                .build());
        spec.addOption(Options.help());
        return spec;
    }

    @Override
    public int run(ParseResult arguments) {
        String argument = arguments.matchedPositionalValue(0, "");
        try {
            console.out().print(PanicLog.decode(text(argument)));
            return Main.OK;
        } catch (IOException e) {
            return failed(e instanceof UnreadableException ? e.getMessage() : argument + ": " + BootFailure.reason(e));
        } catch (IllegalArgumentException e) {
            return failed(e.getMessage());
        }
    }

    private int failed(@org.jspecify.annotations.Nullable String sentence) {
        console.err().println("ferrite: " + sentence);
        return Main.FAILED;
    }

    private static String text(String argument) throws IOException {
        byte[] bytes;
        if (argument.equals(STANDARD_INPUT)) {
            bytes = read(System.in);
        } else if (argument.contains("z=") && !exists(argument)) {
            return argument;
        } else {
            try (InputStream in = Files.newInputStream(Path.of(argument))) {
                bytes = read(in);
            }
        }
        String code = CodeReader.read(bytes, argument);
        return code == null ? new String(bytes, StandardCharsets.UTF_8) : code;
    }

    private static boolean exists(String name) {
        try {
            return Files.exists(Path.of(name));
        } catch (InvalidPathException e) {
            return false; // a text, then
        }
    }

    private static byte[] read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new UnreadableException("no panic screen is larger than " + (MAX_BYTES >> 20) + " MiB");
        }
        return bytes;
    }

    /** A failure that is a sentence already. */
    private static final class UnreadableException extends IOException {
        private static final long serialVersionUID = 1L;

        UnreadableException(String sentence) {
            super(sentence);
        }
    }
}
