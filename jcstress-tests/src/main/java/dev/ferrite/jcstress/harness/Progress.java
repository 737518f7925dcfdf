package dev.ferrite.jcstress.harness;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads along with jcstress's output and shows how far it is: one line that moves on a terminal, one line each quarter
 * minute elsewhere.
 */
final class Progress extends OutputStream {
    private static final Pattern RESULTS = Pattern.compile(
            "\\(Results: (\\d+) planned; (\\d+) passed, (\\d+) failed, (\\d+) soft errs, (\\d+) hard errs\\)");

    private final PrintStream terminal;
    private final StringBuilder line = new StringBuilder();

    Progress(PrintStream terminal) {
        this.terminal = terminal;
    }

    @Override
    public void write(int octet) {
        if (octet != '\n' && octet != '\r') {
            line.append((char) (octet & 0xff));
            return;
        }
        read(line.toString()).ifPresent(terminal::println);
        line.setLength(0);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        for (char octet : new String(bytes, offset, length, StandardCharsets.ISO_8859_1).toCharArray()) {
            write(octet);
        }
    }

    /**
     * Turns a line of jcstress into a line for the user.
     *
     * @param line as printed
     * @return what to show, or nothing
     */
    static Optional<String> read(String line) {
        var results = RESULTS.matcher(line);
        if (!results.find()) {
            return Optional.empty();
        }
        int done = 0;
        for (int group = 2; group <= 5; group++) {
            done += Integer.parseInt(results.group(group));
        }
        int failed = done - Integer.parseInt(results.group(2));
        return Optional.of("stress: %d of %s JVMs done%s"
                .formatted(done, results.group(1), failed == 0 ? "" : ", " + failed + " with failures"));
    }
}
