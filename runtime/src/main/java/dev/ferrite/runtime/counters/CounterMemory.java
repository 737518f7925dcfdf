package dev.ferrite.runtime.counters;

import dev.ferrite.offheap.HeapWords;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.linux.Pages;

/**
 * The words of all counters of this process, 128 bytes apart: two cache lines, because processors fetch lines in pairs.
 *
 * <p>Never given back: a counter may be counted by any thread for as long as the process lives.
 */
final class CounterMemory {
    private static final int STEP = 128;

    private static long next;
    private static long end;

    private CounterMemory() {}

    /** A word of its own, zero; throws ErrnoException ENOMEM. */
    static synchronized long word() {
        if (next == end) {
            long bytes = Pages.SIZE;
            next = HeapWords.enabled()
                    ? HeapWords.allocate(bytes)
                    : Errno.check(
                            Linux.mmap(
                                    0,
                                    bytes,
                                    Linux.PROT_READ | Linux.PROT_WRITE,
                                    Linux.MAP_PRIVATE | Linux.MAP_ANONYMOUS,
                                    -1,
                                    0),
                            "mmap counters bytes=" + bytes);
            end = next + bytes;
        }
        long word = next;
        next += STEP;
        return word;
    }
}
