package dev.ferrite.runtime.log;

import dev.ferrite.offheap.HeapWords;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.runtime.share.RegionView;
import dev.ferrite.runtime.share.SharedRegion;
import java.lang.ref.Cleaner;
import org.jspecify.annotations.Nullable;

/**
 * The memory of a log: a header, and the rings its records are in, its stripes.
 *
 * <p>The first stripe is the log; the others are used only while several threads write at the same time (see
 * {@link LogPlace}), and until then they are addresses without memory. Unmapped when this is unreachable, never before, so
 * that no late writer can touch unmapped memory.
 */
final class LogStripes {
    /*
     *   +0    who it is, see LogHeader; never changes
     *   +256  the stripes, one after the other, see LogRing
     *
     * The log of the system lies in a SharedRegion. Other processes have the same protocol as any reader, over a mapping that
     * they cannot write: they never mark themselves as sleepers, and look again every few milliseconds.
     */
    static final int MIN_BYTES = 4096;
    static final int MAX_BYTES = 1 << 30;
    static final int MOST_STRIPES = 16;

    /** All stripes together take no more addresses than this, unless one does. */
    private static final long MOST_STRIPED_BYTES = 256L << 20;

    static final int HEADER = 256;

    private static final Cleaner CLEANER = Cleaner.create();

    private final long base;
    private final LogRing[] rings;
    private final boolean foreign;

    private LogStripes(long base, int slots, int stripes, @Nullable Object keeper, boolean foreign) {
        this.base = base;
        this.foreign = foreign;
        this.rings = new LogRing[stripes];
        Object memory = keeper == null ? this : keeper;
        for (int i = 0; i < stripes; i++) {
            rings[i] = new LogRing(base + HEADER + i * LogRing.bytes(slots), slots, memory);
        }
    }

    /** A log that only this process sees, with a stripe for each processor. */
    static LogStripes create(int bytes) {
        return create(bytes, stripesFor(checked(bytes)));
    }

    static LogStripes create(int bytes, int stripes) {
        int slots = checked(bytes) / LogSlot.SLOT;
        long length = bytes(slots, stripes);
        LogStripes made;
        if (HeapWords.enabled()) {
            made = new LogStripes(HeapWords.allocate(length), slots, stripes, null, false);
        } else {
            long address = map(length);
            made = new LogStripes(address, slots, stripes, null, false);
            CLEANER.register(made, () -> Linux.munmap(address, length));
        }
        return made;
    }

    /** A log that other processes of this user can read; one that they cannot, where there is no memfd for it. */
    static LogStripes shared(int bytes) {
        if (HeapWords.enabled()) {
            return create(bytes);
        }
        int stripes = stripesFor(checked(bytes));
        int slots = bytes / LogSlot.SLOT;
        SharedRegion region;
        try {
            region = SharedRegion.create(LogHeader.REGION, bytes(slots, stripes));
        } catch (ErrnoException e) {
            return create(bytes); // out of descriptors, or of memory for files: a log of our own still works
        }
        LogStripes made = new LogStripes(region.address(), slots, stripes, region, false);
        LogHeader.write(made.base, slots, stripes);
        return made;
    }

    /** Another process's log, which {@link LogHeader#check} has found to be one. */
    static LogStripes of(RegionView view) {
        long base = view.address();
        return new LogStripes(base, LogHeader.slots(base), LogHeader.stripes(base), view, true);
    }

    /** What a log takes. */
    static long bytes(int slots, int stripes) {
        return HEADER + stripes * LogRing.bytes(slots);
    }

    private static int checked(int bytes) {
        if (bytes < MIN_BYTES || bytes > MAX_BYTES || Integer.bitCount(bytes) != 1) {
            throw new IllegalArgumentException(
                    "log size must be a power of two of " + MIN_BYTES + " to " + MAX_BYTES + ": size=" + bytes);
        }
        return bytes;
    }

    /** A power of two: one for each processor, as far as the addresses go. */
    private static int stripesFor(int bytes) {
        int processors = Runtime.getRuntime().availableProcessors();
        int stripes = 1;
        while (stripes < processors && stripes < MOST_STRIPES && 2L * stripes * bytes <= MOST_STRIPED_BYTES) {
            stripes *= 2;
        }
        return stripes;
    }

    private static long map(long length) {
        return Errno.check(
                Linux.mmap(
                        0, length, Linux.PROT_READ | Linux.PROT_WRITE, Linux.MAP_PRIVATE | Linux.MAP_ANONYMOUS, -1, 0),
                "mmap log length=" + length);
    }

    /** Whether another process writes it: this one must not. */
    boolean isForeign() {
        return foreign;
    }

    int count() {
        return rings.length;
    }

    /** All stripes; not to be changed. */
    LogRing[] rings() {
        return rings;
    }

    LogRing ring(int stripe) {
        return rings[stripe];
    }

    /** The most bytes of text (subsystem, filled up to a word, and message) a record takes. */
    int maxText() {
        return rings[0].maxText();
    }

    /** Where each stripe is by now: the numbers of the next slots. */
    long[] tails() {
        long[] tails = new long[rings.length];
        for (int i = 0; i < tails.length; i++) {
            tails[i] = rings[i].tail();
        }
        return tails;
    }

    /** The oldest slot of each stripe that is not overwritten. */
    long[] oldest() {
        long[] oldest = new long[rings.length];
        for (int i = 0; i < oldest.length; i++) {
            oldest[i] = rings[i].oldest();
        }
        return oldest;
    }

    /** How many records were written since the log began; one that is being written counts already. */
    long records() {
        long records = 0;
        for (LogRing ring : rings) {
            records += ring.records();
        }
        return records;
    }

    long dropped() {
        long dropped = 0;
        for (LogRing ring : rings) {
            dropped += ring.dropped();
        }
        return dropped;
    }
}
