package dev.ferrite.runtime.log;

import dev.ferrite.runtime.share.RegionOwner;
import dev.ferrite.runtime.share.RegionView;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The {@linkplain KernelLog#system() system log} of another process on this machine, read while that process writes:
 * what {@code ferrite dmesg} shows.
 *
 * <p>Whoever may look into the process may read its log: the same user, and root. Reading takes nothing from the process
 * and cannot change anything there; the mapping is read-only. The log goes with its process, but whoever has opened it
 * keeps it, and reads what was logged last.
 *
 * <p>Thread-safe. Linux only: elsewhere, and where {@code /proc} is not mounted, no process is found.
 */
public final class SharedLog {
    private static final String WHAT = "a kernel log";

    private final RegionView view;
    private final LogStripes log;

    private SharedLog(RegionView view) {
        this.view = view;
        this.log = LogStripes.of(view);
    }

    /**
     * The processes whose logs can be read, by process id; this one is not among them. Looks through {@code /proc}.
     *
     * @return a snapshot
     */
    public static List<Owner> owners() {
        return RegionOwner.find(LogHeader.REGION).stream()
                .map(owner -> new Owner(owner.pid(), owner.command()))
                .toList();
    }

    /**
     * A process that keeps a log.
     *
     * @param pid its process id
     * @param command what it was started as, shortened
     */
    public record Owner(long pid, String command) {}

    /**
     * Opens the log of a process.
     *
     * @param pid its process id
     * @return its log
     * @throws IOException with one sentence: no such process, it keeps no log, it is another user's, or the log is of
     *     another version
     */
    public static SharedLog open(long pid) throws IOException {
        return open(Long.valueOf(pid));
    }

    /**
     * Opens the log of the only process that has one.
     *
     * @return its log
     * @throws IOException with one sentence: there is none, or there are several, which it names
     */
    public static SharedLog openOnly() throws IOException {
        return open((@Nullable Long) null);
    }

    private static SharedLog open(@Nullable Long pid) throws IOException {
        RegionView view = RegionOwner.view(LogHeader.REGION, WHAT, pid, LogStripes.HEADER);
        LogHeader.check(view);
        return new SharedLog(view);
    }

    /**
     * Whose log it is.
     *
     * @return the process
     */
    public Owner owner() {
        return new Owner(view.owner().pid(), view.owner().command());
    }

    /**
     * Whether the process still runs.
     *
     * @return false when nothing new will come
     */
    public boolean isAlive() {
        return view.isAlive();
    }

    /**
     * When a record was made.
     *
     * @param record a record of this log
     * @return the time, exact to about a millisecond, if nobody set the clock since
     */
    public Instant time(LogRecord record) {
        return Instant.ofEpochSecond(0, LogHeader.start(view.address()) + record.nanos());
    }

    /**
     * The records that are in the log now, oldest first.
     *
     * @return copies
     */
    public List<LogRecord> snapshot() {
        return reader().upTo(log.tails());
    }

    /**
     * A reader that begins with the oldest record there is. Its {@link LogReader#await} looks again every ten
     * milliseconds: the process knows nothing of its readers.
     *
     * @return a new reader
     */
    public LogReader reader() {
        return new LogReader(log, new LogWaiters(log), log.oldest());
    }
}
