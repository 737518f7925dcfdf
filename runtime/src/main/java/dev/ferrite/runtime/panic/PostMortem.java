package dev.ferrite.runtime.panic;

import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.runtime.log.LogTail;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The panic of a process that could not do it itself, by another one: from the log it left, and the report of its JVM.
 *
 * <p>The same screen, the same code. Nothing is short here, so it allocates as it likes.
 */
public final class PostMortem {
    private static final int MEMORY = 64 * 1024;
    private static final int FILE_MODE = 0644;

    private PostMortem() {}

    /**
     * Prints the end of a log, and draws the screen.
     *
     * @param log the end of the dead process's log
     * @param uptimeNanos the time of its last record, which the report's lines get, too
     * @param crash what its JVM says
     * @param config where to print and to draw; its log and its end do not matter
     * @return how many lines of the log the code holds; -1 if there is no picture to draw
     * @throws ErrnoException if the picture cannot be written
     */
    public static long show(LogTail log, long uptimeNanos, CrashReport crash, PanicConfig config) {
        byte[] report = lines(uptimeNanos, crash).getBytes(StandardCharsets.UTF_8);
        MemorySegment memory = Arena.ofAuto().allocate(MEMORY);
        int kept = Math.min(report.length, MEMORY / 2);
        MemorySegment.copy(MemorySegment.ofArray(report), report.length - kept, memory, MEMORY - kept, kept);
        MemorySegment rest = memory.asSlice(0, MEMORY - kept);

        long from = log.copy(rest, config.printed());
        PanicPng.writeAll(config.errors(), memory.address() + from, MEMORY - from);
        if (config.picture() == null) {
            return -1;
        }
        from = log.copy(rest, Integer.MAX_VALUE);
        return draw(memory, from, crash, config);
    }

    private static long draw(MemorySegment memory, long from, CrashReport crash, PanicConfig config) {
        String url = config.url();
        PanicCode code = new PanicCode(url == null ? null : ascii(url), memory);
        ScanoutBuffer picture = new ScanoutBuffer();
        long stride = 4L * config.width();
        picture.set(Arena.ofAuto().allocate(stride * config.height(), 4), config.width(), config.height(), stride);
        PanicText message = new PanicText(Arena.ofAuto().allocate(2 * 1024)).add(crash.message());
        int width = code.make(from, PanicScreen.codeSide(config.width(), config.height()));
        new PanicScreen().draw(picture, message, memory, from, code.modules(), width);
        String file = String.valueOf(config.picture());
        int fd = (int) Errno.check(
                Linux.open(file, Linux.O_WRONLY | Linux.O_CREAT | Linux.O_TRUNC | Linux.O_CLOEXEC, FILE_MODE),
                "open " + file);
        try {
            Errno.check(new PanicPng(config.width()).write(picture, fd), "write " + file);
        } finally {
            Linux.close(fd);
        }
        return code.lines();
    }

    private static MemorySegment ascii(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return Arena.ofAuto().allocate(bytes.length).copyFrom(MemorySegment.ofArray(bytes));
    }

    /** As the log would have had them. */
    private static String lines(long nanos, CrashReport crash) {
        String stamp =
                String.format(Locale.ROOT, "[%5d.%06d] panic: ", nanos / 1_000_000_000, nanos / 1_000 % 1_000_000);
        StringBuilder text = new StringBuilder();
        line(text, stamp, "Kernel panic - not syncing: " + crash.message());
        crash.lines().forEach(line -> line(text, stamp, " " + line));
        line(text, stamp, "---[ end Kernel panic - not syncing: " + crash.message() + " ]---");
        return text.toString();
    }

    private static void line(StringBuilder to, String stamp, String line) {
        to.append(stamp).append(line).append('\n');
    }
}
