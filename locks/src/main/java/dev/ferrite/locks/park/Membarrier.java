package dev.ferrite.locks.park;

import dev.ferrite.offheap.HeapWords;
import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.config.ConfigOption;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.linux.Linux;

/**
 * A full barrier on every running thread of the process, paid by one: {@code membarrier(PRIVATE_EXPEDITED)}.
 *
 * <p>The heavy half of an asymmetric fence: the other half, on the hot side, is only a compiler fence
 * ({@link Words#acquireFence()}). Costs about a microsecond, plus an interruption of each processor that runs one of
 * our threads.
 */
public final class Membarrier {
    /**
     * Whether it works here: Linux 4.14 or newer, and not switched off by {@code -Dferrite.membarrier=false} at start.
     */
    public static final boolean AVAILABLE = register();

    private Membarrier() {}

    /**
     * Returns when every thread of the process has passed a full barrier since the call began.
     *
     * @throws dev.ferrite.offheap.errno.ErrnoException if the kernel refuses, which it does not once
     *     {@link #AVAILABLE} is true
     */
    public static void heavy() {
        if (HeapWords.enabled()) {
            return; // each access of the twin is volatile
        }
        if (AVAILABLE) {
            Errno.check(Linux.membarrier(Linux.MEMBARRIER_CMD_PRIVATE_EXPEDITED), "membarrier");
        } else {
            Words.fullFence();
        }
    }

    private static boolean register() {
        if (HeapWords.enabled()) {
            return true;
        }
        if (!ConfigOption.MEMBARRIER.isOn()) {
            return false;
        }
        return Linux.membarrier(Linux.MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED) == 0;
    }
}
