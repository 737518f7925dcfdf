package dev.ferrite.runtime.panic;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.linux.TaskCalls;
import dev.ferrite.runtime.log.LogRecord;
import dev.ferrite.runtime.log.SharedLog;
import dev.ferrite.runtime.module.OtherModules;
import dev.ferrite.runtime.proc.ProcText;
import dev.ferrite.runtime.proc.TaskDir;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The panic of a process that cannot panic any more, made by another: the end of its log, its state, and the screen with its
 * code.
 *
 * <p>A JVM that crashes runs no Java. But HotSpot runs the command of {@code -XX:OnError} while the dead process, its log
 * and its {@code /proc} folder are still there, and {@code ferrite postmortem PID} as that command makes one of these. It
 * works for a process that hangs as well. Only reads from that process, and needs the permission to look into it: the
 * same user, or root.
 */
public final class CrashReport {
    private static final Path PROC = Path.of("/proc");
    private static final String PANIC = "panic: ";
    private static final int TAIL_BYTES = 64 * 1024;
    private static final int MESSAGE_BYTES = 2 * 1024;
    private static final int FILE_MODE = 0644;
    private static final int PRINTED = 40;

    private final long pid;
    private final @Nullable JvmCrash crash;
    private final @Nullable PanicNote note;
    private final String why;
    private final List<String> log;
    private final List<String> state;

    private CrashReport(long pid, SharedLog log) throws IOException {
        this.pid = pid;
        JvmCrash.Found found = JvmCrash.of(PROC, pid);
        this.crash = found.crash();
        this.note = PanicNote.of(pid);
        this.why = crash == null ? "looked at from outside; " + without(found) : "JVM crash: " + crash.why();
        List<LogRecord> records = log.snapshot();
        this.log = records.stream().map(LogRecord::line).toList();
        String stamp = stamp(log, records);
        this.state = state().stream().map(line -> stamp + PANIC + visible(line)).toList();
    }

    /**
     * Looks at a process, while it is still there.
     *
     * @param pid which
     * @return what there is to say of it
     * @throws IOException with one sentence: there is no such process, it keeps no log, or it is another user's
     */
    public static CrashReport of(long pid) throws IOException {
        return new CrashReport(pid, SharedLog.open(pid));
    }

    // ---- What happened

    private static String without(JvmCrash.Found found) {
        return found.refused().isEmpty() ? "the JVM has left no report" : found.refused();
    }

    /** Now, as the log of that process counts the time. */
    private static String stamp(SharedLog log, List<LogRecord> records) {
        long micros = 0;
        if (!records.isEmpty()) {
            LogRecord last = records.getLast();
            Instant begin = log.time(last).minusNanos(last.nanos());
            micros = Math.max(
                            last.nanos(), Duration.between(begin, Instant.now()).toNanos())
                    / 1_000;
        }
        return String.format(Locale.ROOT, "[%5d.%06d] ", micros / 1_000_000, micros % 1_000_000);
    }

    /** Names of threads and paths are other people's: they must not command the terminal. */
    private static String visible(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }

    private List<String> state() {
        List<String> lines = new ArrayList<>();
        lines.add("Kernel panic - not syncing: " + why);
        lines.add(process());
        lines.add(modules());
        JvmCrash of = crash;
        if (of != null) {
            lines.addAll(of.facts());
            lines.add("Call trace:");
            of.frames().forEach(frame -> lines.add(" " + frame));
        }
        lines.add("---[ end Kernel panic - not syncing: " + why + " ]---");
        return lines;
    }

    private String process() {
        try (TaskDir dir = TaskDir.open((int) pid)) {
            ProcText status = dir.read("status");
            return "PID: " + pid + " Comm: " + dir.read("comm").rest().strip()
                    + " State: " + status.line("State").word()
                    + " Threads: " + status.line("Threads").number()
                    + " RSS: " + (status.line("VmRSS").number() >> 10)
                    + " MiB, at most " + (status.line("VmHWM").number() >> 10) + " MiB";
        } catch (ErrnoException e) {
            return "PID: " + pid + " " + e.errno().message();
        }
    }

