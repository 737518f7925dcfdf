package dev.ferrite.runtime.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Follows a log in order, and counts what was overwritten before it came there.
 *
 * <p>Writers never wait for a reader. A reader that is too slow loses records and goes on with the oldest ones left. It
 * hands out a record only if it is whole. Any number of readers may follow one log; one reader belongs to one thread at
 * a time.
 */
public final class LogReader {
    /*
     * The order. Records of one stripe come in the order of their numbers. Of the next records of several stripes, the heads,
     * the earliest stamp comes first.
     *
     * A record X that was logged before Y was, by the same thread or by one that Y's knew to be done, and that lies in another
     * stripe, comes first if its stamp is earlier: poll() may hand out Y only when it has seen that X is not there. It reads
     * the heads (Y's state with acquire), and then looks again at each stripe that it had found empty. X's claim happens
     * before Y's publication, so if X's stripe was looked at too early, the second look sees that its tail has moved, and all
     * heads are compared again. At most once for each stripe: a head that was read stays.
     *
     * A head that is not finished ends the poll: its stamp is not known.
     */

    /** Far enough from the edge that the writers do not overtake the reader again at once. */
    private static final int HEADROOM_SHIFT = 3;

    private static final long PENDING_NANOS = 20_000;

    private final LogStripes log;
    private final LogWaiters waiters;
    private final Stripe[] stripes;
    private long lost;

    /** What the reader knows of a stripe. */
    private static final class Stripe {
        final LogRing ring;
        final int index;

        /** The number of the next record to hand out. */
        long next;

        /** Where to end. */
        long end = Long.MAX_VALUE;

        /** Whether the cursor has the next record. */
        boolean hasHead;

        boolean overtaken;

        @Nullable
        LogCursor cursor;

        Stripe(LogRing ring, int index, long next) {
            this.ring = ring;
            this.index = index;
            this.next = next;
        }

        LogCursor cursor() {
            LogCursor made = cursor;
            if (made == null) {
                made = new LogCursor(ring);
                cursor = made;
            }
            return made;
        }

        boolean isEmpty() {
            return !hasHead && (next >= end || ring.tail() <= next); // less: a log that another process has damaged
        }
    }

    LogReader(LogStripes log, LogWaiters waiters, long[] from) {
        this.log = log;
        this.waiters = waiters;
        this.stripes = new Stripe[log.count()];
        for (int i = 0; i < stripes.length; i++) {
            stripes[i] = new Stripe(log.ring(i), i, from[i]);
        }
    }

    /**
     * The next record, if it is there. Does not wait, not even for a record whose writer has begun: that would break
     * the order.
     *
     * @return the record, or null if there is none yet
     */
    public @Nullable LogRecord poll() {
        Stripe earliest = earliest();
        if (earliest == null) {
            return null;
        }
        LogCursor head = earliest.cursor();
        earliest.next += head.count;
        earliest.hasHead = false;
        earliest.overtaken = false;
        return record(head, earliest.index);
    }

    /** The stripe whose head is the next record; null if there is none, or none that is known to be the next. */
    private @Nullable Stripe earliest() {
        for (; ; ) {
            Stripe earliest = null;
            int empty = 0;
            for (Stripe stripe : stripes) {
                int found = head(stripe);
                if (found == LogRing.PENDING) {
                    return null;
                }
                if (found == LogRing.NONE) {
                    empty++;
                } else if (earliest == null || stripe.cursor().nanos < earliest.cursor().nanos) {
                    earliest = stripe;
                }
            }
            if (earliest == null || empty == 0 || empty == countEmpty()) {
                return earliest;
            }
        }
    }

    private int countEmpty() {
        int empty = 0;
        for (Stripe stripe : stripes) {
            if (stripe.isEmpty()) {
                empty++;
            }
        }
        return empty;
    }

    /** Gets the head of a stripe: RECORD, and then the cursor has it, NONE or PENDING. */
    private int head(Stripe stripe) {
        while (!stripe.hasHead) {
            if (stripe.isEmpty()) {
                return LogRing.NONE;
            }
            int found = stripe.ring.read(stripe.next, stripe.cursor());
            switch (found) {
                case LogRing.RECORD -> stripe.hasHead = true;
                case LogRing.SKIP -> stripe.next++;
                case LogRing.OVERWRITTEN -> catchUp(stripe);
                default -> {
                    return found;
                }
            }
        }
        return LogRing.RECORD;
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
            waiters.park(this, nanos);
        }
    }

    boolean reads(LogStripes other) {
        return log == other;
    }

    /** Whether there is nothing to read, nor anything begun. */
    boolean isAtEnd() {
        return countEmpty() == stripes.length;
    }

    /** Whether a next record is claimed and its writer still at it. */
    boolean isPending() {
        return pending() != null;
    }

    private @Nullable Stripe pending() {
        for (Stripe stripe : stripes) {
            if (head(stripe) == LogRing.PENDING) {
                return stripe;
            }
        }
        return null;
    }

    /**
     * All records before the given numbers; those whose writer is still at it are left out. What is written meanwhile to
     * another stripe may be in or not.
     */
    List<LogRecord> upTo(long[] ends) {
        List<LogRecord> records = new ArrayList<>();
        for (Stripe stripe : stripes) {
            stripe.end = ends[stripe.index];
        }
        while (!isAtEnd()) {
            LogRecord record = poll();
            if (record != null) {
                records.add(record);
            } else {
                abandon();
            }
        }
        return records;
    }

    /** Gives up a next slot whose writer is still at it: it seems to have died inside. */
    void abandon() {
        Stripe stuck = pending();
        if (stuck != null) {
            stuck.next++;
            lost++;
        }
    }

    /** The numbers of the next records, by stripe; all before are handed out or lost. */
    long[] position() {
        long[] position = new long[stripes.length];
        for (Stripe stripe : stripes) {
            position[stripe.index] = stripe.next;
        }
        return position;
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
    private void catchUp(Stripe stripe) {
        int slots = stripe.ring.slots();
        long oldest = stripe.ring.tail() - slots;
        long to = stripe.overtaken ? oldest + (slots >> HEADROOM_SHIFT) : oldest;
        stripe.overtaken = true;
        lost += to - stripe.next;
        stripe.next = to;
    }

    private static LogRecord record(LogCursor from, int stripe) {
        String subsystem = new String(from.bytes(0, from.subsystemBytes), StandardCharsets.UTF_8);
        int at = LogSlot.words(from.subsystemBytes);
        byte[] message = from.bytes(at, from.messageBytes);
        byte[] fields = from.bytes(at + LogSlot.words(from.messageBytes), from.fieldBytes);
        return new LogRecord(
                from.sequence,
                stripe,
                from.nanos,
                LogLevel.of(from.level),
                from.thread,
                subsystem,
                new String(message, StandardCharsets.UTF_8),
                from.truncated,
                LogFields.parse(new String(fields, StandardCharsets.UTF_8)));
    }
}
