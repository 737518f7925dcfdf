package dev.ferrite.runtime.block;

import dev.ferrite.locks.park.Membarrier;
import dev.ferrite.locks.park.ParkingLot;
import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.errno.Errno;
import java.lang.ref.Reference;
import java.time.Duration;
import java.util.Objects;

/**
 * The tags of one hardware queue: numbers from 0 to depth - 1, each with one owner at a time. The kernel's
 * {@code sbitmap_queue}.
 *
 * <p>Taking costs one CAS, giving back a store, and neither allocates; a thread tends to get the tag again that it gave
 * back last. When all are in flight {@link #get} parks, and tags go to the waiters in order of arrival; the first to wait
 * pays a {@code membarrier}. What an owner did before {@link #put} happens before the return of the {@code get} that
 * hands out the same tag next.
 *
 * <p>Thread-safe, platform and virtual threads alike.
 */
public final class Tags {
    /*
     * Memory:
     *   waiters   int, a line of its own: twice the number of threads between "all are taken" and the end of their wait,
     *             plus SETTLED
     *   hints     16 ints, by thread id, a line each: where the thread looks first; plain, any tag is right
     *   states    an int a tag: FREE or TAKEN. In a short queue each has a line of its own
     *
     * A word a tag, and not a bit as in sbitmap: bits have to be cleared by an atomic, because their neighbours change,
     * and a store was to be enough. Looking at all of them costs more, so only those do who find their hint taken, and
     * first they look in a few places by chance: a scan from the hint leads neighbours to the same line again and again.
     *
     * A state: FREE -> TAKEN by CAS, acquire; TAKEN -> FREE by its owner's store, release. While somebody waits the owner
     * does not store but gives the tag to the longest waiter under the queue's lock, so nobody can overtake.
     *
     * Why no waiter is missed.
     *
     *   put                                         await
     *   P1 waiters != 0: hand over or store, under  W1 waiters += 2     (atomic)
     *      the queue's lock                         W2 membarrier, then SETTLED
     *   P2 state = FREE        (release)            W3 look at all states, under the queue's lock; one is free: take it
     *      (compiler fence)                         W4 enter the queue, wait
     *   P3 waiters != 0: wake the first one
     *
     * If P3 sees W1, or P1 does, the putter goes to the queue under its lock, after P2 or together with it: who has entered
     * is woken to look again, or gets the tag; who enters later sees FREE in W3. If P3 does not see it, P3 came before the
     * barrier of W2 reached its processor, so P2 did, and W3 sees FREE.
     * A waiter that finds SETTLED in W1 needs no barrier: the count has not been 0 since somebody's barrier, which is when
     * SETTLED goes, and so every P3 since then sees it. That the JIT keeps P3 below P2 is argued in MutexBackend. Without
     * membarrier P2 is an exchange, and W1, an atomic, is the full fence on the other side.
     */
    private static final int LINE = 64;
    private static final int HINTS = 16;
    private static final int HINTS_OFFSET = LINE;
    private static final int STATES_OFFSET = LINE + HINTS * LINE;

    /** States take as much memory, or an int each if that is more. */
    private static final int SPREAD = 4096;

    /** Where a thread looks that finds its hint taken, before it looks at all tags in order: not where others look. */
    private static final int PROBES = 4;

    private static final int FREE = 0;
    private static final int TAKEN = 1;

    private static final int SETTLED = 1;
    private static final int ONE_WAITER = 2;

    /** Where the result of a hand-over has the tag. */
    private static final int TAG_SHIFT = 8;

    private static final ParkingLot.Release LOOK_AGAIN = (at, found, more, fair) -> ParkingLot.WOKEN;

    private final TagSet set;
    private final int depth;
    private final long base;
    private final int shift;
    private final ParkingLot.Validation allTaken = at -> !anyFree();

    /** On zeroed memory: every state is FREE, and nobody waits. */
    Tags(TagSet set, int depth, long base) {
        this.set = set;
        this.depth = depth;
        this.base = base;
        this.shift = shift(depth);
        for (int i = 0; i < HINTS; i++) {
            Words.setIntPlain(base + HINTS_OFFSET + (long) i * LINE, (int) ((long) i * depth / HINTS));
        }
        Words.releaseFence();
    }

    /** How far states are apart, as a power of two: a line, where the queue is short enough for that to be affordable. */
    private static int shift(int depth) {
        int shift = 2;
        while (shift < 6 && (depth << (shift + 1)) <= SPREAD) {
            shift++;
        }
        return shift;
    }

