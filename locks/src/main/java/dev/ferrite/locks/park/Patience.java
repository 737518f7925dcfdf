package dev.ferrite.locks.park;

import dev.ferrite.offheap.HeapWords;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long it pays to spin for something before parking, learned for each address from what spinning brought.
 *
 * <p>Who was served before it slept makes the next ones more patient, who slept makes them less, by twice as much: where
 * two of three are served, patience grows to its most, which is about what parking and waking cost, so that a wrong guess
 * at worst doubles that price. Virtual threads do not spin: parking is cheap for them, and a carrier that spins may be
 * the very one that the owner waits for. Nor does anybody on one processor.
 *
 * <p>It also knows where a thread that came to park has found others in the queue not long ago.
 *
 * <p>Thread-safe; costs a load, and a store where it learns or counts.
 */
public final class Patience {
    /*
     * Two ints an address, hashed, a cache line each. Read and written without any order: a lost update loses a lesson,
     * and two addresses that share a place learn from each other.
     */
    private static final int STRIDE = 16;

    private static final int MOST = 1_000;
    private static final int LEAST = 50;
    private static final int REWARD = 100;
    private static final int PENALTY = 200;

    /** One in so many tries the most although little is expected: that two sleepers wait long for each other is no lesson. */
    private static final int TRY_AGAIN = 16;

    /** The second int: for how many more threads the place counts as crowded. */
    private static final int CROWD = 1;

    /** So many that the mark outlasts some time slices in which two threads run and nobody parks: they come each 10 us. */
    private static final int CROWDED_FOR = 4_096;

    private static final boolean NEVER = Runtime.getRuntime().availableProcessors() == 1 || HeapWords.enabled();
    private static final int[] LEARNED = new int[ParkingLot.BUCKETS * STRIDE];

    static {
        for (int at = 0; at < LEARNED.length; at += STRIDE) {
            LEARNED[at] = MOST / 2;
        }
    }

    private Patience() {}

    /**
     * How often to look before parking.
     *
     * @param address what for
     * @return how often, with {@link Thread#onSpinWait} between; 0 on a virtual thread
     */
    public static int looks(long address) {
        if (NEVER || Thread.currentThread().isVirtual()) {
            return 0;
        }
        int learned = LEARNED[at(address)];
        if (learned <= LEAST && ThreadLocalRandom.current().nextInt(TRY_AGAIN) == 0) {
            return MOST;
        }
        return learned;
    }

    /**
     * It came while the caller looked.
     *
     * @param address what it spun for
     */
    public static void paid(long address) {
        int at = at(address);
        LEARNED[at] = Math.min(MOST, LEARNED[at] + REWARD);
    }

    /**
     * It did not come, and the caller parks.
     *
     * @param address what it spun for
     */
    public static void wasInVain(long address) {
        int at = at(address);
        LEARNED[at] = Math.max(LEAST, LEARNED[at] - PENALTY);
    }

    /**
     * The caller is about to park, and is not the first.
     *
     * @param address what for
     */
    public static void crowds(long address) {
        if (!NEVER) {
            LEARNED[at(address) + CROWD] = CROWDED_FOR;
        }
    }

    /**
     * Whether somebody has called {@link #crowds} not long ago; asked once by each thread that is about to spin.
     *
     * @param address what for
     * @return a guess
     */
    public static boolean isCrowded(long address) {
        int at = at(address) + CROWD;
        int left = LEARNED[at];
        if (left == 0) {
            return false;
        }
        LEARNED[at] = left - 1;
        return true;
    }

    private static int at(long address) {
        return ParkingLot.index(address) * STRIDE;
    }
}
