package dev.ferrite.locks;

import dev.ferrite.locks.lockdep.WaitType;
import dev.ferrite.locks.park.Membarrier;
import dev.ferrite.locks.park.ParkingLot;
import dev.ferrite.offheap.HeapWords;
import dev.ferrite.offheap.Words;
import java.nio.ByteOrder;

/**
 * Waits by parking: the word of {@link Mutex}, 8 bytes.
 *
 * <p>Locking is one CAS; unlocking is a store and a load, also while others wait, as long as one of them has been woken
 * and is on its way: half the atomics of other mutexes. The price is paid by a thread that parks: a {@code membarrier}
 * (about 1 us) when it is the first to park, or parks again after it was woken in vain. An unlock that another thread spins
 * for lets it in, which takes up to about 250 ns.
 */
public final class MutexBackend implements Backend {
    /*
     * Algorithm note.
     *
     * state, int at word + 0
     *   FREE, LOCKED     FREE -> LOCKED by any thread (CAS); LOCKED -> FREE by the owner
     * flags, int at word + 4, changed by atomics only
     *   PARKED           somebody may be in the queue; set under the queue's lock by a waiter that enters, or by the owner
     *                    who moves a waiter there; cleared under that lock by whoever takes the last one out
     *   WOKEN            a waiter has been taken out of the queue and woken, and is on its way; set under the queue's lock
     *                    by the unlock that wakes it; cleared by that waiter, once it owns the lock, or in the step that
     *                    enters the queue again
     *   FENCED           an unlock has a fence of its own between U2 and U3; set, in the step W1 that makes flags strict, by
     *                    a virtual thread; cleared by an owner that has found neither PARKED nor WOKEN for a while
     *   LOOKING          somebody awake looks at state and asks the owner to give way; set by one that has looked for a while,
     *                    and again while it looks; cleared by the owner that gives way, or by the one that stops looking
     *   from bit 16 on   how many more such unlocks that takes; counted down by owners only
     * PARKED without WOKEN is "strict": the next unlock must look at the queue. Everything else is "lax": nobody waits, or
     * somebody is on its way who will look after the queue.
     *
     * unlock, by the owner U                          a waiter W that makes flags strict
     *   U1  load flags; strict: release under the       W1  under the queue's lock: state LOCKED, else try again;
     *       queue's lock, and wake or hand over             flags -> PARKED, enter the queue
     *   U2  store state = FREE      (release)           W2  membarrier
     *       (compiler fence)                            W3  look at state; LOCKED: wait,
     *   U3  load flags; strict: wake one                    else leave the queue and try again
     *
     * Claim 1: if W waits, an unlock looks at the queue after W1. Let U be the owner that W saw in W3, so U2 is after W3.
     * The barrier ran on U's processor at some point P between W1 and W3. If U3 is after P, it sees what W1 wrote. If it
     * were before P, U2 would be, too, and W3 had seen FREE or a later owner. So U3 (or U1) sees PARKED, or what later
     * steps made of it: cleared under the queue's lock because the queue was empty (then W was taken out), or WOKEN added
     * (claim 2). Between W1 and W3 W may be taken out as any other; it finds that when it waits, or cannot leave.
     *
     * Claim 2: while WOKEN is set nobody needs to look, for a woken X will. X owns the lock and then clears WOKEN: it is
     * the owner, reads strict flags in its own U1, and looks. Or X clears WOKEN by making flags strict, as W1, and goes
     * through W2 and W3: if it waits, claim 1 holds for X, and the look that it is promised comes after all that entered
     * before X; if it finds the lock free, whoever takes the lock from then on reads strict flags, X at the latest.
     * Clearing WOKEN when another one's has been set meanwhile costs one waiter woken too many. Set with nobody on its
     * way it cannot stay: who sets it wakes a thread that clears it later.
     *
     * Claim 3: a waiter V that finds flags strict, or lax by WOKEN, may wait after W1 alone, without a barrier. Lax by
     * WOKEN: claim 2. Strict: the W or X that made it so has passed W2, and then every unlock from now on sees it; or is
     * still before W3, and will wait for an unlock's look or own the lock after V has entered, which is claim 2 again; or
     * was an owner (claims 2 and 4), and then V saw LOCKED by that owner or a later one, who all see it.
     * A waiter leaves the queue early (W3, interrupt, timeout) only where no promise depends on it; PARKED may stay set
     * with the queue empty, which costs one slow unlock.
     *
     * Claim 4: a waiter of a condition that the owner N moves into the queue is woken. N sets PARKED itself, by an atomic
     * before its own U1, so N and, by release and acquire, every later owner read it: strict, or lax by WOKEN, claim 2.
     *
     * Claim 5: who makes flags strict and finds FENCED set needs no barrier: it looks at state after W1, and leaves the queue
     * again if that is FREE (W3 without W2). Call F the one that set FENCED, in its W1. An owner that took the lock after that
     * sees FENCED in its U1, for what it took the lock with came after F's atomic; it unlocks with a fence, and a fence and
     * W1's atomic are two full barriers: either its U3 sees PARKED, or the look at state sees U2. So only the one owner O
     * that had the lock when F set FENCED may unlock without a fence. Let V have entered and waited, because it saw LOCKED by
     * O, and O's U3 have come too early. F's barrier is still to come then, or O's U3 had come after it; when it has come,
     * O's U2 is seen by all. F does not end its own way before that: it goes through its W3, whether it is in the queue still,
     * was woken or was handed the lock. It owns the lock then, or finds it FREE and tries to take it, or finds it LOCKED by
     * an owner that took it after FENCED was set. That one, or F itself, or who took the lock before F could, reads PARKED in
     * its U1, for V set it before, or in U3, after its fence. Clearing FENCED needs flags that are FENCED alone, so nobody is
     * in the queue or on its way; who enters after that sets it again and sends a barrier.
     * Virtual threads set it because their queues empty and fill again thousands of times a second, whenever an owner gives
     * up its carrier. Platform threads do not: with short sections a fence in each unlock costs them more than the barriers.
     *
     * The order of W1 and W2 matters for more than the proof. Entering only after the barrier, as an earlier version did,
     * lets each unlock that the barrier interrupts find the queue empty and clear PARKED: with sections shorter than a
     * barrier a waiter sent barrier after barrier to the owner's processor, which then ran at half its speed.
     *
     * Without membarrier U2 is an exchange, W2 a full fence: the same argument, P being the exchange itself.
     *
     * What is not proven here: that the JIT keeps U3 below U2. Words.acquireFence() is a node no access crosses in C1 and
     * C2; jcstress looks for the lost wake-up it would cause.
     *
     * U1 and U3 read one byte of the flags, W1 changes all four: no processor that runs a JVM shows a byte of a word older
     * than it shows the word, and U2 does not touch these bytes, so no store of its own can be forwarded to U3. Tried by
     * MembarrierStress, in this very shape.
     *
     * LOOKING is a hint that no claim depends on. The unlock that sees it in U1 has a fence between U2 and U3.
     *
     * U3, and an unlock that gives way, read memory that the next owner may have freed: lock words live in a type-stable
     * cache, and fromRaw puts the duty on the caller. If the word is another lock by then, the worst is one useless look at
     * the queue, or a waiter woken early, which looks again.
     *
     * Throughput and fairness: an unlock usually leaves the lock free, and a running thread may take it before the woken
     * one; as long as that one is on its way nobody else is woken, so threads that run do not pay for threads that wait.
     * One that looks hardly ever finds the lock free between two sections of a quick owner, for fetching the word takes it
     * longer than the owner is away: it would look in vain, and sleep, and be woken, at a hundred times the price. So it
     * sets LOOKING, and the next unlock waits for some 250 ns at most until somebody has taken the lock. That unlock clears
     * the flag first: if the one that looked does so no longer, it is one moment that is lost.
     * A woken waiter that finds the lock taken for too long goes back to the head of the queue. If the owner unlocks before
     * it sleeps again, the lock is handed over: it stays LOCKED and belongs to that waiter, which runs, so no time is lost.
     * Otherwise the next unlock wakes it as before, and about every half millisecond one hands over to a sleeper.
     */
    static final MutexBackend INSTANCE = new MutexBackend();