    /** How much memory one queue takes. */
    static long bytes(int depth) {
        return STATES_OFFSET + (((long) depth << shift(depth)) + LINE - 1 & -LINE);
    }

    /**
     * How many tags there are.
     *
     * @return the depth
     */
    public int depth() {
        return depth;
    }

    /**
     * Takes a tag if one is free. Never blocks.
     *
     * @return the tag, or {@code -EAGAIN} when all are in flight
     * @throws KernelBug if the set is closed
     */
    public int tryGet() {
        set.checkOpen();
        int tag = take();
        return tag >= 0 ? tag : Errno.EAGAIN.negated();
    }

    /**
     * Takes a tag, and waits for one when all are in flight. An interrupt does not end the wait and stays set.
     *
     * @return the tag
     * @throws KernelBug if the set is closed, before or while waiting
     */
    public int get() {
        set.checkOpen();
        int tag = take();
        if (tag >= 0) {
            return tag;
        }
        int taken = await(false, ParkingLot.NO_DEADLINE);
        if (taken < 0) {
            throw set.closed();
        }
        return taken;
    }

    /**
     * Takes a tag, and waits for one when all are in flight, but not for ever. An interrupt ends the wait and stays set.
     *
     * @param timeout how long at most; 0 or less does not wait
     * @return the tag; {@code -ETIME} when the time is over; {@code -EINTR} when interrupted
     * @throws KernelBug if the set is closed, before or while waiting
     */
    public int getInterruptible(Duration timeout) {
        set.checkOpen();
        int tag = take();
        if (tag >= 0) {
            return tag;
        }
        int taken = await(true, deadline(timeout));
        if (taken == Errno.ENODEV.negated()) {
            throw set.closed();
        }
        return taken;
    }

    /**
     * Gives a tag back, to the longest waiter if there is one.
     *
     * @param tag one that this queue handed out
     * @throws KernelBug if it is no tag of this queue, or is not in flight
     */
    public void put(int tag) {
        checkInFlight(tag);
        try {
            if (waiters() != 0) {
                giveSlow(tag);
                return;
            }
            Words.setIntPlain(hint(), tag);
            free(tag);
            wake(1);
        } finally {
            Reference.reachabilityFence(set);
        }
    }

    /**
     * Gives many tags back, with one look for waiters if there are none.
     *
     * @param tags tags that this queue handed out
     * @param from the first
     * @param count how many
     * @throws KernelBug if one is no tag of this queue, or is not in flight; those before it are given back
     */
    public void putAll(int[] tags, int from, int count) {
        int end = Objects.checkFromIndexSize(from, count, tags.length) + count;
        int freed = 0;
        try {
            for (int at = from; at < end; at++) {
                int tag = checkInFlight(tags[at]);
                if (waiters() == 0) {
                    free(tag);
                    freed++;
                } else {
                    giveSlow(tag);
                }
            }
        } finally {
            wake(freed);
            Reference.reachabilityFence(set);
        }
    }

    /**
     * How many tags are in flight.
     *
     * @return the count, stale at once
     */
    public int inFlight() {
        int count = 0;
        for (int tag = 0; tag < depth; tag++) {
            count += Words.getIntAcquire(state(tag));
        }
        return count;
    }

    /**
     * Whether a tag is in flight.
     *
     * @param tag from 0 to depth - 1
     * @return whether somebody owns it
     */
    public boolean isInFlight(int tag) {
        checkTag(tag);
        return Words.getIntAcquire(state(tag)) == TAKEN;
    }

    /** Tells every waiter that there will be none. */
    void wakeAll() {
        ParkingLot.unparkAll(base, (at, count) -> ParkingLot.WOKEN);
    }

    private int take() {
        try {
            long hintAt = hint();
            int hint = Words.getIntPlain(hintAt);
            return Words.compareAndSetIntAcquire(state(hint), FREE, TAKEN) ? hint : takeSlow(hintAt);
        } finally {
            Reference.reachabilityFence(set);
        }
    }

