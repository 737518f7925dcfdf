package dev.ferrite.offheap.alloc;

/**
 * What an allocator may take from the machine, and how.
 *
 * @param name for messages and statistics
 * @param budget most bytes it takes; more is {@code ENOMEM}. {@link Kmalloc} counts whole slabs of 256 KiB, at least one;
 *     {@link Vmalloc} counts pages in use
 * @param prefault whether memory is faulted in before it is handed out the first time
 * @param lock whether memory is locked with {@code mlock(2)}; beyond {@code RLIMIT_MEMLOCK} an allocation is {@code ENOMEM}
 * @param hugePages whether the kernel is asked for huge pages ({@code madvise}); a kernel without them is a WARN
 * @param atomicReserve bytes faulted in ahead and kept for {@link Gfp#__GFP_HIGH}; at most half the budget is used
 */
public record PoolConfig(
        String name, long budget, boolean prefault, boolean lock, boolean hugePages, long atomicReserve) {
    private static final long DEFAULT_RESERVE = 1L << 20;

    /** Checks the numbers. */
    public PoolConfig {
        if (budget <= 0) {
            throw new IllegalArgumentException("budget must be > 0: budget=" + budget);
        }
        if (atomicReserve < 0) {
            throw new IllegalArgumentException("atomicReserve must be >= 0: atomicReserve=" + atomicReserve);
        }
    }

    /**
     * The usual: as much as the Java heap may have, no reserve, nothing ahead of time.
     *
     * @param name the allocator's name
     * @return the configuration
     */
    public static PoolConfig of(String name) {
        return new PoolConfig(name, Runtime.getRuntime().maxMemory(), false, false, false, 0);
    }

    /** What the allocators of the system start with: the usual, and a reserve of 1 MiB. */
    static PoolConfig system(String name) {
        return of(name).withAtomicReserve(DEFAULT_RESERVE);
    }

    /**
     * The same with another budget.
     *
     * @param bytes the budget
     * @return the configuration
     */
    public PoolConfig withBudget(long bytes) {
        return new PoolConfig(name, bytes, prefault, lock, hugePages, atomicReserve);
    }

    /**
     * The same with memory faulted in ahead.
     *
     * @return the configuration
     */
    public PoolConfig withPrefault() {
        return new PoolConfig(name, budget, true, lock, hugePages, atomicReserve);
    }

    /**
     * The same with memory locked.
     *
     * @return the configuration
     */
    public PoolConfig withLock() {
        return new PoolConfig(name, budget, prefault, true, hugePages, atomicReserve);
    }

    /**
     * The same with huge pages.
     *
     * @return the configuration
     */
    public PoolConfig withHugePages() {
        return new PoolConfig(name, budget, prefault, lock, true, atomicReserve);
    }

    /**
     * The same with another reserve.
     *
     * @param bytes the reserve
     * @return the configuration
     */
    public PoolConfig withAtomicReserve(long bytes) {
        return new PoolConfig(name, budget, prefault, lock, hugePages, bytes);
    }
}