    static final int FREE = 0;
    private static final int LOCKED = 1;

    static final int FLAGS_OFFSET = 4;

    /** Where all the flags there are lie. */
    private static final int FLAGS_BYTE = FLAGS_OFFSET + (ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? 0 : 3);

    static final int PARKED = 1;
    static final int WOKEN = 2;
    static final int FENCED = 4;
    static final int LOOKING = 8;
    static final int COUNT = 1 << 16;

    /** Unlocks with a fence in vain until there are none any more: they cost what a barrier costs, some microseconds. */
    static final int FENCED_UNLOCKS = HeapWords.enabled() ? 1 : 1_000;

    /** For how many looks an unlock waits until somebody who looks has the lock; a look takes some 25 ns. */
    private static final int GIVE_WAY_LOOKS = HeapWords.enabled() ? 1 : 10;

    private static final ParkingLot.Release RELEASE = (word, found, more, fair) -> {
        boolean handOver = found && fair;
        tell(word, found && !handOver, more);
        if (handOver) {
            return ParkingLot.HANDED_OVER;
        }
        Words.setIntRelease(word, FREE);
        return ParkingLot.WOKEN;
    };

    private static final ParkingLot.Release RELEASED_BEFORE = (word, found, more, fair) -> {
        tell(word, found, more);
        return ParkingLot.WOKEN;
    };

