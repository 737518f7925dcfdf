package dev.ferrite.runtime.log;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Prints a log: a sink, a level, and a daemon thread that parks while there is nothing to print.
 *
 * <p>Why a thread of its own, and not the caller's: a sink may block for milliseconds (a terminal, a pipe), and the log
 * promises that no writer ever waits. The price: a line comes out some tens of microseconds after its record, and the
 * first record after a quiet time pays for waking the thread. Nothing is lost at exit: {@link #close()}, and the end of
 * the JVM, first print what was logged before; and {@link #flush} does it at any time. Lines come in the order of the
 * log. A console that is a whole ring behind says how many records it lost.
 *
 * <p>Thread-safe.
 */
public final class LogConsole implements AutoCloseable {
    /** The wake-up needs no net; this one is for a sink that swallowed our unpark. */
    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** A writer needs nanoseconds from claim to record; one that takes this long has died inside. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final long EXIT_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final KernelLog log;
    private final LogSink sink;
    private final LogLevel maxLevel;
    private final LogReader reader;
    private final Thread thread;
    private final Thread exit;
    private final Object progress = new Object();

    /** A copy of what the reader knows, for other threads; guarded by {@code progress}. */
    private long[] printed;

    private volatile boolean closing;

    LogConsole(KernelLog log, LogSink sink, LogLevel maxLevel, LogReader reader, String name) {
        this.log = log;
        this.sink = sink;
        this.maxLevel = maxLevel;
        this.reader = reader;
        this.printed = reader.position();
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
        this.exit = Thread.ofPlatform().name(name + "-exit").unstarted(() -> flush(EXIT_NANOS));
    }

    void start() {
        log.waiters().add(thread);
        try {
            Runtime.getRuntime().addShutdownHook(exit);
        } catch (IllegalStateException shuttingDown) {
            // SAFETY: the process is ending; close() is what flushes then.
        }
        thread.start();
    }

    /**
     * Prints all that was logged before this call, then returns.
     *
     * @param nanos how long to wait at most
     * @return whether everything is out; false after the time, or if called by the sink itself
     */
    public boolean flush(long nanos) {
        if (Thread.currentThread().equals(thread)) {
            return false;
        }
        long[] target = log.stripes().tails();
        long deadline = System.nanoTime() + nanos;
        boolean interrupted = false;
        LockSupport.unpark(thread);
        boolean done;
        synchronized (progress) {
            while (!isPast(target) && thread.isAlive()) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    break;
                }
                try {
                    progress.wait(left / 1_000_000, (int) (left % 1_000_000));
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            done = isPast(target);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return done;
    }

    /**
     * Prints what was logged before, and detaches. Waits for a sink that blocks, at most two seconds. Does nothing the
     * second time.
     */
    @Override
    public void close() {
        if (closing) {
            return;
        }
        flush(EXIT_NANOS);
        closing = true;
        LockSupport.unpark(thread);
        log.forget(this);
        try {
            Runtime.getRuntime().removeShutdownHook(exit);
        } catch (IllegalStateException shuttingDown) {
            // SAFETY: the hook is running, or has run; it only flushes.
        }
    }

    /** Whether it is still attached: false after close, and after its sink threw. */
    boolean isAttached() {
        return !closing && thread.isAlive();
    }

    private void run() {
        long stuckSince = 0;
        try {
            while (!closing) {
                drain();
                sink.flush();
                reached(reader.position());
                if (!reader.isPending()) {
                    stuckSince = 0;
                } else if (stuckSince == 0) {
                    stuckSince = System.nanoTime();
                } else if (System.nanoTime() - stuckSince > PATIENCE_NANOS) {
                    reader.abandon();
                    stuckSince = 0;
                }
                if (!closing) {
                    Thread.interrupted(); // nobody has a reason to, and a pending interrupt would make parking spin
                    reader.park(IDLE_NANOS);
                }
            }
        } catch (RuntimeException thrown) {
            log.log(LogLevel.ERR, "log", "console " + thread.getName() + " detached: its sink threw " + thrown);
        } finally {
            closing = true;
            log.waiters().remove(thread);
            log.forget(this);
            reached(reader.position());
        }
    }

    private void drain() {
        long lost = reader.lost();
        for (@Nullable LogRecord record = reader.poll(); record != null; record = reader.poll()) {
            if (reader.lost() != lost) {
                sink.accept(lostRecord(record, reader.lost() - lost));
                lost = reader.lost();
            }
            if (maxLevel.shows(record.level())) {
                sink.accept(record);
            }
        }
    }

    private static LogRecord lostRecord(LogRecord before, long count) {
        return new LogRecord(
                before.sequence(),
                before.nanos(),
                LogLevel.WARNING,
                Thread.currentThread().threadId(),
                "log",
                count + " records were overwritten before this console could print them",
                false);
    }

    private boolean isPast(long[] target) {
        for (int i = 0; i < target.length; i++) {
            if (printed[i] < target[i]) {
                return false;
            }
        }
        return true;
    }

    private void reached(long[] position) {
        synchronized (progress) {
            printed = position;
            progress.notifyAll();
        }
    }
}
