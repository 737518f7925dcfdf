package dev.ferrite.jcstress.harness;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads along with jcstress's output and shows how far it is: one line that moves on a terminal, a line every
 * {@value #QUIET_SECONDS} seconds elsewhere.
 */
final class Progress extends OutputStream {
    private static final int QUIET_SECONDS = 10;

    private static final Pattern RESULTS = Pattern.compile(
            "\\(Results: (\\d+) planned; (\\d+) passed, (\\d+) failed, (\\d+) soft errs, (\\d+) hard errs\\)");

    private final String pass;
    private final PrintStream terminal;
    private final boolean moving;
    private final StringBuilder line = new StringBuilder();
    private long quietUntil = System.nanoTime();

    /**
     * Shows progress.
     *
     * @param pass a word in front of each line
     * @param terminal where to
     * @param moving whether a line can be written over
     */
    Progress(String pass, PrintStream terminal, boolean moving) {
        this.pass = pass;
        this.terminal = terminal;
        this.moving = moving;
    }

    @Override
    public void write(int octet) {
        if (octet != '\n' && octet != '\r') {
            line.append((char) (octet & 0xff));
            return;
        }
        read(line.toString()).ifPresent(this::show);
        line.setLength(0);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        for (char octet : new String(bytes, offset, length, StandardCharsets.ISO_8859_1).toCharArray()) {
            write(octet);
        }
    }

    private void show(String text) {
        if (moving) {
            terminal.print("\r\033[Kstress: " + pass + ": " + text);
        } else if (System.nanoTime() - quietUntil >= 0) {
            terminal.println("stress: " + pass + ": " + text);
            quietUntil = System.nanoTime() + QUIET_SECONDS * 1_000_000_000L;
        }
    }

    /** Leaves the line for what comes next. */
    void end() {
        if (moving) {
            terminal.print("\r\033[K");
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
        return Optional.of("%d of %s JVMs done%s"
                .formatted(done, results.group(1), failed == 0 ? "" : ", " + failed + " with failures"));
    }
}
