package dev.ferrite.locks.rcu;

import dev.ferrite.locks.lockdep.Lockdep;
import dev.ferrite.locks.park.Membarrier;
import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.diag.KernelBug;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * Proof of an RCU read-side section, and the way out of it: the counterpart of {@code kernel::sync::rcu::Guard}.
 *
 * <p>A platform thread has one guard for life, a virtual thread borrows one for the section, so entering allocates
 * nothing. It belongs to the thread that entered: any use by another thread, or after the last {@link #close}, is a
 * {@link KernelBug}. Do not keep a guard beyond its {@code try} block: once the same thread has entered again, an old
 * variable is the new guard.
 */
public final class RcuGuard implements AutoCloseable {
    /*
     * The reader's word, a long in a slot of 128 bytes of its own. Only the reader writes it, but for the slot of a dead
     * thread.
     *
     *   0                             not in a section
     *   epoch << 16 | n               platform thread, n nested sections (1 to 32767), the outermost entered at epoch
     *   epoch << 16 | VIRTUAL | 1     claimed by a virtual thread, whose every section, nested or not, has a slot
     *
     * 0 -> entered      platform: store; virtual: CAS, for several threads want the slot
     * n -> n + 1, n - 1 plain nesting, which no grace period looks at: the epoch stays
     * 1 -> 0            store-release: what the section read was read before
     *
     * Both stores of the fast path are constants or loads from elsewhere, never a function of the word's old value: the
     * branch on the old value is predicted, so that pairs in a row do not wait for store-to-load forwarding.
     * GracePeriods has the proof.
     */
    static final int EPOCH_SHIFT = 16;
    static final long VIRTUAL = 0x8000;

    /** The deepest nesting on a platform thread. */
    static final int MAX_NESTING = 0x7FFF;

    private static final int LOW_BITS = 0xFFFF;
    private static final long NOBODY = 0;

    /** The reader's word. */
    final long word;

    /**
     * The thread id of the owner; 0 for none. Plain: only thread t writes t here, so whoever reads its own id owns the
     * guard, and whatever else a race shows is somebody else's.
     */
    long tid;

    /** The owner, for reports and to see whether it lives; a platform thread is held weakly by {@link #platform}. */
    private volatile @Nullable Thread virtual;

    private final @Nullable WeakReference<Thread> platform;

    /** The guard of a platform thread, or of nobody. */
    RcuGuard(long word, long tid, @Nullable Thread owner) {
        this.word = word;
        this.tid = tid;
        this.platform = owner == null ? null : new WeakReference<>(owner);
    }

    /** Begins a section of the platform thread that owns this. */
    void enter() {
        long at = word; // read once: no fence is known not to change it
        long now = Words.getLongPlain(at);
        if (now == 0) {
            Words.setLongRelease(at, Words.getLongAcquire(GracePeriods.EPOCH));
        } else {
            nestSlow(now);
        }
        fenceAfterEntry();
    }

    /** Begins a section of the platform thread that owns this, if it is in none; says whether. */
    boolean tryEnterOutermost(long at) {
        if (Words.getLongPlain(at) != 0) {
            return false;
        }
        Words.setLongRelease(at, Words.getLongAcquire(GracePeriods.EPOCH));
        fenceAfterEntry();
        return true;
    }

    /** Begins a section of a virtual thread, if nobody else is here. */
    boolean tryClaim(Thread thread) {
        if (Words.getLongOpaque(word) != 0
                || !Words.compareAndSetLong(word, 0, Words.getLongAcquire(GracePeriods.EPOCH) | VIRTUAL)) {
            return false;
        }
        fenceAfterEntry();
        tid = thread.threadId();
        virtual = thread;
        return true;
    }

    private static void fenceAfterEntry() {
        if (Membarrier.AVAILABLE) {
            Words.acquireFence(); // for the compiler; the grace period pays for the processor
        } else {
            Words.fullFence();
        }
    }

    private void nestSlow(long now) {
        if ((now & MAX_NESTING) == MAX_NESTING) {
            throw new KernelBug("RCU sections nested too deep: nesting=" + MAX_NESTING + ", thread "
                    + describe(Thread.currentThread()));
        }
        Words.setLongRelease(word, now + 1);
    }

    /**
     * Whether the calling thread is in the section that this guard stands for.
     *
     * @return true between entering and the last {@link #close} on the thread that entered
     */
    public boolean isHeld() {
        return tid == Thread.currentThread().threadId() && Words.getLongPlain(word) != 0;
    }

    /**
     * Ends the section: {@code rcu_read_unlock()}. Everything it read has been read when a grace period sees the end.
     *
     * @throws KernelBug if the calling thread is not in it: closed before, or entered by another thread
     */
    @Override
    public void close() {
        if (tid != Thread.currentThread().threadId()) {
            throw foreign();
        }
        long at = word;
        long now = Words.getLongPlain(at);
        if (((int) now & LOW_BITS) == 1) {
            Lockdep.rcuReadExit();
            Words.setLongRelease(at, 0);
        } else {
            closeSlow(now);
        }
    }

    private void closeSlow(long now) {
        if (now == 0) {
            throw new KernelBug("RCU guard closed twice: thread " + describe(Thread.currentThread())
                    + " is in no read-side section");
        }
        Lockdep.rcuReadExit();
        if ((now & VIRTUAL) != 0) {
            virtual = null;
            tid = NOBODY;
            Words.setLongRelease(word, 0);
        } else {
            Words.setLongRelease(word, now - 1);
        }
    }

    private KernelBug foreign() {
        return new KernelBug("RCU guard closed by thread " + describe(Thread.currentThread()) + ", but it is "
                + (tid == NOBODY ? "nobody's: closed before" : "that of thread " + tid));
    }

    /** Ends whatever section a thread has left open: the thread itself, or somebody who knows that it is dead. */
    void abandon() {
        virtual = null;
        if (platform == null) {
            tid = NOBODY;
        }
        Words.setLongRelease(word, 0);
    }

    /** How many sections are open here; exact for the owner. */
    int nesting() {
        return (int) Words.getLongPlain(word) & MAX_NESTING;
    }

    /** The owner, if there is one and it can still be reached. */
    @Nullable
    Thread owner() {
        return platform == null ? virtual : platform.get();
    }

    /**
     * Whether the owner has ended. All it did is visible then: {@code isAlive()} says so, or nobody can reach it any more.
     */
    boolean ownerIsDead() {
        if (platform == null) {
            Thread thread = virtual; // null: it has just claimed the slot, or left
            return thread != null && !thread.isAlive();
        }
        Thread thread = platform.get();
        return thread == null || !thread.isAlive();
    }

    static String describe(Thread thread) {
        return thread.threadId() + " (" + thread.getName() + ")";
    }

    @Override
    public String toString() {
        long now = Words.getLongOpaque(word);
        return "RcuGuard thread=" + tid + " nesting=" + (now & MAX_NESTING) + " epoch=" + (now >>> EPOCH_SHIFT);
    }
}
