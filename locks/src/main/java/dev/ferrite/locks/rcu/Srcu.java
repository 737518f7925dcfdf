package dev.ferrite.locks.rcu;

import dev.ferrite.locks.lockdep.Lockdep;
import dev.ferrite.locks.park.Membarrier;
import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.alloc.KmemCache;
import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.diag.Warn;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.util.Objects;

/**
 * RCU whose readers may block: the counterpart of {@code struct srcu_struct}.
 *
 * <p>A reader may sleep, wait for I/O, be a virtual thread that changes its carrier, and hand its guard to another thread
 * to close. It holds up the grace periods of its own domain only. The price: two atomics a section, on counters that
 * processors seldom share.
 *
 * <p>{@snippet :
 * try (var guard = srcu.readLock()) {
 *     send(Rcu.dereference(head)); // may block
 * }
 * }
 *
 * <p>Ordering as for {@link Rcu}.
 */
public final class Srcu implements AutoCloseable {
    /*
     * Algorithm note.
     *
     * memory of a domain
     *   +0                     long  index    0 or 1: the counters that new readers use; CLOSED for ever after close()
     *   +128 * (1 + stripe)    long  entered[2], left[2]; a reader counts itself in and out, perhaps on two stripes
     * index is written by the leader of a grace period; the counters only ever grow, by atomics of readers.
     *
     *   reader                                  leader
     *   R1 i = load-acquire index               G1 membarrier
     *   R2 entered[i]++                         G2 wait until sum left[1-j] == sum entered[1-j]
     *   R3 compiler fence                       G3 index = 1-j
     *   R4 the section                          G4 wait until sum left[j] == sum entered[j]
     *   R5 left[i]++, release
     *
     * Each look sums left first, with acquire loads, and entered after that.
     *
     * Claim: a section S that R4 let see the old state has passed R5 when G4 ends. Let P be the point of the reader's
     * program where G1's barrier runs. If P is before R2, S sees what the updater did before. If it is after R2, every
     * later look counts S among the entered. Suppose a look on S's counters found both sums equal without S's R5. Whoever
     * it counted as left had entered before, in program order, and the acquire makes that visible to the sum of the
     * entered: so entered >= left + 1 (S itself). A contradiction. G2 and G4 together look at both pairs of counters.
     *
     * Why the index: so that a look ends. New readers use the other pair; a pair that is not in use gets only those few
     * that loaded the index before it changed. One barrier does for both looks.
     *
     * R3 as in GracePeriods: without membarrier a full fence, and G1 as well.
     */
    private static final Cleaner CLEANER = Cleaner.create();

    private static final int STRIPES = stripes();
    private static final long STRIPE_BYTES = 128;
    private static final long LEFT = 2 * Long.BYTES;
    private static final long CLOSED = -1;

    /** Domains have a cache of their own: a late reader of a closed one meets a domain, or none. */
    private static final KmemCache DOMAINS =
            KmemCache.create("srcu", (int) ((1 + STRIPES) * STRIPE_BYTES), (int) STRIPE_BYTES);

    private final String name;
    private final long base;
    private final Periods periods = new Periods();
    private final Reclaimer callbacks;

    private Srcu(String name) {
        this.name = name;
        this.base = DOMAINS.alloc();
        for (long at = 0; at < DOMAINS.objectSize(); at += Long.BYTES) {
            Words.setLongRelease(base + at, 0);
        }
        this.callbacks = new Reclaimer("ferrite-srcu-" + name, periods);
        long own = base;
        CLEANER.register(this, () -> DOMAINS.free(own));
    }

