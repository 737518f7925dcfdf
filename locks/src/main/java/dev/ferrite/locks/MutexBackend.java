package dev.ferrite.locks;

import dev.ferrite.locks.park.Membarrier;
import dev.ferrite.locks.park.ParkingLot;
import dev.ferrite.offheap.Words;
import org.jspecify.annotations.Nullable;

/**
 * Waits by parking: the word of {@link Mutex}, 8 bytes.
 *
 * <p>While nobody waits, locking is one CAS and unlocking is a store and a load: half the atomics of other mutexes. The
 * first thread that has to park pays a {@code membarrier} (about 1 us) to make that safe, once; the lock then remembers
 * that it is contended and unlocks by CAS, until nobody has waited for {@value #CALM_AFTER} unlocks.
 */
public final class MutexBackend implements Backend {
    /*
     * Algorithm note.
     *
     * state, int at word + 0
     *   0                free
     *   LOCKED           held, nobody parked
     *   LOCKED | PARKED  held, somebody may be parked
     *   PARKED           free, somebody may be parked; the next owner wakes one
     * LOCKED is set by any thread (CAS), cleared by the owner. PARKED is set by a waiter (CAS, before it parks), by an
     * unlock that leaves waiters behind, and cleared by the owner. To lose PARKED is legal while the waiter has not
     * entered the queue, for it looks again under the queue's lock; to have it set with nobody parked costs one useless
     * slow unlock.
     *
     * mode, int at word + 4
     *   QUIET            unlock is: store-release state 0; load mode
     *   ARMING           a waiter is on its way to CONTENDED
     *   CONTENDED + 4n   unlock is: CAS state LOCKED -> 0; n unlocks in a row found nobody parked
     * QUIET -> ARMING -> CONTENDED is done by waiters (CAS); n by the owner; -> QUIET by the owner, under the queue's lock,
     * when the queue is empty. Without membarrier a word is CONTENDED for life.
     *
     * Why no waiter is missed. A waiter W parks only after it has seen, under the queue's lock, state == LOCKED|PARKED
     * and mode >= CONTENDED. Claim: some thread will look at the queue after W entered it. Let U be the owner at that
     * time, so U's release of state comes after W's look.
     *   1. U read mode >= ARMING before its release: it releases by CAS LOCKED -> 0, which fails on PARKED, and goes
     *      to the queue. (Its own CAS decides: PARKED set by W is seen, or W's CAS failed.)
     *   2. U read mode == QUIET: it stores 0 over LOCKED|PARKED, and then loads mode again:
     *        U: store state = 0;  (compiler fence)  load mode        W: store mode = ARMING;  membarrier;  look at state
     *      membarrier runs a full barrier at some point P of U's program. If P is before U's load of mode, the load sees
     *      ARMING or more (mode cannot become QUIET again while W is queued), and U goes to the queue. If P is after the
     *      load, it is after the store, too, so W's later look sees 0 or what a later owner made of it, not U's
     *      LOCKED|PARKED: a contradiction to "U is the owner when W looks".
     *   In 2 U goes to the queue after the release. If it comes before W enters the queue, W's look (same queue lock,
     *   later) sees the 0, and W does not park.
     * A woken W is not the owner yet, but as long as others are queued PARKED is set in the same step that wakes W, so
     * whoever owns the lock next goes to the queue again.
     * W may have met ARMING set by another: it then runs its own membarrier, so CONTENDED always means that a whole
     * membarrier lies between QUIET and now.
     *
     * What is not proven here: that the JIT keeps U's load below its store. Words.acquireFence() is a node no access
     * crosses in C1 and C2; jcstress looks for the lost wake-up it would cause.
     *
     * The load after the release reads memory that the next owner may have freed: lock words live in a type-stable cache,
     * and fromRaw puts the duty on the caller. If the word is another lock by then, the worst is one useless look at the
     * queue, or a waiter woken early, which looks again.
     *
     * Fairness: a thread that unlocks usually leaves the lock free, and a running thread may take it before the woken one
     * (throughput). About every half millisecond of contention the queue asks for a hand-off: the lock stays LOCKED and
     * belongs to the woken waiter.
     */
    static final MutexBackend INSTANCE = new MutexBackend();

    /** Unlocks without a parked waiter until a contended lock is taken for quiet again. */
    static final int CALM_AFTER = 256;

    private static final int LOCKED = 1;
    private static final int PARKED = 2;

    private static final int MODE_OFFSET = 4;
    private static final int QUIET = 0;
    private static final int ARMING = 1;
    private static final int CONTENDED = 2;
    private static final int KIND = 3;
    private static final int ONE_CALM = 4;

    /** {@link #acquireSlow}: the caller owns the lock. */
    static final int ACQUIRED = 0;

    private static final int SPIN_ROUNDS = 10;

    private static final ParkingLot.Validation STILL_HELD = word -> Words.getIntOpaque(word) == (LOCKED | PARKED)
            && (Words.getIntOpaque(word + MODE_OFFSET) & KIND) == CONTENDED;

