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
}
