package dev.ferrite.locks.rcu;

import dev.ferrite.locks.lockdep.Lockdep;
import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.alloc.KmemCache;
import java.time.Duration;
import java.util.Objects;

/**
 * Read-copy-update: readers that pay next to nothing, and memory that is freed only when no reader can still see it
 * ({@code rust/kernel/sync/rcu.rs}).
 *
 * <p>{@snippet :
 * try (var guard = Rcu.readLock()) {
 *     long node = Rcu.dereference(head);
 *     sum += Words.getLongPlain(node);
 * }
 * // the writer, one at a time
 * Rcu.assignPointer(head, next);
 * Rcu.free(cache, old);
 * }
 *
 * <p>A reader neither blocks nor is blocked; entering and leaving are a few loads and two stores on a platform thread, with
 * no atomic and no fence of the processor; on a virtual thread one atomic. Between entering and leaving a thread must not
 * block: sleep, park, wait for I/O; it holds up everybody's memory. {@link Srcu} is for readers that have to.
 *
 * <h2>Ordering</h2>
 *
 * <p>If a section does not see what was written before a call of {@link #synchronize()}, it has ended when the call
 * returns, and everything it did is visible to the caller. If a section has not ended when the call begins, the call
 * waits for it; sections that begin later it does not wait for. {@link #call} promises its callback the same.
 */
public final class Rcu {
    private static final GracePeriods PERIODS = GracePeriods.INSTANCE;
    private static final Reclaimer CALLBACKS = new Reclaimer("ferrite-rcu", PERIODS);

    private Rcu() {}

    /**
     * Begins a read-side section: {@code rcu_read_lock()}. Nests, to {@value RcuGuard#MAX_NESTING} on a platform thread.
     * Never blocks and allocates nothing, but for a thread's first.
     *
     * @return the way out, for this thread alone
     * @throws dev.ferrite.offheap.diag.KernelBug nested too deep
     */
    public static RcuGuard readLock() {
        return Readers.enter();
    }

    /**
     * Whether the calling thread is in a section: {@code rcu_read_lock_held()}.
     *
     * @return true between {@link #readLock()} and the close of its guard
     */
    public static boolean readLockHeld() {
        return Readers.current() != null;
    }

    /**
     * Waits for a grace period: {@code synchronize_rcu()}. Every section that had begun has ended when it returns. Blocks
     * for some microseconds if nobody reads, and as long as the slowest reader else; callers share grace periods.
     * Interrupts do not end it; the flag stays set.
     *
     * @throws dev.ferrite.offheap.diag.KernelBug in a read-side section, for which it would wait for ever
     */
    public static void synchronize() {
        mayWait("synchronize");
        PERIODS.await(PERIODS.snapshot(), false);
    }

    /**
     * The same in a hurry: {@code synchronize_rcu_expedited()}. Looks at slow readers every 20 us instead of every
     * millisecond, at the cost of the processor it runs on.
     *
     * @throws dev.ferrite.offheap.diag.KernelBug in a read-side section, for which it would wait for ever
     */
    public static void synchronizeExpedited() {
        mayWait("synchronizeExpedited");
        PERIODS.await(PERIODS.snapshot(), true);
    }

    /**
     * Runs something after a grace period, on the reclaimer's thread: {@code call_rcu()}. Callbacks run in the order in
     * which they were queued. Never blocks; callable in sections and callbacks.
     *
     * @param callback short; must not wait for other callbacks. What it throws is a WARN ({@code rcu-callback})
     */
    public static void call(Runnable callback) {
        CALLBACKS.push(new Reclaimer.Callback(Objects.requireNonNull(callback, "callback")));
    }

    /**
     * The same without garbage.
     *
     * @param head not queued at the moment
     * @throws dev.ferrite.offheap.diag.KernelBug if it is
     */
    public static void call(RcuHead head) {
        CALLBACKS.push(Objects.requireNonNull(head, "head"));
    }

