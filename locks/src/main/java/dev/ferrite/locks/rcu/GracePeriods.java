package dev.ferrite.locks.rcu;

import dev.ferrite.locks.park.Membarrier;
import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.diag.Warn;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** Waits until every section that was there at the start has ended; one grace period at a time, shared by all who wait. */
final class GracePeriods {
    /*
     * Algorithm note.
     *
     * EPOCH, long at an address of its own: number of the newest grace period << 16 | 1, the word of a reader that enters
     * now. Written by the leader under LOCK, read by readers.
     * started, completed: numbers of the newest grace period that has begun, that has ended. Written under LOCK.
     *
     *   reader                                  updater                         leader of grace period g
     *   R1 e = load-acquire EPOCH               U1 store-release: unlink        G1 started = g; EPOCH = g
     *   R2 store-release word = e               U2 full fence                   G2 membarrier
     *   R3 compiler fence                       U3 t = started + 1              G3 load-acquire every word;
     *   R4 loads: pointers and what they        U4 wait until completed >= t       wait for those that are not 0 and
     *      point to                             U5 free                            older than g
     *   R5 store-release word = 0                                               G4 completed = g
     *
     * Claim: when U5 runs, no section holds a pointer that it loaded before U1. Let the grace period be g >= t. It began
     * after U3 (started was below g there, and LOCK orders the rest), so U1 comes before G1 in the order of the memory.
     * Look at one section S of a reader, that ran R4 on the old pointer; show that G3 waited for its R5.
     *
     * membarrier runs a full barrier at some point P of the reader's program, between the beginning and the end of G2 (a
     * reader that is not running has one in its context switch).
     *   1. P is before R2. Then R4 is after P, and every load after P sees U1, which came before G2: S cannot have loaded
     *      the old pointer. Nothing to wait for.
     *   2. P is after R2. Then R2's store is in memory before G3 reads the word, so G3 reads it or a later store of the same
     *      word.
     *      2a. It reads R2's value, with S's epoch e. If e < g it waits until it reads something else: 2b. If e >= g, R1
     *          read G1's store, which is a release after U1 (LOCK, and U2), and R1 is an acquire (R3 makes it one for all
     *          that follows): R4 sees U1. Nothing to wait for.
     *      2b. It reads a later store: R5, or one of a section after S. All stores to the word are releases, and they
     *          follow R4 in program order; G3's load is an acquire. So all of S's loads come before G3's, before U5.
     * A reader that registers, or claims the first slot of a new block, after G3 went by, did so after P by the same
     * argument: the store that G3 did not see is after P, and so is its R4.
     * A section that loaded e long ago (delayed between R1 and R2) carries an epoch that is too old: it is waited for without
     * need, never overlooked. Nesting keeps the outermost epoch.
     *
     * Why the reader needs no fence of the processor: the one order it needs, R2 before R4, is a store before a load, and
     * 1 and 2 get it from P. What is left is the compiler: Words.acquireFence() is a node that no access crosses in C1 and
     * C2. The Java memory model promises nothing here, so it is tried: by jcstress (RcuStress; broken/RcuReaderWithoutFence
     * is the same without fence) and by the torture run. Without membarrier R3 is a full fence, G2 is one, too, and P
     * in the argument is R3: before it, R2 is visible to G3 if G2 comes later in the total order of fences; if G2 comes
     * first, R4 sees U1.
     *
     * What readers get, as spec 6.8 has it: a section that overlaps the beginning of synchronize() has ended, with
     * everything it did visible, when that returns (2b); a section that does not end before sees what came before the call
     * (1, 2a).
     *
     * Sharing. A caller needs a whole grace period that begins after its U2: the one after the newest that has begun. It
     * queues at LOCK; whoever gets in first leads, and the others find completed >= t when they get in. Ten thousand calls
     * at once cost two grace periods.
     *
     * Nobody wakes the leader: readers would have to look for it. It spins, yields, and then sleeps for 20 us to 1 ms.
     */
    static final long EPOCH = Readers.newWord();

    static final ReentrantLock LOCK = new ReentrantLock();

    static final long DEFAULT_STALL_NANOS = TimeUnit.SECONDS.toNanos(21);

    private static final int SPINS = 50;
    private static final int YIELDS = 50;
    private static final long SHORTEST_SLEEP = 20_000;
    private static final long LONGEST_SLEEP = 1_000_000;
    private static final int LOOKS_BEFORE_BURIAL = SPINS + YIELDS;