    private MutexBackend() {}

    /**
     * The backend.
     *
     * @return the only instance
     */
    public static MutexBackend instance() {
        return INSTANCE;
    }

    @Override
    public int wordBytes() {
        return Long.BYTES;
    }

    @Override
    public WaitType waitType() {
        return WaitType.SLEEP;
    }

    @Override
    public void init(long word) {
        Words.setIntOpaque(word + FLAGS_OFFSET, 0);
        Words.setIntRelease(word, FREE);
    }

    @Override
    public long lock(long word) {
        if (!tryAcquire(word)) {
            MutexWaiting.lockSlow(word, null);
        }
        return 0;
    }

    @Override
    public long tryLock(long word) {
        return tryAcquire(word) ? 0 : NOT_ACQUIRED;
    }

    @Override
    public void unlock(long word, long state) {
        release(word);
    }

    @Override
    public boolean isLocked(long word) {
        return Words.getIntOpaque(word) != FREE;
    }

    static boolean tryAcquire(long word) {
        return Words.compareAndSetIntAcquire(word, FREE, LOCKED);
    }

    static void release(long word) {
        int flags = flagsNow(word);
        if (flags != 0 && releaseFlagged(word, flags)) {
            return;
        }
        if (Membarrier.AVAILABLE) {
            Words.setIntRelease(word, FREE);
            Words.acquireFence();
        } else {
            Words.getAndSetInt(word, FREE);
            Words.fullFence();
        }
        if (flagsNow(word) != 0) {
            lookSlow(word);
        }
    }

    /** Releases a lock that has flags; false if it is to be released as one that has none. */
    private static boolean releaseFlagged(long word, int flags) {
        if (isStrict(flags)) {
            ParkingLot.unparkOne(word, RELEASE);
            return true;
        }
        if ((flags & (LOOKING | FENCED)) == 0) {
            return false;
        }
        if ((flags & LOOKING) != 0) {
            Words.getAndBitwiseAndInt(word + FLAGS_OFFSET, ~LOOKING);
        } else if (flags == FENCED) {
            countDown(word);
        }
        Words.setIntRelease(word, FREE);
        Words.fullFence();
        if (flagsNow(word) != 0) {
            lookSlow(word);
        }
        if ((flags & LOOKING) != 0) {
            giveWay(word);
        }
        return true;
    }

    /** Lets one that looks take the lock. */
    private static void giveWay(long word) {
        for (int i = 0; i < GIVE_WAY_LOOKS && Words.getIntOpaque(word) == FREE; i++) {
            Thread.onSpinWait();
        }
    }

    /** Nobody waits; by the owner. */
    private static void countDown(long word) {
        if (flags(word) >= COUNT) {
            Words.getAndAddInt(word + FLAGS_OFFSET, -COUNT);
        } else {
            Words.compareAndSetInt(word + FLAGS_OFFSET, FENCED, 0);
        }
    }

    /** After a release. */
    private static void lookSlow(long word) {
        if (isStrict(flagsNow(word))) {
            ParkingLot.unparkOne(word, RELEASED_BEFORE);
        }
    }

    static boolean isStrict(int flags) {
        return (flags & (PARKED | WOKEN)) == PARKED;
    }

    /** The lowest byte of {@link #flags}: an address that is known to be sound needs no further check for that. */
    private static int flagsNow(long word) {
        return HeapWords.enabled() ? (byte) flags(word) : Words.getByteOpaque(word + FLAGS_BYTE);
    }

    static int flags(long word) {
        return Words.getIntOpaque(word + FLAGS_OFFSET);
    }

    /** One has been taken out of the queue, or none was there. */
    private static void tell(long word, boolean woken, boolean more) {
        if (woken) {
            Words.getAndBitwiseOrInt(word + FLAGS_OFFSET, WOKEN);
        }
        if (!more) {
            Words.getAndBitwiseAndInt(word + FLAGS_OFFSET, ~PARKED);
        }
    }

    /** Somebody enters the queue who did not put itself there: called by the owner, under the queue's lock. */
    static void willBeParked(long word) {
        Words.getAndBitwiseOrInt(word + FLAGS_OFFSET, PARKED);
    }
}
