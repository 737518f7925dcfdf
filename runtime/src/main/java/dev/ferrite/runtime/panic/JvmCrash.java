package dev.ferrite.runtime.panic;

import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.linux.TaskCalls;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What HotSpot wrote when it crashed: the facts of an {@code hs_err} file that a panic would say, too.
 *
 * @param file the file
 * @param why its first sentence, such as {@code SIGSEGV (0xb) at pc=0x00007f..., pid=1, tid=2}
 * @param facts lines for the log: problematic frame, thread, signal
 * @param frames the stack, native and Java frames, the innermost first
 */
record JvmCrash(Path file, String why, List<String> facts, List<String> frames) {
    private static final int MOST_LINES = 20_000;
    private static final int MOST_FRAMES = 12;
    private static final String ERROR_FILE = "-XX:ErrorFile=";
    private static final List<String> FACTS = List.of("Current thread", "siginfo:");

    /**
     * What was found of a report.
     *
     * @param crash the report; null if there is none
     * @param refused a file in the place of one that is not read, and why; empty if there is none
     */
    record Found(@Nullable JvmCrash crash, String refused) {}

    /**
     * The report of a process that crashed and is still there. Its name can be guessed, and everybody may write to
     * {@code /tmp}: a file that is not that process's user's is not its report, and no link is followed.
     */
    static Found of(Path proc, long pid) {
        Path process = proc.resolve(Long.toString(pid));
        String refused = "";
        for (Path candidate : candidates(process, pid)) {
            int flags = Linux.O_RDONLY | Linux.O_NONBLOCK | Linux.O_CLOEXEC | TaskCalls.O_NOFOLLOW;
            int fd = Linux.open(candidate.toString(), flags, 0);
            if (fd < 0) {
                if (fd == Errno.ELOOP.negated()) {
                    refused = candidate + " is a link, and is not read";
                }
                continue;
            }
            Path opened = Path.of("/proc/self/fd/" + fd);
            try {
                if (!Files.isRegularFile(opened)) {
                    continue;
                }
                if (!isOfItsUser(opened, process)) {
                    refused = candidate + " is another user's, and is not read";
                    continue;
                }
                return new Found(read(candidate, opened), "");
            } catch (IOException unreadable) {
                // the next one, then
            } finally {
                Linux.close(fd);
            }
        }
        return new Found(null, refused);
    }

    /** By the user that the process makes its files as. */
    private static boolean isOfItsUser(Path opened, Path process) throws IOException {
        Object owner = Files.getAttribute(opened, "unix:uid");
        for (String line : Files.readAllLines(process.resolve("status"), StandardCharsets.ISO_8859_1)) {
            if (line.startsWith("Uid:")) {
                return line.substring(line.lastIndexOf('\t') + 1).equals(owner.toString());
            }
        }
        return false;
    }

    /** Where HotSpot puts it: where it was told to, into its folder, or into {@code /tmp}. */
    private static List<Path> candidates(Path process, long pid) {
        List<Path> files = new ArrayList<>();
        String name = "hs_err_pid" + pid + ".log";
        Path folder = process.resolve("cwd");
        try {
            folder = folder.toRealPath();
            String line = Files.readString(process.resolve("cmdline"), StandardCharsets.UTF_8);
            for (String word : line.split("\0", -1)) {
                if (word.startsWith(ERROR_FILE)) {
                    String told = word.substring(ERROR_FILE.length()).replace("%p", Long.toString(pid));
                    files.add(folder.resolve(told.replace("%%", "%")));
                }
            }
        } catch (IOException | InvalidPathException gone) {
            // without what it was told
        }
        files.add(folder.resolve(name));
        files.add(Path.of("/tmp", name));
        return files;
    }

    private static JvmCrash read(Path file, Path opened) throws IOException {
        String why = "";
        String frame = "";
        List<String> facts = new ArrayList<>();
        List<String> frames = new ArrayList<>();
        boolean inFrames = false;
        String before = "";
        // Its bytes are of any encoding: paths, and names of threads.
        try (BufferedReader in = Files.newBufferedReader(opened, StandardCharsets.ISO_8859_1)) {
            String line = in.readLine();
            for (int i = 0; line != null && i < MOST_LINES; i++, line = in.readLine()) {
                if (line.startsWith("# ")) {
                    String said = line.substring(1).strip();
                    if (why.isEmpty() && isReason(said)) {
                        why = said;
                    } else if (before.equals("# Problematic frame:")) {
                        frame = said;
                    }
                } else if (line.startsWith("Native frames:") || line.startsWith("Java frames:")) {
                    inFrames = true;
                } else if (line.isBlank()) {
                    inFrames = false;
                } else if (inFrames && frames.size() < MOST_FRAMES) {
                    frames.add(line.strip());
                } else if (FACTS.stream().anyMatch(line::startsWith)) {
                    facts.add(line.strip());
                }
                before = line.strip();
            }
        }
        if (!frame.isEmpty()) {
            facts.addFirst("Problematic frame: " + frame);
        }
        return new JvmCrash(file, why.isEmpty() ? "it says no reason" : why, facts, frames);
    }

    /** The first line that is a reason and no headline. */
    private static boolean isReason(String said) {
        return !said.isEmpty() && !said.startsWith("A fatal error has been detected");
    }
}