    /**
     * Closes something after a grace period: a {@code KBox}, a mapping, whatever readers may still look at.
     *
     * @param owner closed on the reclaimer's thread; what that throws is a WARN ({@code rcu-callback})
     */
    public static void free(AutoCloseable owner) {
        CALLBACKS.push(new Reclaimer.Closing(Objects.requireNonNull(owner, "owner")));
    }

    /**
     * Gives an object of a cache back after a grace period: {@code kfree_rcu()}. Makes no garbage: addresses are collected
     * by the hundred.
     *
     * @param cache where it came from
     * @param address the object, which no reader can find any more
     */
    public static void free(KmemCache cache, long address) {
        FreeBag.add(CALLBACKS, Objects.requireNonNull(cache, "cache"), address);
    }

    /**
     * Waits until everything queued before the call has run: {@code rcu_barrier()}. Before the memory or the class behind
     * callbacks goes away, and before leaks are counted. Interrupts do not end it; the flag stays set.
     *
     * @throws dev.ferrite.offheap.diag.KernelBug in a read-side section or in a callback
     */
    public static void barrier() {
        mayWait("barrier");
        CALLBACKS.barrier();
    }

    /**
     * Names the grace period that covers everything done so far: {@code get_state_synchronize_rcu()}. Costs a fence.
     *
     * @return for {@link #pollState} and {@link #condSynchronize}
     */
    public static long getState() {
        return PERIODS.snapshot();
    }

    /**
     * Whether a grace period is over: {@code poll_state_synchronize_rcu()}. Does not start one: {@link #call} does.
     *
     * @param state of {@link #getState()}
     * @return true if {@link #condSynchronize} would not wait
     * @throws dev.ferrite.offheap.diag.KernelBug if it cannot be of {@link #getState()}
     */
    public static boolean pollState(long state) {
        PERIODS.checkNumber(state);
        return PERIODS.isOver(state);
    }

    /**
     * Waits for a grace period unless it is over: {@code cond_synchronize_rcu()}.
     *
     * @param state of {@link #getState()}
     * @throws dev.ferrite.offheap.diag.KernelBug in a read-side section, or if the state cannot be of {@link #getState()}
     */
    public static void condSynchronize(long state) {
        mayWait("condSynchronize");
        PERIODS.checkNumber(state);
        PERIODS.await(state, false);
    }

    /**
     * Reads a pointer that {@link #assignPointer} wrote: {@code rcu_dereference()}. What was written to its target before
     * is visible. An acquire: Java has no dependency ordering that would be cheaper, and on x86 it is an ordinary load.
     *
     * @param address of a long in mapped memory, a multiple of 8
     * @return the pointer; its target stays until the section ends
     */
    public static long dereference(long address) {
        return Words.getLongAcquire(address);
    }

    /**
     * Publishes a pointer: {@code rcu_assign_pointer()}. A release; one writer at a time, as the lock of the data says.
     *
     * @param address of a long in mapped memory, a multiple of 8
     * @param pointer to something that is complete
     */
    public static void assignPointer(long address, long pointer) {
        Words.setLongRelease(address, pointer);
    }

    /**
     * After how long a grace period that waits reports its readers, with their stacks, as a WARN ({@code rcu-stall}), and
     * again after three times that: {@code rcupdate.rcu_cpu_stall_timeout}. At first 21 s, as in the kernel.
     *
     * @param timeout more than 0; holds from the next grace period on
     */
    public static void stallTimeout(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("timeout must be > 0: timeout=" + timeout);
        }
        GracePeriods.stallAfter(timeout.toNanos());
    }

    private static void mayWait(String operation) {
        Readers.mustNotRead(operation);
        Lockdep.rcuSynchronize();
    }

    /** How much is queued and not done: for tests and dumps. */
    static long pending() {
        return CALLBACKS.pending();
    }
}
