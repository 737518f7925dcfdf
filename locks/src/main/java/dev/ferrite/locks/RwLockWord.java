package dev.ferrite.locks;

import dev.ferrite.locks.park.ParkingLot;
import dev.ferrite.locks.park.Waiter;
import dev.ferrite.offheap.Words;

/** The word of {@link RwLock}: what its bits mean, and how threads wait for them. */
final class RwLockWord {
    /*
     * int at word:
     *   READERS          how many readers hold it; set and cleared by readers; by a release that hands over to readers
     *   WRITER           a writer holds it; set by CAS when free, or by a hand-over; cleared by the writer
     *   READERS_PARKED   readers may be parked; set by them before they park, cleared by a writer's release
     *   WRITERS_PARKED   writers may be parked; set by them before they park, cleared by the release that finds no more.
     *                    While set, new readers wait.
     * READERS and WRITER are never both there.
     *
     * Readers park on word, writers on word + 1. A parked thread has seen, under its queue's lock, that its way was barred
     * and its bit set. Every change that could open the way (last reader leaves with a bit set, writer leaves with a bit
     * set, downgrade) goes to the queues.
     *
     * Who is next: a leaving writer hands over to all parked readers at once, as their number is known under their
     * queue's lock (HANDED_OVER: they hold it when they wake); without parked readers it frees the lock and wakes a
     * writer. The last leaving reader wakes one writer. So readers and writers alternate under load, and a woken writer
     * competes only with running writers, and, for fairness, is handed the lock when the queue says so.
     *
     * Ordering: entering is an acquire of the word (CAS, or the waker's result), leaving a release.
     *   Writer to reader or writer: the entering CAS reads what the release wrote, or what later read-modify-writes made of
     *   it, which continue its release sequence. Handed over: the releaser's full CAS in READERS_ENTER or WRITER_WAKES,
     *   then the result (ParkingLot).
     *   Readers to a writer: each reader leaves by a releasing add, the last of them brings READERS to 0, and the writer's
     *   acquiring CAS from that value reads all of them, through the same sequence. So no read is late.
     *   Downgrade is one releasing add: no value of the word between "writer" and "reader" exists that a writer could take.
     *
     * Nobody is forgotten. A reader R parks having seen, under its queue's lock, READERS_PARKED and a bar (WRITER or
     * WRITERS_PARKED). A writer W parks having seen WRITERS_PARKED and somebody inside. Whoever removes the last bar sees
     * the bit, for both are in one word and changed by atomics, and goes to the queue after that, under its lock: it finds
     * the sleeper, or the sleeper looks later and sees the way open. The removers are: the writer that leaves (its CAS from
     * exactly WRITER fails if a bit is set); the last reader (it reads the bits in its own add); the downgrade (goes to the
     * readers unless writers wait: then it is the last of the readers that goes on); a release that found no writer parked
     * although the bit was set (it cleared it, and goes to the readers); a writer that gives up (writerGaveUpSlow). A woken
     * writer owes the readers a look, and pays it when it leaves or gives up.
     */
    private static final int READERS = (1 << 28) - 1;
    private static final int WRITER = 1 << 28;
    private static final int READERS_PARKED = 1 << 29;
    private static final int WRITERS_PARKED = 1 << 30;

    private static final int SPIN_ROUNDS = 8;
    private static final int WRITER_KEY = 1;

    private static final ParkingLot.Validation READER_BARRED = key -> {
        int state = Words.getIntOpaque(key);
        return (state & READERS_PARKED) != 0 && (state & (WRITER | WRITERS_PARKED)) != 0;
    };

    private static final ParkingLot.Validation WRITER_BARRED = key -> {
        int state = Words.getIntOpaque(key - WRITER_KEY);
        return (state & WRITERS_PARKED) != 0 && (state & (WRITER | READERS)) != 0;
    };

    /** A leaving or downgrading writer lets all parked readers in: sets their count while they still sleep. */
    private static final ParkingLot.ReleaseAll READERS_ENTER = (key, count) -> {
        int state;
        do {
            state = Words.getIntOpaque(key);
        } while (!Words.compareAndSetInt(key, state, (state & ~READERS_PARKED & ~WRITER) + count));
        return ParkingLot.HANDED_OVER;
    };

    /** The lock was left free: wake a writer, or hand it the lock if nobody has taken it. */
    private static final ParkingLot.Release WRITER_WAKES = (key, found, more, fair) -> {
        long word = key - WRITER_KEY;
        for (; ; ) {
            int state = Words.getIntOpaque(word);
            int next = more ? state | WRITERS_PARKED : state & ~WRITERS_PARKED;
            boolean hand = found && fair && (state & (WRITER | READERS)) == 0;
            if (Words.compareAndSetInt(word, state, hand ? next | WRITER : next)) {
                return hand ? ParkingLot.HANDED_OVER : ParkingLot.WOKEN;
            }
        }
    };

    /** Parked readers look again. */
    private static final ParkingLot.ReleaseAll READERS_TRY = (key, count) -> {
        Words.getAndBitwiseAndInt(key, ~READERS_PARKED);
        return ParkingLot.WOKEN;
    };

    private RwLockWord() {}

    static void init(long word) {
        Words.setIntRelease(word, 0);
    }

    static boolean tryRead(long word) {
        for (; ; ) {
            int state = Words.getIntOpaque(word);
            if ((state & (WRITER | WRITERS_PARKED)) != 0 || (state & READERS) == READERS) {
                return false;
            }
            if (Words.compareAndSetIntAcquire(word, state, state + 1)) {
                return true;
            }
        }
    }

