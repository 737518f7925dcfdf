package dev.ferrite.runtime.panic;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What HotSpot wrote down when it crashed: the head of {@code hs_err_pid*.log}.
 *
 * @param message what happened, one line
 * @param lines what else tells something: the frame it happened in, the thread, its stack
 */
public record CrashReport(String message, List<String> lines) {
    private static final int LINES_READ = 2_000;
    private static final int FRAMES = 12;
    private static final List<String> SAID_ELSEWHERE = List.of(
            "A fatal error has been detected",
            "JRE version:",
            "Java VM:",
            "No core dump",
            "Core dump will be written",
            "If you would like",
            "http",
            "The crash happened outside",
            "See problematic frame",
            "An error report file",
            "There is insufficient memory");

    /** A crash of which nothing else is known. */
    static final CrashReport UNKNOWN = new CrashReport("the Java virtual machine crashed", List.of());

    /**
     * Reads a report.
     *
     * @param file the file
     * @return what it says, as far as it says anything
     * @throws IOException if it cannot be read
     */
    public static CrashReport read(Path file) throws IOException {
        List<String> head = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            for (String line = reader.readLine(); line != null && head.size() < LINES_READ; line = reader.readLine()) {
                head.add(line);
            }
        }
        return of(head);
    }

    static CrashReport of(List<String> head) {
        String message = "";
        List<String> lines = new ArrayList<>();
        for (String line : head) {
            String text = line.startsWith("#") ? line.substring(1).strip() : "";
            if (text.isEmpty() || SAID_ELSEWHERE.stream().anyMatch(text::startsWith)) {
                continue;
            }
            if (message.isEmpty()) {
                message = text;
            } else {
                lines.add(text);
            }
        }
        section(head, "Current thread", 1, lines);
        section(head, "Native frames:", FRAMES, lines);
        section(head, "Java frames:", FRAMES, lines);
        return message.isEmpty() ? UNKNOWN : new CrashReport(message, List.copyOf(lines));
    }

    private static void section(List<String> head, String begins, int most, List<String> to) {
        for (int i = 0; i < head.size(); i++) {
            if (head.get(i).startsWith(begins)) {
                for (int k = i; k < head.size() && k < i + most && !head.get(k).isBlank(); k++) {
                    to.add(head.get(k).strip());
                }
                return;
            }
        }
    }
}
