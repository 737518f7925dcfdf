package dev.ferrite.runtime.machine;

import dev.ferrite.offheap.linux.Linux;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where the probes look: the real {@code /proc}, {@code /sys} and {@code /dev}, or folders that look like them.
 *
 * @param proc as {@code /proc}
 * @param sys as {@code /sys}
 * @param dev as {@code /dev}
 * @param ioctl how a device is asked
 */
public record Machine(Path proc, Path sys, Path dev, Ioctl ioctl) {
    /**
     * The machine this runs on.
     *
     * @return the real roots
     */
    public static Machine real() {
        return new Machine(Path.of("/proc"), Path.of("/sys"), Path.of("/dev"), Linux::ioctl);
    }

    /** Sends a device its command. */
    @FunctionalInterface
    public interface Ioctl {
        /**
         * As {@link Linux#ioctl}.
         *
         * @param fd the descriptor
         * @param request the command number
         * @param argument an address
         * @return what the device returns, or {@code -errno}
         */
        int ioctl(int fd, int request, long argument);
    }

    /**
     * What a file says.
     *
     * @param text its text without surrounding blanks; empty if there is none
     * @param problem why there is none: {@code missing}, {@code no permission}; empty if there is one
     */
    record Text(String text, String problem) {
        boolean isThere() {
            return problem.isEmpty();
        }

        /** The text, or the problem in parentheses. */
        String orProblem() {
            return isThere() ? text : "(" + problem + ")";
        }

        /** The whole number it is, or the other if it is none. */
        long number(long otherwise) {
            try {
                return Long.decode(text);
            } catch (NumberFormatException none) {
                return otherwise;
            }
        }
    }

    /** Reads a small file; never throws. */
    static Text read(Path file) {
        try {
            // Files of /proc and /sys have no length: read to the end.
            return new Text(Files.readString(file).strip(), "");
        } catch (NoSuchFileException e) {
            return new Text("", "missing");
        } catch (AccessDeniedException e) {
            return new Text("", "no permission");
        } catch (IOException | SecurityException e) {
            return new Text("", Files.exists(file) ? "unreadable" : "missing");
        }
    }

    Text proc(String path) {
        return read(proc.resolve(path));
    }

    Text sys(String path) {
        return read(sys.resolve(path));
    }

    /** The entries of a folder by name, sorted; none if it cannot be read. */
    static List<Path> list(Path folder) {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(entries::add);
        } catch (IOException | DirectoryIteratorException e) {
            return List.of();
        }
        entries.sort(null);
        return entries;
    }

    /** The value after {@code key:} in a file of such lines; empty if it is not there. */
    static String field(String lines, String key) {
        return lines.lines()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(key.length()).strip())
                .filter(rest -> rest.startsWith(":"))
                .map(rest -> rest.substring(1).strip())
                .findFirst()
                .orElse("");
    }

    /** A size in the largest unit that leaves no more than three digits before the point. */
    static String size(long bytes) {
        String[] units = {"B", "KiB", "MiB", "GiB", "TiB"};
        int unit = 0;
        double value = bytes;
        while (value >= 1024 && unit < units.length - 1) {
            value /= 1024;
            unit++;
        }
        boolean whole = value == Math.rint(value) || unit == 0;
        return (whole ? Long.toString((long) value) : String.format(Locale.ROOT, "%.1f", value)) + " " + units[unit];
    }
}
