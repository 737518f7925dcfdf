package dev.ferrite.locks.rcu;

import dev.ferrite.locks.lockdep.Lockdep;
import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.alloc.KmemCache;
import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.diag.Warn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Finds the reader of the calling thread, and all readers for a grace period.
 *
 * <p>A platform thread registers the first time it reads. After that it finds its guard in a table at its thread id: four
 * loads, no {@link ThreadLocal}; the table is a cache, and whoever was displaced by another thread asks its
 * {@code ThreadLocal}. Threads that have ended are dropped by registrations and grace periods to come.
 *
 * <p>A virtual thread owns nothing, so a million of them cost no more than those that read at the same time: it claims a
 * {@link VirtualReaders slot} for each section.
 */
final class Readers {
    private static final int TABLE_SIZE = 1 << 12;
    private static final int SLOT_BYTES = 128; // two cache lines: neighbours are prefetched in pairs

    private static final KmemCache WORDS = KmemCache.create("rcu_reader", SLOT_BYTES, SLOT_BYTES);

    private static final RcuGuard NOBODY = new RcuGuard(newWord(), 0, null);
    private static final RcuGuard[] TABLE = new RcuGuard[TABLE_SIZE];
    private static final ThreadLocal<RcuGuard> OWN = new ThreadLocal<>();

    private static final ReentrantLock REGISTRY = new ReentrantLock();
    private static final List<RcuGuard> PLATFORM = new ArrayList<>(); // under REGISTRY
    private static int reapAt = 64; // under REGISTRY

    static {
        Arrays.fill(TABLE, NOBODY);
    }

    private Readers() {}

    /** A zero word of 128 bytes to itself. */
    static long newWord() {
        long word = WORDS.alloc();
        Words.setLongRelease(word, 0);
        return word;
    }

    /** Begins a section on the calling thread. */
    static RcuGuard enter() {
        Thread thread = Thread.currentThread();
        long tid = thread.threadId();
        RcuGuard guard = TABLE[(int) tid & (TABLE_SIZE - 1)];
        if (guard.tid == tid) {
            guard.enter();
        } else {
            guard = enterSlow(thread);
        }
        Lockdep.rcuReadEnter();
        return guard;
    }

    /**
     * Begins a section without a guard: for a method that ends it itself, on every path, and so needs none of a guard's
     * checks on the way out.
     *
     * @return what {@link #exitOutermost} wants; 0 if nothing has begun, for it is not the usual case
     */
    static long tryEnterOutermost() {
        long tid = Thread.currentThread().threadId();
        RcuGuard guard = TABLE[(int) tid & (TABLE_SIZE - 1)];
        long word = guard.word;
        if (guard.tid != tid || !guard.tryEnterOutermost(word)) {
            return 0;
        }
        Lockdep.rcuReadEnter();
        return word;
    }

    static void exitOutermost(long word) {
        Lockdep.rcuReadExit();
        Words.setLongRelease(word, 0);
    }

    private static RcuGuard enterSlow(Thread thread) {
        if (thread.isVirtual()) {
            return VirtualReaders.enter(thread);
        }
        RcuGuard guard = OWN.get();
        if (guard == null) {
            guard = register(thread);
        }
        guard.enter();
        return guard;
    }

    private static RcuGuard register(Thread thread) {
        RcuGuard guard = new RcuGuard(newWord(), thread.threadId(), thread);
        REGISTRY.lock();
        try {
            if (PLATFORM.size() >= reapAt) {
                tryReap();
            }
            PLATFORM.add(guard);
            int slot = slot(guard);
            if (TABLE[slot] == NOBODY || TABLE[slot].ownerIsDead()) {
                TABLE[slot] = guard;
            }
        } finally {
            REGISTRY.unlock();
        }
        OWN.set(guard);
        return guard;
    }

    private static int slot(RcuGuard guard) {
        return (int) guard.tid & (TABLE_SIZE - 1);
    }

    /** A guard of the calling thread that is in a section, or null. */
    static @Nullable RcuGuard current() {
        Thread thread = Thread.currentThread();
        if (thread.isVirtual()) {
            return VirtualReaders.find(thread);
        }
        RcuGuard guard = TABLE[(int) thread.threadId() & (TABLE_SIZE - 1)];
        if (guard.tid != thread.threadId()) {
            guard = OWN.get();
        }
        return guard == null || guard.nesting() == 0 ? null : guard;
    }

    /** Refuses what would wait for the caller itself. */
    static void mustNotRead(String operation) {
        RcuGuard guard = current();
        if (guard != null) {
            throw new KernelBug(operation + " inside an RCU read-side section would wait for itself: thread "
                    + RcuGuard.describe(Thread.currentThread()) + ", nesting=" + guard.nesting());
        }
    }

    /**
     * Adds to a list those whose section began before an epoch. A reader that registers while this runs waits for it, so
     * its sections come after.
     */
    static void collectBefore(long epoch, List<RcuGuard> pending) {
        REGISTRY.lock();
        try {
            for (RcuGuard guard : PLATFORM) {
                if (GracePeriods.isBefore(guard, epoch)) {
                    pending.add(guard);
                }
            }
        } finally {
            REGISTRY.unlock();
        }
        VirtualReaders.collectBefore(epoch, pending);
    }

    /**
     * Drops the readers of threads that have ended; under REGISTRY. Not while a grace period waits for readers: it may
     * wait for one of these, whose word would belong to somebody else.
     */
    private static void tryReap() {
        GracePeriods.INSTANCE.tryBetween(Readers::reap);
    }

    private static void reap() {
        PLATFORM.removeIf(guard -> {
            if (!guard.ownerIsDead()) {
                return false;
            }
            buryIfDead(guard);
            if (TABLE[slot(guard)] == guard) {
                TABLE[slot(guard)] = NOBODY;
            }
            WORDS.free(guard.word);
            return true;
        });
        reapAt = Math.max(64, 2 * PLATFORM.size());
    }

    /** Ends the section of a thread that ended inside it; says whether there was one. */
    static boolean buryIfDead(RcuGuard guard) {
        if (!guard.ownerIsDead()) {
            return false;
        }
        if (guard.nesting() != 0) {
            Warn.warn("rcu-reader-died", "thread ended inside an RCU read-side section: " + guard);
            guard.abandon();
        }
        return true;
    }

    /** How many platform threads are registered, ended ones that nobody has noticed yet included. */
    static int registered() {
        REGISTRY.lock();
        try {
            return PLATFORM.size();
        } finally {
            REGISTRY.unlock();
        }
    }

    /** Drops the readers of threads that have ended, unless a grace period is under way. */
    static void reapNow() {
        REGISTRY.lock();
        try {
            tryReap();
        } finally {
            REGISTRY.unlock();
        }
    }
}
