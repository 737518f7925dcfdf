package dev.ferrite.runtime.panic;

import dev.ferrite.runtime.log.KernelLog;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a panic does, decided before it comes.
 *
 * @param log whose end is shown
 * @param url what comes before the digits of the code; null for a code that holds the log as it is, and less of it
 * @param picture where the screen is written to as a PNG; null for nowhere
 * @param width of the picture that is drawn when nobody lends one, at least {@link ScanoutBuffer#MIN_SIDE}
 * @param height of that picture, likewise
 * @param printed how many records of the log are printed
 * @param errors the descriptor they are printed to; 2 is standard error
 * @param trace whether to look for the stack, which allocates
 * @param patience how long all of it may take; then the end comes from another thread
 * @param end what comes last; what it does not end goes on with {@link dev.ferrite.offheap.diag.KernelBug}
 */
public record PanicConfig(
        KernelLog log,
        @Nullable String url,
        @Nullable Path picture,
        int width,
        int height,
        int printed,
        int errors,
        boolean trace,
        Duration patience,
        Runnable end) {
    private static final int FULL_WIDTH = 1920;
    private static final int FULL_HEIGHT = 1080;
    private static final int MAX_SIDE = 16_384;
    private static final int PRINTED = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MAX_URL = 1_000;

    /**
     * Checks every value.
     *
     * @throws IllegalArgumentException with one sentence that names the value
     */
    public PanicConfig {
        if (width < ScanoutBuffer.MIN_SIDE
                || height < ScanoutBuffer.MIN_SIDE
                || width > MAX_SIDE
                || height > MAX_SIDE) {
            throw new IllegalArgumentException("a panic screen has sides of " + ScanoutBuffer.MIN_SIDE + " to "
                    + MAX_SIDE + " pixels: width=" + width + " height=" + height);
        }
        if (url != null && (url.length() > MAX_URL || !url.chars().allMatch(c -> c > ' ' && c < 0x7f))) {
            throw new IllegalArgumentException(
                    "a panic URL has at most " + MAX_URL + " visible ASCII characters: " + url);
        }
        if (printed < 0) {
            throw new IllegalArgumentException("cannot print so many records: " + printed);
        }
        if (patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("patience must be > 0: " + patience);
        }
    }

    /**
     * The system log, a URL that {@link PanicLog} and {@code ./ferrite decode-panic} read, no picture in a file, and the end
     * of the process with {@link Panic#EXIT_CODE}.
     *
     * @return the configuration
     */
    public static PanicConfig defaults() {
        return new PanicConfig(
                KernelLog.system(),
                urlAt("ferrite:panic"),
                null,
                FULL_WIDTH,
                FULL_HEIGHT,
                PRINTED,
                2,
                true,
                PATIENCE,
                () -> Runtime.getRuntime().halt(Panic.EXIT_CODE));
    }

    /**
     * The URL of a page that reads codes, with the arguments the kernel's has: {@code ?a=} the architecture, {@code &v=}
     * the version, {@code &z=} and then the digits.
     *
     * @param page the page, without arguments
     * @return the URL
     */
    public static String urlAt(String page) {
        return page + "?a=" + word("os.arch") + "&v=" + word("java.version") + "&z=";
    }

    private static String word(String property) {
        return System.getProperty(property, "unknown").replaceAll("[^A-Za-z0-9._-]", "_");
    }

    /**
     * The same with another log.
     *
     * @param other the log
     * @return a copy
     */
    public PanicConfig withLog(KernelLog other) {
        return new PanicConfig(other, url, picture, width, height, printed, errors, trace, patience, end);
    }

    /**
     * The same with another URL.
     *
     * @param other the URL up to the digits, or null
     * @return a copy
     */
    public PanicConfig withUrl(@Nullable String other) {
        return new PanicConfig(log, other, picture, width, height, printed, errors, trace, patience, end);
    }

    /**
     * The same with a picture in a file.
     *
     * @param file the file
     * @param columns pixels in a row
     * @param rows rows
     * @return a copy
     */
    public PanicConfig withPicture(Path file, int columns, int rows) {
        return new PanicConfig(log, url, file, columns, rows, printed, errors, trace, patience, end);
    }

    /**
     * The same, printing elsewhere.
     *
     * @param descriptor where to
     * @param records how many
     * @return a copy
     */
    public PanicConfig withPrinted(int descriptor, int records) {
        return new PanicConfig(log, url, picture, width, height, records, descriptor, trace, patience, end);
    }

    /**
     * The same with or without a stack.
     *
     * @param wanted whether to look for it
     * @return a copy
     */
    public PanicConfig withTrace(boolean wanted) {
        return new PanicConfig(log, url, picture, width, height, printed, errors, wanted, patience, end);
    }

    /**
     * The same with another end.
     *
     * @param within how long all of it may take
     * @param last what comes last
     * @return a copy
     */
    public PanicConfig withEnd(Duration within, Runnable last) {
        return new PanicConfig(log, url, picture, width, height, printed, errors, trace, within, last);
    }
}