    private static int stripes() {
        int processors = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 64);
        return processors == 1 ? 1 : Integer.highestOneBit(processors - 1) << 1;
    }

    /**
     * A domain of its own: {@code init_srcu_struct()}.
     *
     * @param name what messages and the reclaimer's thread call it
     * @return the domain
     */
    public static Srcu create(String name) {
        return new Srcu(Objects.requireNonNull(name, "name"));
    }

    /**
     * Begins a section: {@code srcu_read_lock()}. Never blocks. Nests. The guard is a small object; {@link #enter()} makes
     * none.
     *
     * @return the way out, for any thread, once
     * @throws KernelBug if the domain is closed
     */
    public SrcuGuard readLock() {
        return new SrcuGuard(this, enter());
    }

    /**
     * Begins a section without a guard.
     *
     * @return for {@link #exit}, exactly once: two exits for one enter let a grace period end too early
     * @throws KernelBug if the domain is closed
     */
    public int enter() {
        try {
            long index = Words.getLongAcquire(base);
            if (index == CLOSED) {
                throw new KernelBug("SRCU domain entered after close: " + this);
            }
            Words.getAndAddLong(stripe() + index * Long.BYTES, 1);
            if (Membarrier.AVAILABLE) {
                Words.acquireFence();
            } else {
                Words.fullFence();
            }
            return (int) index;
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    /**
     * Ends a section: {@code srcu_read_unlock()}.
     *
     * @param index what {@link #enter()} gave, to this thread or to another
     * @throws KernelBug if it is neither 0 nor 1
     */
    public void exit(int index) {
        if ((index & ~1) != 0) {
            throw new KernelBug("SRCU exit with an index of no enter: index=" + index + ", domain=" + name);
        }
        try {
            Words.getAndAddLongRelease(stripe() + LEFT + (long) index * Long.BYTES, 1);
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    private long stripe() {
        int hash = (int) ((Thread.currentThread().threadId() * 0x9E37_79B9_7F4A_7C15L) >>> 40);
        return base + STRIPE_BYTES * (1 + (hash & (STRIPES - 1)));
    }

    /**
     * Waits until every section of this domain that had begun has ended: {@code synchronize_srcu()}. Blocks as long as they
     * last. Inside a section of the same domain it never returns, and nobody can tell. Interrupts do not end it; the flag
     * stays set.
     *
     * @throws KernelBug inside a section of {@link Rcu}
     */
    public void synchronize() {
        mayWait("Srcu.synchronize");
        periods.await(periods.snapshot(), false);
    }

    /**
     * The same, looking at slow readers every 20 us: {@code synchronize_srcu_expedited()}.
     *
     * @throws KernelBug inside a section of {@link Rcu}
     */
    public void synchronizeExpedited() {
        mayWait("Srcu.synchronizeExpedited");
        periods.await(periods.snapshot(), true);
    }

    /**
     * Runs something after a grace period of this domain: {@code call_srcu()}. In the order of the calls, on a daemon
     * thread of this domain that is born with the first.
     *
     * @param callback short; what it throws is a WARN ({@code rcu-callback})
     */
    public void call(Runnable callback) {
        call(new Reclaimer.Callback(Objects.requireNonNull(callback, "callback")));
    }

    /**
     * The same without garbage.
     *
     * @param head not queued at the moment
     * @throws KernelBug if it is, or if the domain is closed
     */
    public void call(RcuHead head) {
        if (isClosed()) {
            throw new KernelBug("SRCU callback for a closed domain: " + this);
        }
        callbacks.push(Objects.requireNonNull(head, "head"));
    }

    /**
     * Waits until everything queued before has run: {@code srcu_barrier()}.
     *
     * @throws KernelBug inside a section of {@link Rcu}, or in a callback of this domain
     */
    public void barrier() {
        mayWait("Srcu.barrier");
        callbacks.barrier();
    }

    /**
     * How many sections are open, in all threads.
     *
     * @return the count; stale at once
     */
    public long readers() {
        return open(0) + open(1);
    }

    /**
     * Ends the domain: {@code cleanup_srcu_struct()}. Runs its callbacks first. With readers inside it is a WARN ({@code
     * srcu-busy}), and the domain stays open. Does nothing the second time.
     *
     * @throws KernelBug inside a section of {@link Rcu}, or in a callback of this domain
     */
    @Override
    public void close() {
        if (isClosed()) {
            return;
        }
        long readers = readers();
        if (readers != 0) {
            Warn.warn("srcu-busy", "SRCU domain closed while in use, which leaves it open: " + this);
            return;
        }
        barrier();
        periods.between(() -> Words.setLongVolatile(base, CLOSED));
        callbacks.stop();
    }

    /** How many grace periods there have been. */
    long periods() {
        return periods.completed();
    }

    private boolean isClosed() {
        return Words.getLongAcquire(base) == CLOSED;
    }

    private static void mayWait(String operation) {
        Readers.mustNotRead(operation);
        Lockdep.mightSleep(operation);
    }

    /** Entered and not left, by one pair of counters. The order of the two sums is part of the proof. */
    private long open(int index) {
        long left = sum(LEFT + (long) index * Long.BYTES);
        long entered = sum((long) index * Long.BYTES);
        return entered - left;
    }

    private long sum(long offset) {
        long sum = 0;
        for (int stripe = 1; stripe <= STRIPES; stripe++) {
            sum += Words.getLongAcquire(base + stripe * STRIPE_BYTES + offset);
        }
        return sum;
    }

    @Override
    public String toString() {
        return "Srcu " + name + " readers=" + readers() + " gracePeriods=" + periods.completed();
    }

    /** The grace periods of this domain. */
    private final class Periods extends GraceSequence {
        @Override
        void awaitReaders(long number) {
            Membarrier.heavy();
            int current = (int) Words.getLongAcquire(base);
            if (current == CLOSED) {
                return;
            }
            boolean interrupted = drain(1 - current);
            Words.setLongVolatile(base, 1 - current);
            interrupted |= drain(current);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        private boolean drain(int index) {
            boolean interrupted = false;
            long open = open(index);
            for (int look = 0; open > 0; look++) {
                interrupted |= pause(look);
                open = open(index);
            }
            if (open < 0) {
                Warn.warn(
                        "srcu-unbalanced", "SRCU sections left more often than entered: readers=" + open + ", " + name);
            }
            return interrupted;
        }
    }
}
