package dev.ferrite.locks.rcu;

import dev.ferrite.locks.park.Membarrier;
import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.diag.Warn;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Grace periods of {@link Rcu}: waits until every section that was there at the start has ended. */
final class GracePeriods extends GraceSequence {
    /*
     * Algorithm note.
     *
     * EPOCH, long at an address of its own: number of the newest grace period << 16 | 1, the word of a reader that enters
     * now. Written by the leader, read by readers.
     *
     *   reader                                  updater                         leader of grace period g
     *   R1 e = load-acquire EPOCH               U1 store-release: unlink        G1 EPOCH = g
     *   R2 store-release word = e               U2 g' = snapshot()              G2 membarrier
     *   R3 compiler fence                       U3 wait for g >= g' to end      G3 load-acquire every word;
     *   R4 loads: pointers and what they        U4 free                            wait for those that are not 0 and
     *      point to                                                                older than g
     *   R5 store-release word = 0
     *
     * Claim: when U4 runs, no section is left that loaded the pointer before U1. GraceSequence says that U1 is in memory
     * before G1, and that what the leader saw at G3 is visible at U4. Look at one section S whose R4 found the old
     * pointer, and show that G3 waited for its R5.
     *
     * membarrier runs a full barrier at some point P of the reader's program, between the beginning and the end of G2 (a
     * reader that is not running has one in its context switch).
     *   1. P is before R2. Then R4 is after P, and every load after P sees U1, which came before G2: S cannot have loaded
     *      the old pointer. Nothing to wait for.
     *   2. P is after R2. Then R2's store is in memory before G3 reads the word, so G3 reads it or a later store to the
     *      same word.
     *      2a. It reads R2's value, with S's epoch e. If e < g it waits until it reads something else: 2b. If e >= g, R1
     *          read G1's store or a later one, all volatile and after U1, and R1 is an acquire: R4 sees U1. Nothing to
     *          wait for.
     *      2b. It reads a later store: R5, or one of a section after S. All stores to the word are releases and follow
     *          S's R4 in program order; G3's load is an acquire. So all that S did comes before G3, and before U4.
     * A reader that registers, or a new block of slots, that the leader did not find: the store that it did not see is after
     * P, and so is the R4 that follows (registration: after the leader has left the registry, by its lock).
     * A thread delayed between R1 and R2 enters with an epoch that is too old: it is waited for without need, never
     * overlooked. Nesting keeps the outermost epoch.
     *
     * Why the reader needs no fence of the processor: the one order that needs it is R2 before R4, a store before a load,
     * and P takes its place. What is left is the compiler: Words.acquireFence() is a node that no access crosses in C1 and
     * C2. The Java memory model promises nothing here, so it is tried, by jcstress (RcuStress, and broken.RcuWithoutBarrier,
     * which is the same with the membarrier taken out) and by the torture run. Without membarrier R3 is a full fence and so
     * is G2: if R3 comes first in their order, G3 sees R2 (case 2), else R4 sees U1 (case 1).
     *
     * What readers get, as spec 6.8 has it: a section that had begun has ended, with everything it did visible, when
     * synchronize() returns (2b); a section that goes on sees everything written before the call (1, 2a).
     */
    static final long EPOCH = Readers.newWord();

    static final GracePeriods INSTANCE = new GracePeriods();

    static final long DEFAULT_STALL_NANOS = TimeUnit.SECONDS.toNanos(21);

    private static volatile long stallNanos = DEFAULT_STALL_NANOS;

    private final List<RcuGuard> pending = new ArrayList<>(); // the leader's

    private GracePeriods() {
        Words.setLongRelease(EPOCH, 1);
    }

    /** Whether a reader is in a section that it entered before an epoch. */
    static boolean isBefore(RcuGuard guard, long epoch) {
        long now = Words.getLongAcquire(guard.word);
        return now != 0 && now >>> RcuGuard.EPOCH_SHIFT < epoch;
    }

    static void stallAfter(long nanos) {
        stallNanos = nanos;
    }

    @Override
    void awaitReaders(long number) {
        Words.setLongVolatile(EPOCH, number << RcuGuard.EPOCH_SHIFT | 1);
        Membarrier.heavy();
        pending.clear();
        Readers.collectBefore(number, pending);
        if (!pending.isEmpty()) {
            awaitPending(number);
        }
    }

    private void awaitPending(long number) {
        long begun = System.nanoTime();
        long warnAfter = stallNanos;
        boolean interrupted = false;
        for (int look = 0; ; look++) {
            boolean bury = look >= LOOKS_AWAKE;
            pending.removeIf(guard -> !isBefore(guard, number) || (bury && Readers.buryIfDead(guard)));
            if (pending.isEmpty()) {
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

    private String stallReport(long number, long waited) {
        StringBuilder text = new StringBuilder(512);
        text.append("grace period ")
                .append(number)
                .append(" has waited ")
                .append(TimeUnit.NANOSECONDS.toMillis(waited))
                .append(" ms for ")
                .append(pending.size())
                .append(" readers, led by thread ")
                .append(RcuGuard.describe(Thread.currentThread()));
        for (RcuGuard guard : pending) {
            text.append(System.lineSeparator()).append("  ").append(guard);
            Thread owner = guard.owner();
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
}
