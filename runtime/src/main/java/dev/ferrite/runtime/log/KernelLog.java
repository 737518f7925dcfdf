package dev.ferrite.runtime.log;

import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.offheap.diag.WarnSink;
import dev.ferrite.runtime.time.LocalClock;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The kernel log: a ring of records in off-heap memory that any thread writes without waiting and without allocating.
 * The counterpart of {@code printk} and its ring buffer.
 *
 * <p>The oldest records are overwritten; readers count what they lost. A record costs some tens of nanoseconds, a quarter of
 * which is the clock ({@link LocalClock}); one made with a format costs what {@link String#format} costs. A message longer
 * than the ring takes ({@link #maxMessageBytes}) is cut and marked, never an error, and no call of {@link Printk} throws: a
 * format that does not fit its arguments is logged as it is.
 *
 * <p>Readers get the records of one thread in order, and those of several threads in the order they were logged in. There is
 * one exception: threads that log at the same time, again and again, get stripes of the log of their own, so that none waits
 * for the other's processor; records of different stripes are ordered by their times, which are exact to two microseconds.
 * A thread that has not logged for a millisecond is back in the first stripe. Each stripe has the log's size; those that are
 * not used take no memory. Thread-safe, from virtual threads too.
 */
public final class KernelLog implements Printk {
    /** The size of the system's log: 2,048 slots. */
    public static final int DEFAULT_BYTES = 256 * 1024;

    private static final long FLUSH_NANOS = TimeUnit.SECONDS.toNanos(2);

    /** The numbers of the logs: a thread remembers the last, and keeps no log alive by that. */
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final int number = NUMBERS.getAndIncrement();
    private final LogStripes stripes;
    private final LogRing[] rings;
    private final LogWaiters waiters;
    private final CopyOnWriteArrayList<LogConsole> consoles = new CopyOnWriteArrayList<>();
    private final AtomicInteger consoleNumber = new AtomicInteger();
    private final long start = System.nanoTime();

    /** The number of the least grave level that is kept. */
    private volatile int recorded = LogLevel.DEBUG.number();

    private KernelLog(LogStripes stripes) {
        this.stripes = stripes;
        this.rings = stripes.rings();
        this.waiters = new LogWaiters(stripes);
    }

    /**
     * The log of this process, made when it is first asked for. Other processes of the same user can read it
     * ({@link SharedLog}, {@code ferrite dmesg}) while this one runs; it costs a descriptor.
     *
     * @return always the same log, of {@link #DEFAULT_BYTES}
     */
    public static KernelLog system() {
        return SystemLog.LOG;
    }

    /**
     * A log of its own. Its memory is given back when it is unreachable.
     *
     * @param bytes the size of the log: a power of two, 4096 to 2^30; a stripe for each processor, 16 at most, of that size each
     *     is reserved, 256 MiB at most if one does not take more
     * @return a new, empty log
     * @throws IllegalArgumentException for any other size
     * @throws dev.ferrite.offheap.errno.ErrnoException ENOMEM
     */
    public static KernelLog create(int bytes) {
        return new KernelLog(LogStripes.create(bytes));
    }

    // ---- Writing

    @Override
    public void log(LogLevel level, String subsystem, String message) {
        if (records(level)) {
            LogText text = LogText.own();
            text.set(subsystem, message, stripes.maxText());
            write(level, text);
        }
    }

    /**
     * Logs a text that need not be a string. Allocates nothing but what the text's own methods do; what they throw comes
     * out, and nothing is logged.
     *
     * @param level how grave it is
     * @param subsystem who speaks, at most 40 bytes of it; may be empty
     * @param message the text, read before this returns
     */
    public void log(LogLevel level, String subsystem, CharSequence message) {
        if (records(level)) {
            LogText text = LogText.own();
            text.set(subsystem, message, stripes.maxText());
            write(level, text);
        }
    }

    /**
     * Logs bytes. Allocates nothing.
     *
     * @param level how grave it is
     * @param subsystem who speaks, at most 40 bytes of it; may be empty
     * @param utf8 holds the text; what is no UTF-8 is read back as U+FFFD
     * @param offset of the first byte
     * @param length how many bytes
     * @throws IndexOutOfBoundsException if the range is not inside the array
     */
    public void log(LogLevel level, String subsystem, byte[] utf8, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, utf8.length);
        if (records(level)) {
            LogText text = LogText.own();
            text.set(subsystem, utf8, offset, length, stripes.maxText());
            write(level, text);
        }
    }

    /**
     * Logs a text with fields, for programs that read the log: {@code dev_printk_emit}. Those that do not fit behind the
     * message are left out, and the record is marked. Allocates the fields' text.
     *
     * @param level how grave it is
     * @param subsystem who speaks, at most 40 bytes of it; may be empty
     * @param message the text as it is
     * @param fields what the message says, by key
     */
    public void log(LogLevel level, String subsystem, String message, LogFields fields) {
        if (records(level)) {
            LogText text = LogText.own();
            text.set(subsystem, message, stripes.maxText());
            text.fields(fields, stripes.maxText());
            write(level, text);
        }
    }

    /** The time comes last: then it is in order, whatever the text's own methods did, which may have logged themselves. */
    private void write(LogLevel level, LogText text) {
        LogPlace place = text.place;
        long stamp = place.stamp(number, rings.length, LocalClock.nanos());
        rings[place.stripe()].write(level, stamp - start, text);
        waiters.wake();
    }

    @Override
    public void logf(LogLevel level, String subsystem, String format, Object... arguments) {
        if (records(level)) {
            log(level, subsystem, formatted(format, arguments));
        }
    }

    /** A log call must not end the program it reports on: a bad format is logged as it stands. */
    @SuppressWarnings("AnnotateFormatMethod") // the annotation would make embedders carry Error Prone's jar
    private static String formatted(String format, Object... arguments) {
        try {
            return String.format(Locale.ROOT, format, arguments);
        } catch (RuntimeException bad) {
            return format + " (not formatted: " + bad + ")";
        }
    }

    @Override
    public boolean records(LogLevel level) {
        return level.number() <= recorded;
    }

    /**
     * Sets the least grave level that is kept; it is {@link LogLevel#DEBUG} at first. Calls below it cost a load.
     *
     * @param level the level
     */
    public void recordUpTo(LogLevel level) {
        recorded = level.number();
    }

    // ---- Reading

    /**
     * The records that are in the log now, oldest first. A record whose writer is still at it is left out; one that is
     * logged meanwhile may be in or not.
     *
     * @return copies
     */
    public List<LogRecord> snapshot() {
        return reader().upTo(stripes.tails());
    }

    /**
     * A reader that begins with the oldest record there is.
     *
     * @return a new reader
     */
    public LogReader reader() {
        return new LogReader(stripes, waiters, stripes.oldest());
    }

    /**
     * A reader of what is logged from now on.
     *
     * @return a new reader
     */
    public LogReader follower() {
        return new LogReader(stripes, waiters, stripes.tails());
    }

    /**
     * How many records were written; what was given up does not count.
     *
     * @return the count since the log was made
     */
    public long written() {
        return stripes.records();
    }

    /**
     * How many records were given up because every slot was in the hands of a sleeping writer.
     *
     * @return the count since the log was made
     */
    public long dropped() {
        return stripes.dropped();
    }

    /**
     * The longest message that is not cut.
     *
     * @return bytes of UTF-8, with the longest subsystem
     */
    public int maxMessageBytes() {
        return stripes.maxText() - LogRing.MAX_SUBSYSTEM_BYTES;
    }

    // ---- Consoles and warnings

    /**
     * Prints what is logged from now on to a stream, one {@link LogRecord#line()} each.
     *
     * @param stream where to; it is not closed
     * @param maxLevel the least grave level that is printed
     * @return the console; close it to detach it
     */
    public LogConsole addConsole(PrintStream stream, LogLevel maxLevel) {
        return addConsole(new StreamSink(stream), maxLevel);
    }

    /**
     * Gives what is logged from now on to a sink.
     *
     * @param sink takes the records, on a thread of its own
     * @param maxLevel the least grave level it gets
     * @return the console; close it to detach it
     */
    public LogConsole addConsole(LogSink sink, LogLevel maxLevel) {
        return addConsole(sink, maxLevel, follower());
    }

    /**
     * Gives what a reader of this log finds to a sink: with {@link #reader()} also what is in the log already.
     *
     * @param sink takes the records, on a thread of its own
     * @param maxLevel the least grave level it gets
     * @param reader a reader of this log; it belongs to the console from now on
     * @return the console; close it to detach it
     * @throws IllegalArgumentException if the reader is of another log
     */
    public LogConsole addConsole(LogSink sink, LogLevel maxLevel, LogReader reader) {
        if (!reader.reads(stripes)) {
            throw new IllegalArgumentException("a console takes a reader of its own log, not of another one");
        }
        LogConsole console =
                new LogConsole(this, sink, maxLevel, reader, "ferrite-console-" + consoleNumber.getAndIncrement());
        consoles.add(console);
        console.start();
        return console;
    }

    /**
     * Waits until every console has printed what was logged before this call, at most two seconds each. A program calls
     * it before it prints to the same terminal itself.
     *
     * @return whether everything is out
     */
    public boolean flush() {
        boolean all = true;
        for (LogConsole console : consoles) {
            all &= console.flush(FLUSH_NANOS);
        }
        return all;
    }

    /**
     * Sends every {@link Warn} to this log instead of where it went before, as one record of level WARNING with the
     * stack.
     *
     * @return undoes it
     */
    public WarnRoute installWarnSink() {
        WarnSink mine = new WarnToLog(this);
        WarnSink before = Warn.sink(mine);
        return () -> Warn.sink(before);
    }

    /** Undoes {@link #installWarnSink()}. */
    @FunctionalInterface
    public interface WarnRoute extends AutoCloseable {
        /** Puts the sink back that was there before. */
        @Override
        void close();
    }

    LogWaiters waiters() {
        return waiters;
    }

    LogStripes stripes() {
        return stripes;
    }

    void forget(LogConsole console) {
        consoles.remove(console);
    }

    /** The lazy holder of the process's log: the class is initialised by the first call of {@link #system()}. */
    private static final class SystemLog {
        static final KernelLog LOG = new KernelLog(LogStripes.shared(DEFAULT_BYTES));
    }

    /** Prints lines; one write for each record, so that lines of other writers to the stream do not split it. */
    private record StreamSink(PrintStream stream) implements LogSink {
        @Override
        public void accept(LogRecord record) {
            StringBuilder line = new StringBuilder(128);
            record.formatTo(line);
            stream.print(line.append(System.lineSeparator()));
        }

        @Override
        public void flush() {
            stream.flush();
        }
    }
}
