package dev.ferrite.runtime.counters;

import dev.ferrite.offheap.Words;
import dev.ferrite.runtime.share.RegionView;
import java.io.IOException;

/** The layout of published counters: a page that says what they are, then Agrona's two buffers, see {@link CounterTable}. */
final class CountersHeader {
    /*
     *   +0     magic      long
     *   +8     version    int: of this header, of the key and of what Agrona puts into its buffers
     *   +12    capacity   int: how many counters there is room for
     *   +16    period     long: milliseconds between two copies
     *   +64    copied     long: when the values were last copied, in milliseconds since 1970
     *   +4096             Agrona's metadata, 512 bytes a counter: type 1 is a counter, type 2 a gauge; the key is the
     *                     name as Agrona puts an ASCII string; the label is the help
     *   +4096 + 512 * capacity   Agrona's values, 128 bytes a counter
     */
    static final String REGION = "ferrite-counters";
    static final int VERSION = 1;

    static final int METADATA = 4096;
    static final int METADATA_BYTES = 512 * Counters.MAX;
    static final int VALUES = METADATA + METADATA_BYTES;
    static final int VALUES_BYTES = 128 * Counters.MAX;
    static final int BYTES = VALUES + VALUES_BYTES;

    static final int PERIOD = 16;
    static final int COPIED = 64;

    private static final int MAGIC = 0;
    private static final int AT_VERSION = 8;
    private static final int CAPACITY = 12;

    /** "FERRCNT" and a zero, the first byte lowest. */
    private static final long MAGIC_VALUE = 0x00544E43_52524546L;

    private CountersHeader() {}

    /** The magic comes last, so that who sees it sees the rest. */
    static void write(long base, long periodMillis) {
        Words.setIntPlain(base + AT_VERSION, VERSION);
        Words.setIntPlain(base + CAPACITY, Counters.MAX);
        Words.setLongPlain(base + PERIOD, periodMillis);
        Words.setLongRelease(base + MAGIC, MAGIC_VALUE);
    }

    /** Refuses what are not counters of this version, with one sentence. */
    static void check(RegionView view) throws IOException {
        long base = view.address();
        long pid = view.owner().pid();
        if (Words.getLongAcquire(base + MAGIC) != MAGIC_VALUE) {
            throw new IOException("what process " + pid + " shows as " + REGION + " are no counters, or not yet");
        }
        int version = Words.getIntPlain(base + AT_VERSION);
        if (version != VERSION) {
            throw new IOException("process " + pid + " publishes counters of version " + version
                    + ", and this program reads version " + VERSION + ": use the program it was started with");
        }
        if (view.bytes() != BYTES || Words.getIntPlain(base + CAPACITY) != Counters.MAX) {
            throw new IOException("the counters of process " + pid + " are damaged: "
                    + Words.getIntPlain(base + CAPACITY) + " in " + view.bytes() + " bytes");
        }
    }
}
