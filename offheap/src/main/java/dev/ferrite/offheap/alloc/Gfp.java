package dev.ferrite.offheap.alloc;

import dev.ferrite.offheap.alloc.slab.SlabPool;
import dev.ferrite.offheap.alloc.slab.SleepHook;
import org.jspecify.annotations.Nullable;

/**
 * Flags of an allocation, a set of bits with the kernel's own values ({@code rust/kernel/alloc.rs}, {@code Flags}).
 *
 * <p>Combine with {@code |}. Bits that mean nothing here are accepted and ignored, as callers pass them on.
 */
public final class Gfp {
    /** May use the emergency reserve of the pool. */
    public static final int __GFP_HIGH = 0x20;

    /** May start I/O: no meaning here. */
    public static final int __GFP_IO = 0x40;

    /** May call into file systems: no meaning here. */
    public static final int __GFP_FS = 0x80;

    /** The memory is zero. */
    public static final int __GFP_ZERO = 0x100;

    /** May map and fault in fresh memory, which takes as long as the kernel likes. */
    public static final int __GFP_DIRECT_RECLAIM = 0x400;

    /** May wake the reclaimer: no meaning here. */
    public static final int __GFP_KSWAPD_RECLAIM = 0x800;

    /** A failure is not reported as a WARN. */
    public static final int __GFP_NOWARN = 0x2000;

    /** Charged to the caller's control group: no meaning here. */
    public static final int __GFP_ACCOUNT = 0x40_0000;

    /** Memory without a kernel mapping: refused by {@code Kmalloc}, no meaning elsewhere. */
    public static final int __GFP_HIGHMEM = 0x02;

    /** The usual: may sleep, may map fresh memory. */
    public static final int GFP_KERNEL = __GFP_DIRECT_RECLAIM | __GFP_KSWAPD_RECLAIM | __GFP_IO | __GFP_FS;

    /** The usual, charged to the caller's control group. */
    public static final int GFP_KERNEL_ACCOUNT = GFP_KERNEL | __GFP_ACCOUNT;

    /** Never sleeps, never maps: memory in use before, and the emergency reserve. */
    public static final int GFP_ATOMIC = __GFP_HIGH | __GFP_KSWAPD_RECLAIM;

    /** Never sleeps, never maps, and leaves the reserve alone: fails soon and silently. */
    public static final int GFP_NOWAIT = __GFP_KSWAPD_RECLAIM | __GFP_NOWARN;

    private Gfp() {}

    /**
     * Whether an allocation with these flags may sleep.
     *
     * @param flags the set
     * @return true with {@link #__GFP_DIRECT_RECLAIM}
     */
    public static boolean maySleep(int flags) {
        return (flags & __GFP_DIRECT_RECLAIM) != 0;
    }

    /**
     * Installs what is asked before an allocation that may sleep: {@code might_alloc()}. Asked where memory may really be
     * mapped, once the calling thread's magazine is empty, and at every allocation while {@link Kasan} is on.
     *
     * @param check called on the allocating thread; reports or throws where sleeping is wrong, and must not allocate;
     *     null for none
     */
    public static void onMaySleep(@Nullable Runnable check) {
        SleepHook.install(check);
    }

    /** How far a slab pool may go: folds to a constant where the flags are one. */
    static int reach(int flags) {
        if ((flags & __GFP_DIRECT_RECLAIM) != 0) {
            return SlabPool.FRESH;
        }
        return (flags & __GFP_HIGH) != 0 ? SlabPool.RESERVE : SlabPool.MAPPED;
    }

    /**
     * The names of the bits, for messages.
     *
     * @param flags the set
     * @return a text such as {@code GFP_KERNEL|__GFP_ZERO}
     */
    public static String toString(int flags) {
        int rest = flags;
        StringBuilder text = new StringBuilder();
        int[] bits = {
            GFP_KERNEL,
            GFP_ATOMIC,
            GFP_NOWAIT,
            __GFP_HIGH,
            __GFP_IO,
            __GFP_FS,
            __GFP_ZERO,
            __GFP_DIRECT_RECLAIM,
            __GFP_KSWAPD_RECLAIM,
            __GFP_NOWARN,
            __GFP_ACCOUNT,
            __GFP_HIGHMEM
        };
        String[] names = {
            "GFP_KERNEL",
            "GFP_ATOMIC",
            "GFP_NOWAIT",
            "__GFP_HIGH",
            "__GFP_IO",
            "__GFP_FS",
            "__GFP_ZERO",
            "__GFP_DIRECT_RECLAIM",
            "__GFP_KSWAPD_RECLAIM",
            "__GFP_NOWARN",
            "__GFP_ACCOUNT",
            "__GFP_HIGHMEM"
        };
        for (int i = 0; i < bits.length; i++) {
            if ((rest & bits[i]) == bits[i]) {
                text.append(text.isEmpty() ? "" : "|").append(names[i]);
                rest &= ~bits[i];
            }
        }
        if (rest != 0 || text.isEmpty()) {
            text.append(text.isEmpty() ? "" : "|").append("0x").append(Integer.toHexString(rest));
        }
        return text.toString();
    }
}
