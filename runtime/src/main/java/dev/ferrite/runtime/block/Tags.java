package dev.ferrite.runtime.block;

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
 * <p>Taking and giving back cost one CAS each and allocate nothing; a thread tends to get the tag again that it gave
 * back last. When all are in flight {@link #get} parks, and tags go to the waiters in order of arrival. What an owner did
 * before {@link #put} happens before the return of the {@code get} that hands out the same tag next.
 *
 * <p>Thread-safe, platform and virtual threads alike.
 */
public final class Tags {
    /*
     * Memory, one cache line each:
     *   waiters   int: threads between "all are taken" and the end of their wait
     *   hints     16 ints, by thread id: where the thread looks first; plain, any value is right. Written only when it
     *             changes, so that one who takes and gives back the same tag again and again only reads it
     *   words     longs: bit set = tag in flight; bits that are no tag are set for good
     *
     * A bit: 0 -> 1 by CAS, acquire; 1 -> 0 by its owner's CAS. While somebody waits the owner does not clear the bit but
     * gives it to the longest waiter under the queue's lock, so nobody can overtake.
     *
     * Why no waiter is missed. A waiter counts itself (full fence), and looks at all words under the queue's lock before
     * it enters the queue. Who puts a tag reads the count before: not 0, it goes to the queue, and under the lock either
     * hands the tag over or clears the bit, which a later waiter's look sees. Or it reads 0 and clears by CAS (full
     * fence), and then reads the count again: either it sees the waiter, and wakes it to look again; or the waiter counted
     * itself later, so its look sees the bit clear.
     */
    private static final int LINE = 64;
    private static final int HINTS = 16;
    private static final int HINTS_OFFSET = LINE;
    private static final int WORDS_OFFSET = LINE + HINTS * LINE;

    /** Where the result of a hand-over has the tag. */
    private static final int TAG_SHIFT = 8;

    private static final ParkingLot.Release LOOK_AGAIN = (at, found, more, fair) -> ParkingLot.WOKEN;

    private final TagSet set;
    private final int depth;
    private final long base;
    private final int shift;
    private final int words;
    private final ParkingLot.Validation allTaken = at -> !anyFree();

    Tags(TagSet set, int depth, long base) {
        this.set = set;
        this.depth = depth;
        this.base = base;
        this.shift = shift(depth);
        this.words = words(depth);
        for (int i = 0; i < words; i++) {
            int tags = Math.min(1 << shift, depth - (i << shift));
            Words.setLongPlain(word(i), tags == Long.SIZE ? 0 : -1L << tags);
        }
        for (int i = 0; i < HINTS; i++) {
            Words.setIntPlain(base + HINTS_OFFSET + (long) i * LINE, (int) ((long) i * depth / HINTS));
        }
        Words.releaseFence();
    }

    /** The kernel's way: at least four words where the depth allows it, so that threads meet less often. */
    private static int shift(int depth) {
        int shift = 6;
        while (shift > 2 && (4 << shift) > depth) {
            shift--;
        }
        return shift;
    }

    private static int words(int depth) {
        int shift = shift(depth);
        return (depth + (1 << shift) - 1) >>> shift;
    }

    /** How much memory one queue takes. */
    static long bytes(int depth) {
        return WORDS_OFFSET + (long) words(depth) * LINE;
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
        checkTag(tag);
        try {
            if (waiters() != 0) {
                giveSlow(tag);
                return;
            }
            clear(tag >>> shift, bit(tag));
            long hintAt = hint();
            if (Words.getIntPlain(hintAt) != tag) {
                Words.setIntPlain(hintAt, tag);
            }
            if (waiters() != 0) {
                ParkingLot.unparkOne(base, LOOK_AGAIN);
            }
        } finally {
            Reference.reachabilityFence(set);
        }
    }

    /**
     * Gives many tags back: one atomic for neighbours that share a word, and one look for waiters.
     *
     * @param tags tags that this queue handed out, best in order
     * @param from the first
     * @param count how many
     * @throws KernelBug if one is no tag of this queue, or is not in flight; those before it are given back
     */
    public void putAll(int[] tags, int from, int count) {
        Objects.checkFromIndexSize(from, count, tags.length);
        int end = from + count;
        for (int at = from; at < end; ) {
            int word = checkTag(tags[at]) >>> shift;
            long mask = 0;
            do {
                mask |= bit(tags[at++]);
            } while (at < end && checkTag(tags[at]) >>> shift == word && (mask & bit(tags[at])) == 0);
            clearOrGive(word, mask);
        }
    }

    /**
     * How many tags are in flight.
     *
     * @return the count, stale at once
     */
    public int inFlight() {
        int count = 0;
        for (int i = 0; i < words; i++) {
            count += Long.bitCount(Words.getLongAcquire(word(i)) & valid(i));
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
        return (Words.getLongAcquire(word(tag >>> shift)) & bit(tag)) != 0;
    }

    /** Tells every waiter that there will be none. */
    void wakeAll() {
        ParkingLot.unparkAll(base, (at, count) -> ParkingLot.WOKEN);
    }

    private int take() {
        try {
            long hintAt = hint();
            int hint = Words.getIntPlain(hintAt);
            for (int i = 0, at = hint >>> shift; i < words; i++) {
                int tag = take(at, i == 0 ? hint : 0);
                if (tag >= 0) {
                    if (i != 0) {
                        Words.setIntPlain(hintAt, tag);
                    }
                    return tag;
                }
                at = at + 1 == words ? 0 : at + 1;
            }
            return -1;
        } finally {
            Reference.reachabilityFence(set);
        }
    }

    /** Takes a tag out of one word, at or after a place in it if possible. */
    private int take(int index, int from) {
        long word = word(index);
        for (; ; ) {
            long taken = Words.getLongOpaque(word);
            long free = ~taken;
            if (free == 0) {
                return -1;
            }
            long later = free & (-1L << (from & ((1 << shift) - 1)));
            long bit = Long.lowestOneBit(later != 0 ? later : free);
            if (Words.compareAndSetLongAcquire(word, taken, taken | bit)) {
                return (index << shift) + Long.numberOfTrailingZeros(bit);
            }
        }
    }

    private void clear(int index, long mask) {
        long word = word(index);
        for (; ; ) {
            long taken = Words.getLongOpaque(word);
            if ((taken & mask) != mask) {
                throw notInFlight((index << shift) + Long.numberOfTrailingZeros(mask & ~taken));
            }
            if (Words.compareAndSetLong(word, taken, taken & ~mask)) {
                return;
            }
        }
    }

    private void clearOrGive(int index, long mask) {
        try {
            if (waiters() == 0) {
                clear(index, mask);
                if (waiters() == 0) {
                    return;
                }
                for (long left = mask; left != 0; left &= left - 1) {
                    ParkingLot.unparkOne(base, LOOK_AGAIN);
                }
            } else {
                for (long left = mask; left != 0; left &= left - 1) {
                    giveSlow((index << shift) + Long.numberOfTrailingZeros(left));
                }
            }
        } finally {
            Reference.reachabilityFence(set);
        }
    }

    private int waiters() {
        return Words.getIntVolatile(base);
    }

    private void giveSlow(int tag) {
        if (!isInFlight(tag)) {
            throw notInFlight(tag);
        }
        ParkingLot.unparkOne(base, (at, found, more, fair) -> {
            if (!found) {
                Words.getAndBitwiseAndLong(word(tag >>> shift), ~bit(tag));
            }
            return ParkingLot.HANDED_OVER | tag << TAG_SHIFT;
        });
    }

    /** The tag, {@code -ETIME}, {@code -EINTR}, or {@code -ENODEV} when the set is closed. */
    private int await(boolean interruptible, long deadline) {
        boolean interrupted = false;
        Words.getAndAddInt(base, 1);
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
            Words.getAndAddInt(base, -1);
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
        for (int i = 0; i < words; i++) {
            if (Words.getLongVolatile(word(i)) != -1) {
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

    private long word(int index) {
        return base + WORDS_OFFSET + (long) index * LINE;
    }

    private long bit(int tag) {
        return 1L << (tag & ((1 << shift) - 1));
    }

    private long valid(int index) {
        int tags = Math.min(1 << shift, depth - (index << shift));
        return tags == Long.SIZE ? -1L : (1L << tags) - 1;
    }

    private int checkTag(int tag) {
        set.checkOpen();
        if (Integer.compareUnsigned(tag, depth) >= 0) {
            throw new KernelBug("tag " + tag + " given back to " + this + ", which never hands it out");
        }
        return tag;
    }

    private KernelBug notInFlight(int tag) {
        return new KernelBug("tag " + tag + " given back to " + this + ", but it is not in flight");
    }

    @Override
    public String toString() {
        return "the queue of " + depth + " tags in " + set.name();
    }
}
