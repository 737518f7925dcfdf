package dev.ferrite.runtime.panic;

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

    /** The report of a process that crashed and is still there; null if it has left none. */
    static @Nullable JvmCrash of(Path proc, long pid) {
        for (Path candidate : candidates(proc.resolve(Long.toString(pid)), pid)) {
            try {
                if (Files.isRegularFile(candidate)) {
                    return read(candidate);
                }
            } catch (IOException unreadable) {
                // the next one, then
            }
        }
        return null;
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

    private static JvmCrash read(Path file) throws IOException {
        String why = "";
        String frame = "";
        List<String> facts = new ArrayList<>();
        List<String> frames = new ArrayList<>();
        boolean inFrames = false;
        String before = "";
        // Its bytes are of any encoding: paths, and names of threads.
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
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