    private int takeSlow(long hintAt) {
        long chance = (Thread.currentThread().threadId() + Words.getIntPlain(hintAt)) * 0x9E37_79B9_7F4A_7C15L;
        int tag = 0;
        for (int i = 0; i < PROBES + depth; i++) {
            if (i < PROBES) {
                tag = (int) Math.unsignedMultiplyHigh(chance, depth);
                chance = Long.rotateLeft(chance, 16);
            } else {
                tag = tag + 1 == depth ? 0 : tag + 1;
            }
            long state = state(tag);
            if (Words.getIntOpaque(state) == FREE && Words.compareAndSetIntAcquire(state, FREE, TAKEN)) {
                Words.setIntPlain(hintAt, tag);
                return tag;
            }
        }
        return -1;
    }

    private void free(int tag) {
        if (Membarrier.AVAILABLE) {
            Words.setIntRelease(state(tag), FREE);
        } else {
            Words.getAndSetInt(state(tag), FREE);
        }
    }

    /** After tags were freed: P3. */
    private void wake(int freed) {
        Words.acquireFence();
        if (waiters() != 0) {
            for (int i = 0; i < freed; i++) {
                ParkingLot.unparkOne(base, LOOK_AGAIN);
            }
        }
    }

    private int waiters() {
        return Words.getIntOpaque(base);
    }

    private void giveSlow(int tag) {
        ParkingLot.unparkOne(base, (at, found, more, fair) -> {
            if (!found) {
                Words.setIntRelease(state(tag), FREE);
            }
            return ParkingLot.HANDED_OVER | tag << TAG_SHIFT;
        });
    }

    private void beginToWait() {
        if ((Words.getAndAddInt(base, ONE_WAITER) & SETTLED) == 0) {
            Membarrier.heavy();
            Words.getAndBitwiseOrInt(base, SETTLED);
        }
    }

    private void endToWait() {
        for (; ; ) {
            int found = Words.getIntOpaque(base);
            int left = found - ONE_WAITER;
            if (Words.compareAndSetInt(base, found, left < ONE_WAITER ? 0 : left)) {
                return;
            }
        }
    }

    /** The tag, {@code -ETIME}, {@code -EINTR}, or {@code -ENODEV} when the set is closed. */
    private int await(boolean interruptible, long deadline) {
        boolean interrupted = false;
        beginToWait();
        try {
            for (; ; ) {
                if (set.isClosed()) {
                    return Errno.ENODEV.negated();
                }
                int tag = take();
                if (tag >= 0) {
                    return tag;
                }
                var waiter = ParkingLot.enqueueIf(base, allTaken);
                if (waiter == null) {
                    continue;
                }
                int result = waiter.await(interruptible, deadline, this);
                interrupted |= (result & ParkingLot.INTERRUPTED) != 0;
                if ((result & ParkingLot.HANDED_OVER) != 0) {
                    return result >>> TAG_SHIFT;
                }
                if (result == ParkingLot.TIMED_OUT) {
                    return Errno.ETIME.negated();
                }
                if (result == ParkingLot.CANCELLED) {
                    return Errno.EINTR.negated();
                }
            }
        } finally {
            endToWait();
            Reference.reachabilityFence(set);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private boolean anyFree() {
        if (set.isClosed()) {
            return true;
        }
        for (int tag = 0; tag < depth; tag++) {
            if (Words.getIntVolatile(state(tag)) == FREE) {
                return true;
            }
        }
        return false;
    }

    private static long deadline(Duration timeout) {
        long now = System.nanoTime();
        long nanos;
        try {
            nanos = timeout.toNanos();
        } catch (ArithmeticException e) {
            return timeout.isNegative() ? now : ParkingLot.NO_DEADLINE;
        }
        return nanos >= Long.MAX_VALUE >> 1 ? ParkingLot.NO_DEADLINE : now + Math.max(0, nanos);
    }

    private long hint() {
        return base + HINTS_OFFSET + (Thread.currentThread().threadId() & (HINTS - 1)) * LINE;
    }

    private long state(int tag) {
        return base + STATES_OFFSET + ((long) tag << shift);
    }

    private int checkInFlight(int tag) {
        checkTag(tag);
        if (Words.getIntPlain(state(tag)) != TAKEN) {
            throw new KernelBug("tag " + tag + " given back to " + this + ", but it is not in flight");
        }
        return tag;
    }

    private int checkTag(int tag) {
        set.checkOpen();
        if (Integer.compareUnsigned(tag, depth) >= 0) {
            throw new KernelBug("tag " + tag + " given back to " + this + ", which never hands it out");
        }
        return tag;
    }

    @Override
    public String toString() {
        return "the queue of " + depth + " tags in " + set.name();
    }
}
