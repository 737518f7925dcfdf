package dev.ferrite.runtime.log;

import dev.ferrite.offheap.Words;
import dev.ferrite.runtime.share.RegionView;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** The first cache line of a shared log: by it another process knows what it looks at. */
final class LogHeader {
    /*
     *   +0   magic     long
     *   +8   version   int: of the whole layout, this header, the slots and their protocol
     *   +12  slots     int: how many in a stripe, a power of two
     *   +16  start     long: when the log began, in nanoseconds since 1970
     *   +24  stripes   int: how many, a power of two
     */
    static final String REGION = "ferrite-log";
    static final int VERSION = 2;

    private static final int MAGIC = 0;
    private static final int AT_VERSION = 8;
    private static final int SLOTS = 12;
    private static final int START = 16;
    private static final int STRIPES = 24;

    /** "FERRLOG" and a zero, the first byte lowest. */
    private static final long MAGIC_VALUE = 0x00474F4C_52524546L;

    private LogHeader() {}

    /** Describes a log; the magic comes last, so that who sees it sees the rest. */
    static void write(long base, int slots, int stripes) {
        Words.setIntPlain(base + AT_VERSION, VERSION);
        Words.setIntPlain(base + SLOTS, slots);
        Words.setIntPlain(base + STRIPES, stripes);
        Words.setLongPlain(base + START, TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis()));
        Words.setLongRelease(base + MAGIC, MAGIC_VALUE);
    }

    static int slots(long base) {
        return Words.getIntPlain(base + SLOTS);
    }

    static int stripes(long base) {
        return Words.getIntPlain(base + STRIPES);
    }

    static long start(long base) {
        return Words.getLongPlain(base + START);
    }

    /** Refuses what is not a log of this version, with one sentence. */
    static void check(RegionView view) throws IOException {
        long base = view.address();
        long pid = view.owner().pid();
        if (Words.getLongAcquire(base + MAGIC) != MAGIC_VALUE) {
            throw new IOException("what process " + pid + " shows as " + REGION + " is not a kernel log");
        }
        int version = Words.getIntPlain(base + AT_VERSION);
        if (version != VERSION) {
            throw new IOException("process " + pid + " keeps a kernel log of version " + version
                    + ", and this program reads version " + VERSION + ": use the program it was started with");
        }
        int slots = slots(base);
        int stripes = stripes(base);
        if (Integer.bitCount(slots) != 1
                || slots < LogStripes.MIN_BYTES / LogSlot.SLOT
                || Integer.bitCount(stripes) != 1
                || stripes < 1
                || stripes > LogStripes.MOST_STRIPES
                || view.bytes() != LogStripes.bytes(slots, stripes)) {
            throw new IOException("the kernel log of process " + pid + " is damaged: " + stripes + " stripes of "
                    + slots + " slots in " + view.bytes() + " bytes");
        }
    }
}
