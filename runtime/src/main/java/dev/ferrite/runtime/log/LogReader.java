package dev.ferrite.runtime.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Follows a log from a sequence number on, in order, and counts what was overwritten before it came there.
 *
 * <p>Writers never wait for a reader. A reader that is too slow loses records and goes on with the oldest one left. It
 * hands out a record only if it is whole. Any number of readers may follow one log; one reader belongs to one thread at
 * a time.
 */
public final class LogReader {
    /** Far enough from the edge that the writers do not overtake the reader again at once. */
    private static final int HEADROOM_SHIFT = 3;

    private static final long PENDING_NANOS = 20_000;

    private final LogRing ring;
    private final LogWaiters waiters;
    private final LogCursor cursor;
    private long next;
    private long lost;
    private boolean overtaken;

    LogReader(LogRing ring, LogWaiters waiters, long from) {
        this.ring = ring;
        this.waiters = waiters;
        this.cursor = new LogCursor(ring);
        this.next = from;
    }

    /**
     * The next record, if it is there. Does not wait, not even for a record whose writer has begun: that would break
     * the order.
     *
     * @return the record, or null if there is none yet
     */
    public @Nullable LogRecord poll() {
        for (; ; ) {
            switch (ring.read(next, cursor)) {
                case LogRing.RECORD -> {
                    next += cursor.count;
                    overtaken = false;
                    return record(cursor);
                }
                case LogRing.SKIP -> next++;
                case LogRing.OVERWRITTEN -> catchUp();
                default -> {
                    return null;
                }
            }
        }
    }

    /**
     * Waits until {@link #poll()} may find a record. May return early.
     *
     * @param nanos how long at most
     * @throws InterruptedException if the thread is interrupted
     */
    public void await(long nanos) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        Thread self = Thread.currentThread();
        waiters.add(self);
        try {
            park(nanos);
        } finally {
            waiters.remove(self);
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    /** Parks until the log grows; briefly, if it has grown already but the next record is unfinished. */
    void park(long nanos) {
        if (isPending()) {
            LockSupport.parkNanos(this, Math.min(nanos, PENDING_NANOS));
        } else {
            waiters.park(next, nanos);
        }
    }

    /** Whether the next record is claimed and its writer still at it. */
    boolean isPending() {
        return ring.read(next, cursor) == LogRing.PENDING;
    }

    /** All records before a sequence number; those whose writer is still at it are left out. */
    List<LogRecord> upTo(long end) {
        List<LogRecord> records = new ArrayList<>();
        while (next < end) {
            LogRecord record = poll();
            if (record != null) {
                records.add(record);
            } else if (next < end) {
                abandon();
            }
        }
        return records;
    }

    /** Gives up the next slot: for one whose writer seems to have died inside. */
    void abandon() {
        next++;
        lost++;
    }

    /**
     * The number of the next record to look at; all before it are handed out or lost.
     *
     * @return a sequence number
     */
    public long position() {
        return next;
    }

    /**
     * How many records were overwritten before this reader came to them. Exact while records take one slot each (88
     * bytes of text); a long record that is lost may count once a slot.
     *
     * @return the count since this reader was made
     */
    public long lost() {
        return lost;
    }

    /** Goes on with the oldest slot left; with some distance to it if the writers overtook us there before. */
    private void catchUp() {
        long oldest = ring.tail() - ring.slots();
        long to = overtaken ? oldest + (ring.slots() >> HEADROOM_SHIFT) : oldest;
        overtaken = true;
        lost += to - next;
        next = to;
    }

    private static LogRecord record(LogCursor from) {
        String subsystem = new String(from.bytes(0, from.subsystemBytes), StandardCharsets.UTF_8);
        int at = LogSlot.words(from.subsystemBytes);
        byte[] message = from.bytes(at, from.messageBytes);
        byte[] fields = from.bytes(at + LogSlot.words(from.messageBytes), from.fieldBytes);
        return new LogRecord(
                from.sequence,
                from.nanos,
                LogLevel.of(from.level),
                from.thread,
                subsystem,
                new String(message, StandardCharsets.UTF_8),
                from.truncated,
                LogFields.parse(new String(fields, StandardCharsets.UTF_8)));
    }
}
