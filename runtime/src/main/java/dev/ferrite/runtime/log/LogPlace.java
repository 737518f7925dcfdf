package dev.ferrite.runtime.log;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where a thread writes in a log, and its last stamp there: which stripe. One a thread, its own.
 *
 * <p>Every thread is at home in the first stripe, and stays there unless another writes to the same stripe at the same time,
 * again and again; then it moves on. After {@link #IDLE_NANOS} without a record it is at home again. A move takes
 * {@link #MARGIN}.
 */
final class LogPlace {
    /*
     * A record whose number is not the one after this thread's last has had another thread's before it in that stripe. If
     * that happens again within CROWDED_NANOS, both threads write at full speed, and each pays for fetching the stripe's
     * tail from the other's processor: more than a record costs. FIRST_PATIENCE of them in a row make the thread move. Turns come
     * from one counter, so that two threads that move at the same time do not meet again. Where there are more such threads
     * than stripes, moving does not help: patience doubles with each.
     *
     * Stamps. Readers merge stripes by time, so the records of one thread come in order only if its first in the new stripe has
     * a later stamp than all that precede its last one in the old stripe. Those were stamped before that last one was written,
     * by clocks that are at most a microsecond ahead of nanoTime (LocalClock). So a thread that leaves reads nanoTime, which is
     * exact and is not read early, lets MARGIN pass, and gives no stamp before that. It must let the time pass: stamps ahead of
     * the time would be taken for later by the next who leaves that stripe. A move is rare, so the pause costs nothing that
     * can be measured; it waits for nobody.
     */
    private static final long CROWDED_NANOS = 5_000;

    static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    /** More than any clock is wrong. */
    static final long MARGIN = 2_000;

    static final int FIRST_PATIENCE = 32;
    private static final int MOST_PATIENCE = 1 << 14;

    private static final AtomicInteger TURN = new AtomicInteger(1);

    /** The log this thread wrote to last, by its number. */
    private int log = -1;

    private int stripe;
    private int stripes = 1;

    /** The latest stamp of this thread, in any log. */
    private long stamp = Long.MIN_VALUE / 2;

    /** The sequence number of its next record in this stripe, if nobody else writes there. */
    private long next = -1;

    private long crowdedAt = Long.MIN_VALUE / 2;
    private int crowded;
    private int patience = FIRST_PATIENCE;

    /** Decides where the next record goes, in a log of so many stripes: its stamp, later than all of this thread. */
    long stamp(int log, int stripes, long nanos) {
        if (log != this.log || nanos - stamp > IDLE_NANOS) {
            goHomeSlow(log, stripes);
        }
        stamp = Math.max(nanos, stamp + 1);
        return stamp;
    }

    int stripe() {
        return stripe;
    }

    /** Says which number the record got, and how many slots it took. */
    void wrote(long sequence, int count) {
        boolean alone = sequence == next;
        next = sequence + count;
        if (!alone) {
            crowdedSlow();
        }
    }

    private void goHomeSlow(int log, int stripes) {
        if (stripe != 0) {
            leave(0);
        }
        this.log = log;
        this.stripes = stripes;
        patience = FIRST_PATIENCE;
        crowded = 0;
    }

    private void crowdedSlow() {
        crowded = stamp - crowdedAt < CROWDED_NANOS ? crowded + 1 : 1;
        crowdedAt = stamp;
        if (crowded >= patience && stripes > 1) {
            leave(TURN.getAndIncrement() & (stripes - 1));
            patience = Math.min(2 * patience, MOST_PATIENCE);
            crowded = 0;
        }
    }

    private void leave(int to) {
        if (to == stripe) {
            return;
        }
        long until = System.nanoTime() + MARGIN;
        while (System.nanoTime() - until < 0) {
            Thread.onSpinWait();
        }
        stripe = to;
        stamp = Math.max(stamp, until);
    }
}