    private String modules() {
        StringBuilder line = new StringBuilder("Modules linked in:");
        OtherModules modules = OtherModules.of(PROC, pid);
        if (modules == null) {
            return line.append(" not shown by that process").toString();
        }
        for (OtherModules.Row module : modules.modules().reversed()) {
            line.append(' ').append(module.name());
            switch (module.state()) {
                case "initializing" -> line.append("(+)");
                case "exiting" -> line.append("(-)");
                default -> {}
            }
        }
        return line.toString();
    }

    /**
     * Why, in one sentence.
     *
     * @return what the JVM's own report says first, if there is one
     */
    public String why() {
        return why;
    }

    /**
     * Where the JVM has put its own report.
     *
     * @return the file; null if none is found
     */
    public @Nullable Path jvmReport() {
        return crash == null ? null : crash.file();
    }

    /**
     * The end of the log, as many records as the process itself would have printed, and then its state.
     *
     * @return lines, each ended by a line feed
     */
    public String text() {
        int most = note == null ? PRINTED : note.printed();
        List<String> last = log.subList(Math.max(0, log.size() - most), log.size());
        StringBuilder text = new StringBuilder();
        text.append("---[ kernel panic of process ").append(pid).append(": the last ");
        text.append(last.size()).append(" records of its log ]---\n");
        last.forEach(line -> text.append(line).append('\n'));
        state.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    // ---- The screen

    /**
     * Where the process wanted its own screen to be.
     *
     * @return the file; null if it named none, or runs as another user, whose word is not taken for a file to write
     */
    public @Nullable Path picture() {
        if (note == null) {
            return null;
        }
        try {
            Object owner = Files.getAttribute(PROC.resolve(Long.toString(pid)), "unix:uid");
            return owner.equals(TaskCalls.geteuid()) ? note.picture() : null;
        } catch (IOException gone) {
            return null;
        }
    }

    /**
     * Draws the screen, as large as the process wanted it.
     *
     * @param file where to; overwritten
     * @return how many lines of the log its code holds
     * @throws IOException with one sentence if the file cannot be written
     */
    public long draw(Path file) throws IOException {
        PanicConfig defaults = PanicConfig.defaults();
        int width = note == null ? defaults.width() : note.width();
        int height = note == null ? defaults.height() : note.height();
        String url = note == null ? defaults.url() : note.url();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment tail = arena.allocate(TAIL_BYTES);
            long from = fill(tail);
            PanicCode code = new PanicCode(url == null ? null : bytes(arena, url), tail);
            PanicText message = new PanicText(arena.allocate(MESSAGE_BYTES)).add(why);
            ScanoutBuffer buffer = new ScanoutBuffer();
            buffer.set(arena.allocate(4L * width * height, Integer.BYTES), width, height, 4L * width);
            int modules = code.make(from, PanicScreen.codeSide(width, height));
            new PanicScreen().draw(buffer, message, tail, from, code.modules(), modules);
            save(buffer, file);
            return code.lines();
        }
    }

    /** Whole lines, so that they end where the memory does; where they begin. */
    private long fill(MemorySegment tail) {
        long begin = tail.byteSize();
        List<String> lines = new ArrayList<>(log);
        lines.addAll(state);
        for (String line : lines.reversed()) {
            byte[] bytes = (line + "\n").getBytes(UTF_8);
            if (bytes.length > begin) {
                break;
            }
            begin -= bytes.length;
            MemorySegment.copy(bytes, 0, tail, JAVA_BYTE, begin, bytes.length);
        }
        return begin;
    }

    private static MemorySegment bytes(Arena arena, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return arena.allocate(bytes.length).copyFrom(MemorySegment.ofArray(bytes));
    }

    private static void save(ScanoutBuffer buffer, Path file) throws IOException {
        int flags = Linux.O_WRONLY | Linux.O_CREAT | Linux.O_TRUNC | Linux.O_CLOEXEC;
        int fd = Linux.open(file.toString(), flags, FILE_MODE);
        long result = fd;
        if (fd >= 0) {
            result = new PanicPng(buffer.width()).write(buffer, fd);
            Linux.close(fd);
        }
        if (result < 0) {
            throw new IOException("the screen could not be written to " + file + ": "
                    + Errno.fromErrno(result).message());
        }
    }
}