    static boolean tryWrite(long word) {
        int state = Words.getIntOpaque(word);
        return (state & (WRITER | READERS)) == 0 && Words.compareAndSetIntAcquire(word, state, state | WRITER);
    }

    static void releaseRead(long word) {
        int state = Words.getAndAddIntRelease(word, -1) - 1;
        if ((state & READERS) == 0 && (state & (WRITERS_PARKED | READERS_PARKED)) != 0) {
            openSlow(word);
        }
    }

    static void releaseWrite(long word) {
        if (!Words.compareAndSetIntRelease(word, WRITER, 0)) {
            releaseWriteSlow(word);
        }
    }

    private static void releaseWriteSlow(long word) {
        if ((Words.getIntOpaque(word) & READERS_PARKED) != 0) {
            ParkingLot.unparkAll(word, READERS_ENTER);
            if ((Words.getIntOpaque(word) & READERS) != 0) {
                return; // the last of them goes to the writers
            }
        } else {
            Words.getAndBitwiseAndIntRelease(word, ~WRITER);
        }
        openSlow(word);
    }

    static void downgrade(long word) {
        // One reader in, writer out, in one step; then everybody who waits to read, unless writers wait, too.
        int state = Words.getAndAddIntRelease(word, 1 - WRITER);
        if ((state & READERS_PARKED) != 0 && (state & WRITERS_PARKED) == 0) {
            ParkingLot.unparkAll(word, READERS_ENTER);
        }
    }

    /** The lock was just left free with somebody parked: writers first, for readers enter when a writer leaves. */
    private static void openSlow(long word) {
        int state = Words.getIntOpaque(word);
        if ((state & WRITERS_PARKED) != 0) {
            if (ParkingLot.unparkOne(word + WRITER_KEY, WRITER_WAKES)) {
                return; // that writer will hold the lock, and goes to the readers when it leaves
            }
            // A writer had set its bit and did not park; readers may have parked because of the bit.
            state = Words.getIntOpaque(word);
        }
        if ((state & READERS_PARKED) != 0) {
            ParkingLot.unparkAll(word, READERS_TRY);
        }
    }

    /** Waits to read: true once it holds the lock, false if an interrupt (flag set) or the deadline ended the wait. */
    static boolean readSlow(long word, Object blocker, boolean interruptible, long deadline) {
        boolean interrupted = false;
        boolean entered = true;
        int spins = 0;
        while (!tryRead(word)) {
            int state = Words.getIntOpaque(word);
            if ((state & (READERS_PARKED | WRITERS_PARKED)) == 0 && spins < SPIN_ROUNDS) {
                pause(spins++);
                continue;
            }
            if ((state & (WRITER | WRITERS_PARKED)) == 0) {
                continue;
            }
            if ((state & READERS_PARKED) == 0 && !Words.compareAndSetInt(word, state, state | READERS_PARKED)) {
                continue;
            }
            Waiter waiter = ParkingLot.enqueueIf(word, READER_BARRED);
            if (waiter == null) {
                continue;
            }
            int result = waiter.await(interruptible, deadline, blocker);
            interrupted |= (result & ParkingLot.INTERRUPTED) != 0;
            result &= ~ParkingLot.INTERRUPTED;
            if (result != ParkingLot.WOKEN) {
                entered = result == ParkingLot.HANDED_OVER;
                break;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return entered;
    }

    /** Waits to write: true once it holds the lock, false if an interrupt (flag set) or the deadline ended the wait. */
    static boolean writeSlow(long word, Object blocker, boolean interruptible, long deadline) {
        boolean interrupted = false;
        boolean entered = true;
        int spins = 0;
        while (!tryWrite(word)) {
            int state = Words.getIntOpaque(word);
            if ((state & WRITERS_PARKED) == 0 && spins < SPIN_ROUNDS) {
                pause(spins++);
                continue;
            }
            if ((state & (WRITER | READERS)) == 0) {
                continue;
            }
            if ((state & WRITERS_PARKED) == 0 && !Words.compareAndSetInt(word, state, state | WRITERS_PARKED)) {
                continue;
            }
            Waiter waiter = ParkingLot.enqueueIf(word + WRITER_KEY, WRITER_BARRED);
            if (waiter == null) {
                continue;
            }
            int result = waiter.await(interruptible, deadline, blocker);
            interrupted |= (result & ParkingLot.INTERRUPTED) != 0;
            result &= ~ParkingLot.INTERRUPTED;
            if (result != ParkingLot.WOKEN) {
                entered = result == ParkingLot.HANDED_OVER;
                break;
            }
        }
        if (!entered) {
            writerGaveUpSlow(word);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return entered;
    }

    /**
     * A writer has left without the lock. Readers may be parked because of its bit, and whoever woke it may have counted
     * on it to go to them.
     */
    private static void writerGaveUpSlow(long word) {
        ParkingLot.ifNobodyParked(word + WRITER_KEY, () -> Words.getAndBitwiseAndInt(word, ~WRITERS_PARKED));
        int state = Words.getIntOpaque(word);
        if ((state & (WRITER | READERS)) == 0) {
            openSlow(word);
        } else if ((state & (WRITER | WRITERS_PARKED)) == 0 && (state & READERS_PARKED) != 0) {
            ParkingLot.unparkAll(word, READERS_TRY);
        }
    }

    static int readers(long word) {
        return Words.getIntOpaque(word) & READERS;
    }

    static boolean isWriteLocked(long word) {
        return (Words.getIntOpaque(word) & WRITER) != 0;
    }

    private static void pause(int round) {
        if (round < 5) {
            for (int i = 0; i < 8 << round; i++) {
                Thread.onSpinWait();
            }
        } else {
            Thread.yield();
        }
    }
}
