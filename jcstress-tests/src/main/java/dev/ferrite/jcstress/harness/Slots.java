package dev.ferrite.jcstress.harness;

import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.linux.Mapping;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Off-heap words for jcstress states: each state takes one zeroed slot of {@value #BYTES} bytes when it is built.
 *
 * <p>The harness builds states by the ten thousand and never tells when it drops one, so slots are handed out round
 * and round. A slot comes back after {@value #COUNT} others: the harness keeps at most stride size times stride count
 * states alive (256 x 40 by default, twice that while it renews them), which leaves a factor of ten. The states of one
 * round are finished, and seen to be finished by all workers, before the next round is built: reuse is no race.
 *
 * <p>Neighbouring slots share no pair of cache lines, so that states disturb each other no more than padded heap
 * objects would.
 */
public final class Slots {
    /** The size of a slot in bytes, and its alignment. */
    public static final int BYTES = 128;

    /** How many slots there are. */
    public static final int COUNT = 1 << 18;

    private static final Mapping MAPPING = Mapping.shared(
            -1, 0, (long) COUNT * BYTES, Linux.PROT_READ | Linux.PROT_WRITE, Linux.MAP_PRIVATE | Linux.MAP_ANONYMOUS);

    private static final long BASE = MAPPING.segment().address();

    private static final int COLD_STORES = 8;
    private static final long COLD_BYTES = 64L << 20;
    private static final Mapping COLD = Mapping.shared(
            -1, 0, COLD_BYTES, Linux.PROT_READ | Linux.PROT_WRITE, Linux.MAP_PRIVATE | Linux.MAP_ANONYMOUS);

    private static final AtomicInteger NEXT = new AtomicInteger();

    private Slots() {}

    /**
     * The next slot, zeroed.
     *
     * @return its address, a multiple of {@value #BYTES}
     */
    public static long next() {
        long slot = BASE + (long) (NEXT.getAndIncrement() & (COUNT - 1)) * BYTES;
        for (int offset = 0; offset < BYTES; offset += Long.BYTES) {
            Words.setLongPlain(slot + offset, 0);
        }
        return slot;
    }

    /**
     * Fills the store buffer of this processor with stores that miss every cache, so that the next store is seen late by
     * others, while the loads behind it run ahead: the weather in which a missing barrier shows.
     *
     * @param seed a different one each time
     */
    public static void delayNextStore(long seed) {
        long base = COLD.segment().address();
        long at = seed;
        for (int i = 0; i < COLD_STORES; i++) {
            at = at * 0x5851_F42D_4C95_7F2DL + 0x1405_7B7E_F767_814FL;
            Words.setLongPlain(base + ((at >>> 24) & (COLD_BYTES - 1) & -64), at);
        }
    }
}