    private static final ParkingLot.Release RELEASE = (word, found, more, fair) -> {
        Words.setIntOpaque(word + MODE_OFFSET, CONTENDED);
        if (found && fair) {
            Words.setIntRelease(word, more ? LOCKED | PARKED : LOCKED);
            return ParkingLot.HANDED_OVER;
        }
        Words.setIntRelease(word, more ? PARKED : 0);
        return ParkingLot.WOKEN;
    };

    private static final ParkingLot.Release RELEASED_BEFORE = (word, found, more, fair) -> {
        if (more) {
            Words.getAndBitwiseOrInt(word, PARKED);
        }
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
    public void init(long word) {
        Words.setIntOpaque(word + MODE_OFFSET, Membarrier.AVAILABLE ? QUIET : CONTENDED);
        Words.setIntRelease(word, 0);
    }

    @Override
    public long lock(long word) {
        if (!tryAcquireFast(word)) {
            lockSlow(word, null);
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
        return (Words.getIntOpaque(word) & LOCKED) != 0;
    }

    static boolean tryAcquireFast(long word) {
        return Words.compareAndSetIntAcquire(word, 0, LOCKED);
    }

    static boolean tryAcquire(long word) {
        return tryAcquireFast(word) || tryAcquireSlow(word);
    }

    /** A free lock that somebody is parked on is free all the same. */
    private static boolean tryAcquireSlow(long word) {
        return Words.getIntOpaque(word) == PARKED && Words.compareAndSetIntAcquire(word, PARKED, LOCKED | PARKED);
    }

    static void release(long word) {
        if (Words.getIntOpaque(word + MODE_OFFSET) == QUIET) {
            Words.setIntRelease(word, 0);
            Words.acquireFence();
            if (Words.getIntOpaque(word + MODE_OFFSET) != QUIET) {
                ParkingLot.unparkOne(word, RELEASED_BEFORE);
            }
        } else {
            releaseContended(word);
        }
    }

    private static void releaseContended(long word) {
        int mode = Words.getIntOpaque(word + MODE_OFFSET);
        if ((mode & KIND) == CONTENDED && Membarrier.AVAILABLE) {
            if (mode >= CONTENDED + CALM_AFTER * ONE_CALM) {
                calmSlow(word);
            } else {
                Words.setIntOpaque(word + MODE_OFFSET, mode + ONE_CALM);
            }
        }
        if (!Words.compareAndSetIntRelease(word, LOCKED, 0)) {
            ParkingLot.unparkOne(word, RELEASE);
        }
    }

    /** The owner takes the lock for quiet again, unless somebody is parked. */
    private static void calmSlow(long word) {
        ParkingLot.ifNobodyParked(word, () -> Words.setIntOpaque(word + MODE_OFFSET, QUIET));
    }

    static void lockSlow(long word, @Nullable Object blocker) {
        acquireSlow(word, blocker, false, ParkingLot.NO_DEADLINE);
    }

    /**
     * Waits for the lock: until it is there, or for an interrupt or a time. Who gives up leaves PARKED behind at worst,
     * and who was woken and gives up left it set for the others: nobody depends on a thread that has gone.
     *
     * @return {@link #ACQUIRED}, {@link ParkingLot#TIMED_OUT}, or {@link ParkingLot#CANCELLED} with the interrupt flag
     *     set
     */
    static int acquireSlow(long word, @Nullable Object blocker, boolean interruptible, long deadline) {
        int outcome = ACQUIRED;
        boolean interrupted = false;
        int spins = 0;
        for (; ; ) {
            int state = Words.getIntOpaque(word);
            if ((state & LOCKED) == 0) {
                if (Words.compareAndSetIntAcquire(word, state, state | LOCKED)) {
                    break;
                }
                Thread.onSpinWait();
                continue;
            }
            if ((state & PARKED) == 0 && spins < SPIN_ROUNDS) {
                spin(spins++);
                continue;
            }
            if ((Words.getIntAcquire(word + MODE_OFFSET) & KIND) != CONTENDED) {
                arm(word);
            }
            if ((state & PARKED) == 0 && !Words.compareAndSetInt(word, state, state | PARKED)) {
                continue;
            }
            ParkingLot.Waiter waiter = ParkingLot.enqueueIf(word, STILL_HELD);
            if (waiter == null) {
                continue;
            }
            int result = waiter.await(interruptible, deadline, blocker);
            interrupted |= (result & ParkingLot.INTERRUPTED) != 0;
            result &= ~ParkingLot.INTERRUPTED;
            if (result == ParkingLot.HANDED_OVER) {
                break;
            }
            if (result != ParkingLot.WOKEN) {
                outcome = result;
                break;
            }
            spins = 0;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return outcome;
    }

    /** Ends with mode CONTENDED and a whole membarrier behind it, if nobody calms the lock meanwhile. */
    private static void arm(long word) {
        long mode = word + MODE_OFFSET;
        Words.compareAndSetInt(mode, QUIET, ARMING);
        Membarrier.heavy();
        Words.compareAndSetInt(mode, ARMING, CONTENDED);
    }

    private static void spin(int round) {
        if (round < 5) {
            for (int i = 0; i < 8 << round; i++) {
                Thread.onSpinWait();
            }
        } else {
            Thread.yield();
        }
    }
}