    private static final AtomicInteger HURRIED = new AtomicInteger();
    private static final List<RcuGuard> PENDING = new ArrayList<>(); // under LOCK

    private static volatile long started;
    private static volatile long completed;
    private static volatile long stallNanos = DEFAULT_STALL_NANOS;

    static {
        Words.setLongRelease(EPOCH, 1);
    }

    private GracePeriods() {}

    /** Whether a reader is in a section that it entered before an epoch. */
    static boolean isBefore(RcuGuard guard, long epoch) {
        long now = Words.getLongAcquire(guard.word);
        return now != 0 && now >>> RcuGuard.EPOCH_SHIFT < epoch;
    }

    /** The number of the first grace period that begins after all that the caller has done. */
    static long snapshot() {
        Words.fullFence();
        return started + 1;
    }

    static boolean isOver(long number) {
        return completed >= number;
    }

    static long completed() {
        return completed;
    }

    static void stallAfter(long nanos) {
        stallNanos = nanos;
    }

    /** Returns when a grace period has ended, leading it if need be. Interrupts wait, too, and stay set. */
    static void await(long number, boolean expedited) {
        if (isOver(number)) {
            return;
        }
        if (expedited) {
            HURRIED.getAndIncrement();
        }
        LOCK.lock();
        try {
            while (completed < number) { // twice at most: numbers come from snapshot()
                lead();
            }
        } finally {
            LOCK.unlock();
            if (expedited) {
                HURRIED.getAndDecrement();
            }
        }
    }

    private static void lead() {
        long number = started + 1;
        started = number;
        Words.setLongVolatile(EPOCH, number << RcuGuard.EPOCH_SHIFT | 1);
        Membarrier.heavy();
        PENDING.clear();
        Readers.collectBefore(number, PENDING);
        if (!PENDING.isEmpty()) {
            awaitReaders(number);
        }
        completed = number;
    }

    private static void awaitReaders(long number) {
        long begun = System.nanoTime();
        long warnAfter = stallNanos;
        boolean interrupted = false;
        for (int look = 0; ; look++) {
            boolean bury = look >= LOOKS_BEFORE_BURIAL;
            PENDING.removeIf(guard -> !isBefore(guard, number) || (bury && Readers.buryIfDead(guard)));
            if (PENDING.isEmpty()) {
                break;
            }
            long waited = System.nanoTime() - begun;
            if (waited >= warnAfter) {
                Warn.warn("rcu-stall", stallReport(number, waited));
                warnAfter = waited + 3 * stallNanos;
            }
            interrupted |= pause(look);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Says whether it ate an interrupt: with one pending, nothing sleeps. */
    private static boolean pause(int look) {
        if (look < SPINS) {
            for (int i = 0; i < 16; i++) {
                Thread.onSpinWait();
            }
            return false;
        }
        if (look < SPINS + YIELDS) {
            Thread.yield();
            return false;
        }
        boolean interrupted = Thread.interrupted();
        int doublings = HURRIED.get() > 0 ? 0 : Math.min(look - SPINS - YIELDS, 10);
        LockSupport.parkNanos(Math.min(SHORTEST_SLEEP << doublings, LONGEST_SLEEP));
        return interrupted;
    }

    private static String stallReport(long number, long waited) {
        StringBuilder text = new StringBuilder(512);
        text.append("grace period ")
                .append(number)
                .append(" has waited ")
                .append(TimeUnit.NANOSECONDS.toMillis(waited))
                .append(" ms for ")
                .append(PENDING.size())
                .append(" readers, led by thread ")
                .append(RcuGuard.describe(Thread.currentThread()));
        for (RcuGuard guard : PENDING) {
            Thread owner = guard.owner();
            text.append(System.lineSeparator()).append("  ").append(guard);
            if (owner != null) {
                text.append(", thread ")
                        .append(RcuGuard.describe(owner))
                        .append(' ')
                        .append(owner.getState());
                for (StackTraceElement frame : owner.getStackTrace()) {
                    text.append(System.lineSeparator()).append("    at ").append(frame);
                }
            }
        }
        return text.toString();
    }

    /** Refuses a number that {@link #snapshot()} never gave. */
    static void checkNumber(long number) {
        if (number < 1 || number > started + 1) {
            throw new KernelBug("not a grace period of getState(): state=" + number + ", newest=" + started);
        }
    }
}
