package dev.ferrite.runtime.share;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A process that shows a region.
 *
 * @param pid its process id
 * @param name the region's name
 * @param command its command line, shortened
 * @param link where the region can be opened while the process lives
 * @param inode the region's identity
 */
public record RegionOwner(long pid, String name, String command, Path link, Object inode) {
    private static final Path PROC = Path.of("/proc");
    private static final int COMMAND = 60;

    /**
     * All processes of this user (for root: of anybody) that show a region, but this one, by process id.
     *
     * @param name the region's name
     * @return the processes; empty if there are none, or no {@code /proc}
     */
    public static List<RegionOwner> find(String name) {
        List<RegionOwner> found = new ArrayList<>();
        long self = ProcessHandle.current().pid();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                long pid = Long.parseLong(process.getFileName().toString());
                RegionOwner owner = pid == self ? null : of(pid, name);
                if (owner != null) {
                    found.add(owner);
                }
            }
        } catch (IOException | DirectoryIteratorException | NumberFormatException e) {
            return found;
        }
        found.sort((a, b) -> Long.compare(a.pid, b.pid));
        return found;
    }

    /** A process's region; null if it has none, or may not be looked at. */
    static @Nullable RegionOwner of(long pid, String name) {
        Path process = PROC.resolve(Long.toString(pid));
        String wanted = "/memfd:" + name + " (deleted)";
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path link : descriptors) {
                Object inode = target(link).equals(wanted) ? RegionView.inode(link) : null;
                if (inode != null) {
                    return new RegionOwner(pid, name, command(process), link, inode);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            return null; // gone, or somebody else's
        }
        return null;
    }

    /**
     * Looks at a region.
     *
     * @param name the region's name
     * @param what the region in words, such as {@code a kernel log}
     * @param pid whose; null for the only process that has one
     * @param leastBytes what it must have at least
     * @return the view
     * @throws IOException with one sentence: there is no such process, there are several, or it may not be looked at
     */
    public static RegionView view(String name, String what, @Nullable Long pid, long leastBytes) throws IOException {
        if (pid != null) {
            RegionOwner owner = of(pid, name);
            if (owner == null) {
                throw new IOException(reason(pid, what));
            }
            return RegionView.open(owner, leastBytes);
        }
        List<RegionOwner> owners = find(name);
        if (owners.isEmpty()) {
            throw new IOException("no running process of this user shows " + what);
        }
        if (owners.size() > 1) {
            throw new IOException("several processes show " + what + ", name one with --pid: "
                    + owners.stream()
                            .map(owner -> owner.pid + " (" + owner.command + ")")
                            .collect(Collectors.joining(", ")));
        }
        return RegionView.open(owners.getFirst(), leastBytes);
    }

    private static String reason(long pid, String what) {
        Path process = PROC.resolve(Long.toString(pid));
        if (!Files.exists(process)) {
            return "there is no process " + pid;
        }
        return Files.isReadable(process.resolve("fd"))
                ? "process " + pid + " does not show " + what
                : "process " + pid + " does not let us look: it is another user's";
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return ""; // closed since it was listed
        }
    }

    /** The program's name and what was asked of it, without the JVM's own options. */
    private static String command(Path process) {
        String line;
        try {
            line = new String(Files.readAllBytes(process.resolve("cmdline")), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "?";
        }
        String[] words = line.split("\0", -1);
        StringBuilder text = new StringBuilder();
        boolean value = false;
        for (int i = 0; i < words.length && text.length() <= COMMAND; i++) {
            String word = words[i];
            boolean option = i > 0 && text.isEmpty() && word.startsWith("-");
            if (i == 0 || value || word.isEmpty() || option) {
                value = option && VALUED.contains(word);
                continue;
            }
            text.append(text.isEmpty() ? word.substring(word.lastIndexOf('/') + 1) : " " + word);
        }
        String command = text.toString().replaceAll("\\p{Cntrl}", "?");
        return command.length() > COMMAND ? command.substring(0, COMMAND) + "..." : command;
    }

    /** Options of the JVM with a value of their own behind them. */
    private static final List<String> VALUED =
            List.of("-cp", "-classpath", "--class-path", "-p", "--module-path", "--add-modules", "--add-exports");
}
